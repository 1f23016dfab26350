// Next to the SDK's own types: adds to its `Salla` interface what the module adds to the page. Of the members that both
// have, the SDK's types stay; for the module's, annotate: `const profile: SallaProfile = salla.profile`.
//
//   /// <reference types="salla-profile/twilight" />

/// <reference path="./salla-profile.d.ts" />

type Added =
  | "getFields"
  | "updateCustomFields"
  | "updateContact"
  | "initiateDeleteRequest"
  | "verifyDeleteRequest"
  | "getDeleteRequest"
  | "cancelDeleteRequest"
  | "ready"
  | "pendingVerification"
  | "pendingVerifications"
  | "resendVerification"
  | "cancelVerification";

/** `api` is of a page without the SDK, which salla-profile.js serves: this file throws a `TypeError`. */
interface Configuration extends Omit<SallaProfileConfiguration, "api"> {
  api?: undefined;
}

type AddedEvents =
  | `${"on" | "off"}${"InfoFetched" | "InfoNotFetched"}`
  | `off${"Updated" | "UpdateFailed" | "Verified" | "Unverified" | "VerificationCodeSent" | "UpdateContactsFailed"}`
  | `off${"SettingsUpdated" | "UpdateSettingsFailed" | "Deleted" | "NotDeleted"}`;

declare module "@salla.sa/twilight/types/api/profile" {
  export default interface ProfileApi extends Pick<SallaProfile, Added> {
    configure(options: Configuration): Promise<SallaProfileReady>;
  }
}

declare module "@salla.sa/twilight/types/event/profile" {
  export default interface ProfileEvent extends Pick<SallaProfileEvents, AddedEvents> {}
}

export {};
