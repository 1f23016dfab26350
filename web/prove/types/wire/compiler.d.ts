// What esbuild's virtual modules are (web/make/bundle): "compiler:types" is cross_tinygo.js or cross_safejs.js.
declare module "compiler:types" {
  type Type = object;
  export const int: Type, bool: Type, text: Type, value: Type;
  export const list: (of: Type) => Type;
  export const record: (members: { [name: string]: Type }) => Type;
  export const pointer: (to: Type) => Type;
  export const callback: (record: Type) => Type;
}

declare module "compiler:wasm_exec" {
  const glue: (scope: object) => new () => {
    importObject: WebAssembly.Imports;
    exited: boolean;
    run(instance: WebAssembly.Instance): Promise<void>;
  };
  export default glue;
}
