// What the bundle gives the page's JavaScript (web/make/bundle), and what pages have besides the browser's own.

declare const VERSION: string, COMPILER: string, INTEGRITY: string, DEV: boolean;

interface Window {
  salla: any;
  Salla: any;
  dataLayer: any;
}

// mode.js, or mode_twilight.js.
declare module "profile:mode" {
  export const schema: object;
  export const functions: Record<string, Function>;
  export const contextOf: (path: string, who: { headers?: object }) => any;
  export const identity: () => { id: string; type: string; token: string; headers?: object };
  export const isConfigured: () => boolean;
  export const urlOf: (path: string) => string;
  export const configure: (options: object, methods: object) => void;
  export const configureByTag: (options: object, methods: object) => void;
  export const WAITS_FOR: string;
}

// Of profile.Methods.
declare module "profile:table" {
  export const METHODS: Record<string, { options: number; success: string; failure: string; path: string; verb: string; emptyList: boolean }>;
  export const ALIASES: Record<string, string>;
}

// embedded.js, or external.js.
declare module "profile:load" {
  export const load: (options: { wasm?: string; base?: string }) => Promise<WebAssembly.Module>;
}

// The module as text.
declare module "profile:module" {
  const text: string;
  export default text;
}

// cross_tinygo.js, or cross_safejs.js.
declare module "compiler:cross" {
  const cross: (host: object, schema: object) => any;
  export default cross;
}
