// Types of salla-profile.twilight.mjs, the ES module for storefronts; and what it adds to the SDK's own types:
// salla-profile.twilight.d.ts.

/// <reference path="./salla-profile.twilight.d.ts" />

/** What `load` takes: what `salla.profile.configure` does beside the SDK, and when to start, and whether to log. */
export interface LoadOptions extends Omit<SallaProfileConfiguration, "api"> {
  /** Of a page without the SDK, which the module `salla-profile` serves: `load` rejects with a `TypeError`. */
  api?: undefined;
  /** Starts the module when the page has loaded and the browser is idle, or at the first call where no SDK serves it sooner. */
  lazy?: boolean;
  /** Logs each call to the console: method, status, milliseconds. */
  debug?: boolean;
}

/** `salla.profile`, and what its `ready` resolves to. */
export type LoadedProfile = Omit<SallaProfile, "configure"> &
  SallaProfileReady & {
    configure(options: Omit<LoadOptions, "lazy" | "debug">): Promise<SallaProfileReady>;
    readonly ready: Promise<SallaProfileReady>;
  };

/**
 * Starts the module on a page that has Twilight's SDK, or will have it; once on a page. Resolves where it runs, and rejects with
 * the reason why it can't.
 *
 *     const profile = await load();
 *     const { data } = await profile.info();
 *
 * It needs a page: on a server it rejects. Importing it there is harmless.
 */
export function load(options?: LoadOptions): Promise<LoadedProfile>;
