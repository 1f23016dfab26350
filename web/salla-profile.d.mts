// Types of salla-profile.mjs, the package's ES module. The types of the page itself, `salla` and its events included,
// come with it: salla-profile.d.ts.

/// <reference path="./salla-profile.d.ts" />

/** What `load` takes: the store, as `salla.profile.configure` does, and when to start, and whether to log. */
export interface LoadOptions extends SallaProfileConfiguration {
  /** Starts the module when the page has loaded and the browser is idle, or at the first call where no SDK serves it sooner. */
  lazy?: boolean;
  /** Logs each call to the console: method, status, milliseconds. */
  debug?: boolean;
}

/** `salla.profile`, and what its `ready` resolves to. */
export type LoadedProfile = SallaProfile & SallaProfileReady & { readonly ready: Promise<SallaProfileReady> };

/**
 * Starts the module, once on a page, and resolves where it runs; rejects with the reason why it can't. With `api` it
 * brings `salla.profile` to a page without Twilight's SDK; without `api` it waits for the SDK, or for
 * `salla.profile.configure`. A further call changes what it names.
 *
 *     const profile = await load({ api: "https://store.example/store/v1", storeId: 1 });
 *     const { data } = await profile.info();
 *
 * It needs a page: on a server it rejects. Importing it there is harmless.
 */
export function load(options?: LoadOptions): Promise<LoadedProfile>;

// The global types, for those who like to import what they name.
type Profile = SallaProfile;
type Configuration = SallaProfileConfiguration;
type Options = SallaProfileOptions;
type Ready = SallaProfileReady;
type Response<Data = SallaProfileMessage> = SallaProfileResponse<Data>;
type Data = SallaProfileData;
type Field = SallaProfileField;
type Pending = SallaProfilePending;
type ProfileError = SallaProfileError;
export type {
  Profile as SallaProfile,
  Configuration as SallaProfileConfiguration,
  Options as SallaProfileOptions,
  Ready as SallaProfileReady,
  Response as SallaProfileResponse,
  Data as SallaProfileData,
  Field as SallaProfileField,
  Pending as SallaProfilePending,
  ProfileError as SallaProfileError,
};
