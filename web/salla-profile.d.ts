// Types of salla-profile.js: the methods, payloads, answers, errors and events of `salla.profile`.
//
// A global script, as the module is one: name this file in tsconfig's "include", or write
//
//   /// <reference path="salla-profile.d.ts" />
//
// All names begin with SallaProfile. Units: times are milliseconds unless it says otherwise.

// ------------------------------------------------------------------ the object

/** `salla.profile`: every method returns a Promise of the body of the store's answer. */
interface SallaProfile {
  /**
   * The signed-in customer. GET `auth/user`.
   *
   * Stores the customer as the page's user: with the SDK as the SDK does, without it in `localStorage.user`.
   * Events: `profile::info.fetched`, `profile::info.not.fetched`.
   */
  info(options?: SallaProfileOptions): Promise<SallaProfileResponse<SallaProfileData>>;

  /**
   * The store's own questions to its customers. GET `profile/fields`.
   *
   * Resolves to the answer's `data`, and to `[]` on every failure. No event.
   */
  getFields(options?: SallaProfileOptions): Promise<SallaProfileField[]>;

  /**
   * Changes name, birthday, gender or picture. POST `profile/update`.
   *
   * A `File` or `Blob` anywhere in a plain object makes it a multipart request.
   * Stores the customer as `info()` does. Events: `profile::updated`, `profile::update.failed`.
   * In a store with SSO login it rejects with a plain `Error`: no request, no event.
   */
  update(
    payload: SallaProfilePayload<SallaProfileUpdate>,
    options?: SallaProfileOptions,
  ): Promise<SallaProfileResponse<SallaProfileData>>;

  /**
   * Answers the questions of `getFields()`. POST `profile/fields`.
   *
   * Stores the customer and treats SSO as `update()` does, and has its events:
   * `profile::updated`, `profile::update.failed`.
   */
  updateCustomFields(
    payload: SallaProfilePayload<SallaProfileCustomFields>,
    options?: SallaProfileOptions,
  ): Promise<SallaProfileResponse<SallaProfileData>>;

  /**
   * Asks to change phone or e-mail. POST `profile/contacts/update`.
   *
   * The change takes effect after `verify()`: see `pendingVerification`. If the payload doesn't name the phone's country,
   * `SA` is sent, unless the number begins with another country's code. In `phone`, `code`, `email` and `birthday` of every
   * payload, digits of any script are sent as ASCII digits, without marks of direction and white space around them.
   * Events: `profile::verification.code.sent` (on every success), `profile::update.contacts.failed`.
   *
   * Refused before sending (`ERR_VALIDATION`): neither phone nor e-mail, a phone that is text without a digit, an
   * e-mail that is text without `@`.
   */
  updateContacts(
    payload: SallaProfilePayload<SallaProfileContacts>,
    options?: SallaProfileOptions,
  ): Promise<SallaProfileResponse<SallaProfileData>>;

  /** The documented name of `updateContacts`; the same function. */
  updateContact(
    payload: SallaProfilePayload<SallaProfileContacts>,
    options?: SallaProfileOptions,
  ): Promise<SallaProfileResponse<SallaProfileData>>;

  /**
   * Sends the code that the customer got, as text or with the contact it is about. POST `profile/verify`.
   *
   * Members that the payload lacks are taken from the pending verification of its `type`; without a type, from
   * `pendingVerification`. White space and dashes in the code are left out. A number loses a code's leading zeros: prefer text.
   * Events: `profile::verified`, `profile::unverified`. Refused before sending (`ERR_VALIDATION`): no code.
   */
  verify(
    payload: SallaProfileText | SallaProfilePayload<SallaProfileVerification>,
    options?: SallaProfileOptions,
  ): Promise<SallaProfileResponse<SallaProfileVerified>>;

  /**
   * Changes one of the customer's settings. POST `profile/settings`.
   *
   * Events: `profile::settings.updated`, `profile::update.settings.failed`.
   */
  updateSettings(
    payload: SallaProfilePayload<SallaProfileSetting>,
    options?: SallaProfileOptions,
  ): Promise<SallaProfileResponse>;

  /**
   * Begins a request to delete the account: the store sends a code to the contact of this type.
   * POST `account/data-request`. No event and no notice.
   */
  initiateDeleteRequest(
    type: SallaProfileContactType,
    options?: SallaProfileOptions,
  ): Promise<SallaProfileResponse<SallaProfileDataRequest>>;

  /** Confirms that request with the code. POST `account/data-request/verify`. No event and no notice. */
  verifyDeleteRequest(
    payload: FormData | URLSearchParams | HTMLFormElement | { type: SallaProfileContactType; code: SallaProfileText },
    options?: SallaProfileOptions,
  ): Promise<SallaProfileResponse<SallaProfileDataRequest>>;

  /** How that request stands. GET `account/data-request`. No event and no notice. */
  getDeleteRequest(options?: SallaProfileOptions): Promise<SallaProfileResponse<SallaProfileDataRequest>>;

  /** Withdraws that request. POST `account/data-request/cancel`. No event and no notice. */
  cancelDeleteRequest(options?: SallaProfileOptions): Promise<SallaProfileResponse<SallaProfileDataRequest>>;

  /**
   * Deletes the profile, at once. DELETE `profile`.
   *
   * With the SDK storage and cookies are then cleared, the customer is logged out, `profile::deleted` follows, and the
   * page goes to the logout page: the promise doesn't wait for the logging out. Without the SDK `localStorage.user`
   * and `.token` are removed. Events: `profile::deleted`, `profile::not.deleted`.
   */
  delete(options?: SallaProfileOptions): Promise<SallaProfileResponse>;

  /**
   * Resolves when the module runs. Rejects with the reason if it can't run (never as an unhandled rejection); with the SDK,
   * the SDK's own methods serve then. Undefined before the script has run, if the SDK's `salla.profile` exists already.
   */
  readonly ready: Promise<SallaProfileReady> | undefined;

  /**
   * The contact change that waits for its code. If a phone and an e-mail wait, the newer one. `null` for none; `undefined`
   * with the SDK's Proxy in between. Opened by the answer to a change and by `profile::verification`; closed by a successful
   * `verify` of its type, by `cancelVerification`, and by a change of the same contact that needs no code. It survives a
   * reload, in `sessionStorage`, for the same customer.
   */
  readonly pendingVerification: SallaProfilePending | null | undefined;

  /**
   * All pending verifications, the newer first: at most one of each type. `[]` for none, and before the module runs. Each
   * reading returns a new list. The event `salla-profile::pending` reports each change.
   */
  readonly pendingVerifications: SallaProfilePending[];

  /**
   * Requests a new code for the pending verification, by `updateContacts` with its contact, also after a reload. Without a
   * type, for the newer one.
   *
   * Resolves to the answer of `updateContacts`, and has its events. Refused before sending (`ERR_VALIDATION`): no verification
   * of the type is pending, or its contact isn't known.
   */
  resendVerification(
    type?: SallaProfileContactWord | SallaProfilePending | null,
    options?: SallaProfileOptions,
  ): Promise<SallaProfileResponse<SallaProfileData>>;

  /** Ends the pending verification of the type; without a type, the newer one. Sends nothing to the store. */
  cancelVerification(type?: SallaProfileContactWord | SallaProfilePending | null, options?: SallaProfileOptions): Promise<undefined>;

  /**
   * Sets the store of a page without the SDK. A further call changes the members that it names. With the SDK it has no
   * effect on requests.
   *
   * @returns `ready`
   * @throws TypeError if the argument isn't an object, or `api` isn't an http(s) URL
   */
  configure(options: SallaProfileConfiguration): Promise<SallaProfileReady>;

  /** Helper listeners and dispatchers, the same as `salla.event.profile`. */
  readonly event: SallaProfileEvents;

  /** `salla.api.profile`, which has the same methods. */
  readonly api: SallaProfileApi;
}

/** `salla.api.profile`. */
type SallaProfileApi = Omit<SallaProfile, "api" | "event">;

/**
 * What a method takes as its payload: a plain object of the type T, or a model with `toJSON`; a form (a `<form>` is sent as its
 * `FormData`), also as text; a list. All but forms are sent as JSON.
 */
type SallaProfilePayload<T> =
  | T
  | { toJSON(key?: any): unknown }
  | FormData
  | URLSearchParams
  | HTMLFormElement
  | string
  | String
  | readonly unknown[];

/** A text, boxed as well (an object of the class `String`), or a number. */
type SallaProfileText = string | number | String | Number;

/** A phone: what the customer typed, or the record that `info()` answers. */
type SallaProfilePhone =
  | SallaProfileText
  | { code?: SallaProfileText | null; number?: SallaProfileText | null; country?: string | null };

/** Headers: an object, `Headers`, or a list of pairs. Of one name, in any case, the last counts. */
type SallaProfileHeaders =
  | Record<string, string | number | boolean | null | undefined>
  | Headers
  | readonly (readonly [name: string, value: string | number | boolean | null | undefined])[];

/** The last argument of every method. */
interface SallaProfileOptions {
  /** Aborts the call, also while it waits for the module: it rejects with `ERR_CANCELED`. */
  signal?: AbortSignal | null | undefined;
  /**
   * Milliseconds until it rejects with `ECONNABORTED`; no limit if it is absent or 0. A call that waits for the module has
   * this time twice: for the wait, and for the request.
   */
  timeout?: number | null | undefined;
  /** Sent besides the page's own headers, and wins over them. `null` and `undefined` are left out. */
  headers?: SallaProfileHeaders | null | undefined;
}

/** What `ready` resolves to. */
interface SallaProfileReady {
  /** Whether Twilight's SDK was on the page when the module got to work. */
  mode: "sdk" | "standalone";
  /** The module's version. */
  version: string;
  /** The compiler, such as "tinygo0.42.0" or "go1.26.8". */
  compiler: string;
}

/** The customer's token, or a promise of it; none before the customer has signed in. */
type SallaProfileToken = string | null | undefined | PromiseLike<string | null | undefined>;

/**
 * The store, for a page without the SDK. Each member is also an attribute of the tag, except where it says so. `data-lazy`
 * (start when the browser is idle) and `data-debug` (log each call) are attributes only. `null` removes a member, except
 * `api`.
 */
interface SallaProfileConfiguration {
  /** Base URL of the store API (`data-api`), such as "https://api.salla.dev/store/v1"; relative to the page. */
  api?: string;
  /** Sent as `Store-Identifier` (`data-store-id`). */
  storeId?: string | number | null;
  /**
   * The customer's token (`data-token`), sent as `Authorization: Bearer …`; or a promise of it, or a function that
   * returns either, called at each request. As an attribute: text only.
   */
  token?: SallaProfileToken | (() => SallaProfileToken);
  /** Sent as `accept-language`, and decides the language of refusals (`data-language`); otherwise `<html lang>` does. */
  language?: string | null;
  /** Sent as `currency` (`data-currency`), such as "SAR". */
  currency?: string | null;
  /** Sent as `s-user-id` (`data-user-id`). */
  userId?: string | number | null;
  /** Sent as `s-country` (`data-country`), such as "SA". */
  country?: string | null;
  /** Sent with every request, and wins over all above. Not an attribute. Each call adds to it. */
  headers?: SallaProfileHeaders | null;
  /** The store's features; "sso-login" locks `update` and `updateCustomFields`. Not an attribute. */
  features?: string[] | null;
}

// ------------------------------------------------------------------ payloads

/** "mobile" or "email". */
type SallaProfileContactType = "mobile" | "email";

/** The same, or what Salla's documentation says for "mobile". */
type SallaProfileContactWord = SallaProfileContactType | "phone";

/** For `update`; what is absent stays as it is in the store. */
interface SallaProfileUpdate {
  first_name?: string | String;
  last_name?: string | String;
  /** YYYY-MM-DD */
  birthday?: string | String | Date | null;
  gender?: "male" | "female" | null;
  /** A picture. */
  avatar?: Blob;
  email?: string | String | null;
  phone?: SallaProfilePhone | null;
  /** Two letters, such as "SA". What is an object is sent as it is. */
  country_code?: string | object | null;
}

/** For `updateCustomFields`. */
interface SallaProfileCustomFields {
  id?: number | string;
  /** The answers, by the id of the question. */
  fields: Record<string, unknown>;
}

/** For `updateContacts`: a phone or an e-mail, or both. */
type SallaProfileContacts = SallaProfileCountry &
  (
    | { phone: SallaProfilePhone; email?: string | String | null }
    | { email: string | String; phone?: SallaProfilePhone | null }
  );

/** A phone's country. If either member is present, the default `SA` isn't added. */
interface SallaProfileCountry {
  /** Two letters, such as "SA". What is an object is sent as it is. */
  country_code?: string | object | null;
  /** As `<salla-tel-input>` names it; the store reads `country_code`. */
  countryCode?: string | object | null;
}

/** For `verify`; all but `code` are taken from `pendingVerification` where they are absent. */
interface SallaProfileVerification {
  code: SallaProfileText;
  /** "phone", the word of Salla's documentation, is sent as "mobile". */
  type?: SallaProfileContactWord;
  phone?: SallaProfilePhone;
  country_code?: string | object;
  email?: string | String;
}

/** For `updateSettings`. */
interface SallaProfileSetting {
  name: "is_hidden_name" | "is_notifiable" | "can_comment" | (string & {});
  value: boolean | number | string;
}

// ------------------------------------------------------------------ answers

/**
 * The body of a successful answer (any 2xx). What the store sends is passed on as it is: a body that isn't JSON is
 * text, and an empty one is an object with `status` and `data: ""`. The types say what Salla's API answers.
 */
interface SallaProfileResponse<Data = SallaProfileMessage> {
  /** The HTTP status, as the body repeats it. */
  status: number;
  success: boolean;
  data: Data;
  /** Of some answers; the customer sees that of `data`. */
  message?: string;
  /** Events that the server has the page dispatch, by name. */
  events?: Record<string, unknown>;
  googleTags?: unknown;
}

interface SallaProfileMessage {
  /** Shown to the customer as a notice. */
  message?: string;
  [member: string]: unknown;
}

/** The customer, as the store answers. */
interface SallaProfileData {
  id: number;
  first_name: string;
  last_name: string;
  email: string;
  /** URL of the picture. */
  avatar: string;
  gender?: "male" | "female" | null;
  /** YYYY-MM-DD */
  birthday?: string | null;
  phone: SallaProfilePhoneRecord;
  currency: string;
  language: string;
  notifications: number;
  pending_orders: number;
  is_hidden_name?: boolean;
  is_notifiable?: boolean;
  can_comment?: boolean;
  /** Of an answer to a contact change: whether it waits for a code. */
  verification?: SallaProfileVerificationStatus;
  /** Shown to the customer as a notice. */
  message?: string;
}

interface SallaProfilePhoneRecord {
  /** Calling code, such as "+966". */
  code: string;
  number: number | string;
  /** Two letters, such as "SA". */
  country: string;
}

interface SallaProfileVerificationStatus {
  status: "pending" | "success" | "failed";
  type: SallaProfileContactType;
}

/** The `data` of an answer to `verify`. */
interface SallaProfileVerified {
  message?: string;
  verification: SallaProfileVerificationStatus;
}

/** One of the store's questions to its customers. */
interface SallaProfileField {
  id: number;
  label: string;
  description?: string;
  /** Kind of input, such as "text" or "photo". */
  type: string;
  required: boolean;
  value?: string;
  [member: string]: unknown;
}

/** The `data` of an answer about a request to delete the account. */
interface SallaProfileDataRequest {
  /** Some stores have the request in here. */
  data_request?: SallaProfileDataRequest;
  request_type?: string;
  /** "pending" while the deletion waits for its time. */
  status?: string;
  /** When the account is deleted: seconds or milliseconds since 1970 (Salla's component takes both). */
  execution_at?: number | string | null;
  message?: string;
  [member: string]: unknown;
}

/** A contact change that waits for its code. */
interface SallaProfilePending {
  type: SallaProfileContactType;
  phone?: string;
  country_code?: string;
  email?: string;
}

/** What the server says about a code that it has sent. */
interface SallaProfileCodeRequest extends SallaProfilePending {
  /** "delete_account" where it is about a deletion, and not about a new contact. */
  request_type?: string;
}

// ------------------------------------------------------------------ errors

/**
 * What every method rejects with, and the `detail` of every failure event: an `Error` in the shape of the SDK's
 * (axios), all members its own and enumerable. A promise's error is `unknown` to TypeScript:
 *
 *   catch (error) { const { response } = error as SallaProfileError; … }
 */
interface SallaProfileError extends Error {
  /** "Error" where the store's customers log in by SSO: then there is a message and nothing more. */
  name: "AxiosError" | "CanceledError" | "Error";
  isAxiosError?: true;
  code?: SallaProfileErrorCode;
  /** The HTTP status, if the server answered; 422 for a refusal before sending. */
  status?: number;
  /** The server's answer; for a refusal before sending, one of the same shape. */
  response?: SallaProfileErrorResponse;
  /** What was, or would have been, sent; never the customer's token. */
  config?: SallaProfileRequest;
  request?: unknown;
  /** name, message, code, status, config and stack, as axios has it. */
  toJSON?(): object;
  /** Refused before sending: no request was made. */
  local?: true;
  /**
   * With `ERR_RUNTIME`: why the module can't run. With `ERR_CANCELED`: the signal's reason. With `ERR_NETWORK`: what
   * `fetch` said, and a `TypeError` that names the header where one can't be sent (HTTP takes Latin-1 without line breaks).
   */
  cause?: unknown;
}

/**
 * - `ERR_BAD_REQUEST` 4xx, `ERR_BAD_RESPONSE` 5xx; none for 3xx
 * - `ERR_NETWORK` no answer
 * - `ECONNABORTED` `timeout` exceeded
 * - `ERR_CANCELED` aborted by `signal`
 * - `ERR_VALIDATION` refused before sending (`local` is true)
 * - `ERR_RUNTIME` the module stopped during the call, or can't run and there is no SDK to serve instead
 */
type SallaProfileErrorCode =
  | "ERR_BAD_REQUEST"
  | "ERR_BAD_RESPONSE"
  | "ERR_NETWORK"
  | "ECONNABORTED"
  | "ERR_CANCELED"
  | "ERR_VALIDATION"
  | "ERR_RUNTIME";

interface SallaProfileErrorResponse {
  status: number;
  statusText: string;
  /** The body; text where it isn't JSON, so look before you read: `error.response?.data?.error?.fields`. */
  data: SallaProfileErrorBody;
  /** Names in lower case; get and has take any. */
  headers: Record<string, string> & { get(name: string): string | undefined; has(name: string): boolean };
  config?: SallaProfileRequest;
  request?: unknown;
}

interface SallaProfileErrorBody {
  status: number;
  success: false;
  error?: {
    code?: string | number;
    /** For the customer. */
    message?: string;
    case?: "resend_counter" | "invalid_code" | (string & {});
    /** What is wrong with which member of the payload. */
    fields?: Record<string, string | string[]>;
  };
}

interface SallaProfileRequest {
  url: string;
  /** In lower case. */
  method: "get" | "post" | "delete";
  /** Without `Authorization`. */
  headers: Record<string, string>;
  /** The body as it was sent: JSON or form-urlencoded text, `FormData`, or undefined. */
  data?: string | FormData;
}

// ------------------------------------------------------------------ events

/** The events of `document` (and `window`, where they bubble), with the `detail` of each. */
interface SallaProfileEventMap {
  /** `info()` succeeded. */
  "profile::info.fetched": SallaProfileResponse<SallaProfileData>;
  /** `info()` failed. */
  "profile::info.not.fetched": SallaProfileError;
  /** `update()` or `updateCustomFields()` succeeded. */
  "profile::updated": SallaProfileResponse<SallaProfileData>;
  /** `update()` or `updateCustomFields()` failed. */
  "profile::update.failed": SallaProfileError;
  /** `updateContacts()` succeeded, whether or not a code was needed: see `data.verification`. */
  "profile::verification.code.sent": SallaProfileResponse<SallaProfileData>;
  /** `updateContacts()` failed. */
  "profile::update.contacts.failed": SallaProfileError;
  /** `verify()` succeeded. */
  "profile::verified": SallaProfileResponse<SallaProfileVerified>;
  /** `verify()` failed. */
  "profile::unverified": SallaProfileError;
  /** `updateSettings()` succeeded. */
  "profile::settings.updated": SallaProfileResponse;
  /** `updateSettings()` failed. */
  "profile::update.settings.failed": SallaProfileError;
  /** `delete()` succeeded. */
  "profile::deleted": SallaProfileResponse;
  /** `delete()` failed. */
  "profile::not.deleted": SallaProfileError;
  /** The server asks for a code: the contact, or a list with it alone. Sent by the server, not by a method. */
  "profile::verification": SallaProfileCodeRequest | [SallaProfileCodeRequest];
}

/** The module's own events on `document`; `salla.event` doesn't have them. */
interface SallaProfileModuleEventMap {
  /** The module runs: what `salla.profile.ready` resolves to. */
  "salla-profile::ready": SallaProfileReady;
  /** The module can't run, or has stopped: the reason, usually an `Error`. With the SDK, the SDK's methods serve. */
  "salla-profile::error": unknown;
  /** The pending verifications have changed: the new `pendingVerifications`. */
  "salla-profile::pending": SallaProfilePending[];
}

/** The events as `addEventListener` hands them out. */
type SallaProfileDOMEventMap = {
  [Name in keyof SallaProfileEventMap]: CustomEvent<SallaProfileEventMap[Name]>;
} & {
  [Name in keyof SallaProfileModuleEventMap]: CustomEvent<SallaProfileModuleEventMap[Name]>;
};

interface DocumentEventMap extends SallaProfileDOMEventMap {}
interface WindowEventMap extends SallaProfileDOMEventMap {}

/** The names of the helpers with the events that they are about. */
interface SallaProfileEventNames {
  infoFetched: "profile::info.fetched";
  infoNotFetched: "profile::info.not.fetched";
  updated: "profile::updated";
  updateFailed: "profile::update.failed";
  verificationCodeSent: "profile::verification.code.sent";
  updateContactsFailed: "profile::update.contacts.failed";
  verified: "profile::verified";
  unverified: "profile::unverified";
  settingsUpdated: "profile::settings.updated";
  updateSettingsFailed: "profile::update.settings.failed";
  deleted: "profile::deleted";
  notDeleted: "profile::not.deleted";
}

/** The detail of the event that a helper is about. */
type SallaProfileDetail<Name extends keyof SallaProfileEventNames> = SallaProfileEventMap[SallaProfileEventNames[Name]];

/** `salla.profile.event` and `salla.event.profile`: `onUpdated(fn)`, `offUpdated(fn)`, `updated(detail)`, and so on. */
type SallaProfileEvents = {
  [Name in keyof SallaProfileEventNames as `on${Capitalize<Name>}`]: (
    listener: (detail: SallaProfileDetail<Name>) => unknown,
  ) => unknown;
} & {
  [Name in keyof SallaProfileEventNames as `off${Capitalize<Name>}`]: (
    listener: (detail: SallaProfileDetail<Name>) => unknown,
  ) => unknown;
} & {
  [Name in keyof SallaProfileEventNames]: (detail: SallaProfileDetail<Name>) => Promise<unknown>;
};

/** A listener of `salla.event.on`; `this.event` is the event's name, of a wildcard's too. */
type SallaProfileListener<Args extends any[]> = (this: { readonly event: string }, ...args: Args) => unknown;

/** `salla.event`, as far as a page without the SDK has it. */
interface SallaProfileEmitter {
  /** Listens to an event, or to all that match by whole segments: "profile::*", "*::updated", "**". */
  on<Name extends keyof SallaProfileEventMap>(
    name: Name,
    listener: SallaProfileListener<[detail: SallaProfileEventMap[Name], ...more: any[]]>,
  ): unknown;
  on(name: string, listener: SallaProfileListener<any[]>): unknown;
  /** Listens to the next one only. */
  once<Name extends keyof SallaProfileEventMap>(
    name: Name,
    listener: SallaProfileListener<[detail: SallaProfileEventMap[Name], ...more: any[]]>,
  ): unknown;
  once(name: string, listener: SallaProfileListener<any[]>): unknown;
  /** Listens to all; the name comes first. */
  onAny(listener: (name: string, ...args: any[]) => unknown): unknown;
  /** Ends a subscription: the name and the function that it was made with. */
  off(name: string, listener: (...args: any[]) => unknown): unknown;
  /** Ends a subscription of `onAny`, or all of them. */
  offAny(listener?: (name: string, ...args: any[]) => unknown): unknown;
  /**
   * Dispatches an event; the name of an action, such as "profile::update", calls the method with the arguments.
   * What comes of such a call shows in its events only.
   */
  emit(name: string, ...args: any[]): unknown;
  /** The same as `emit`. */
  dispatch(name: string, ...args: any[]): unknown;
  /** Dispatches an event, of an action's name too: it calls no method. */
  emitAsync(name: string, ...args: any[]): Promise<unknown>;
  readonly profile: SallaProfileEvents;
}

// ------------------------------------------------------------------ the dialog

/** The dialog that asks the customer for the code of a changed phone or e-mail. It opens and closes by itself. */
interface SallaProfileVerificationElement extends HTMLElement {
  /** Opens the dialog for what waits for a code; nothing where nothing waits. */
  show(): void;
  /** Closes it; what waits goes on waiting, and the bar offers it again. */
  hide(): void;

  addEventListener<Name extends keyof SallaProfileVerificationEventMap>(
    name: Name,
    listener: (this: SallaProfileVerificationElement, event: SallaProfileVerificationEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof SallaProfileVerificationEventMap>(
    name: Name,
    listener: (this: SallaProfileVerificationElement, event: SallaProfileVerificationEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The attributes, for those who write the element in a typed template (JSX and the like). */
interface SallaProfileVerificationAttributes extends SallaProfileVerificationTextAttributes {
  /** Digits of a code: with the last one it is sent by itself. 4 where it is absent. */
  length?: number | string;
  /** Shows no more of the contact than its owner needs to know it. */
  masked?: boolean | "";
  /** "dialog", which is the default, or "inline": the form in its place. */
  display?: "dialog" | "inline";
  /** Opens for each change, also where Salla's `<salla-verify>` would, and closes that one's dialog. */
  "for-changes"?: boolean | "";
}

/** `text-NAME` replaces the text of this name; `{to}` in it is the contact, in "wait" the seconds. */
type SallaProfileVerificationTextAttributes = { [Name in SallaProfileVerificationText as `text-${Name}`]?: string };

/** The names of the texts. "mobile" and "email" stand for a contact that isn't known. */
type SallaProfileVerificationText =
  | "title" | "text" | "label" | "submit" | "busy" | "resend" | "resent" | "wait" | "again" | "cancel" | "close"
  | "enter" | "failed" | "mobile" | "email";

/** What `::part()` takes. "bar" offers the dialog: "offer" is its text, "enter" its button. */
type SallaProfileVerificationPart =
  | "dialog" | "form" | "title" | "text" | "label" | "input" | "error" | "submit" | "resend" | "timer" | "cancel"
  | "status" | "close" | "bar" | "offer" | "enter";

/** The slots: they replace the title, the text above the field, and what is below the buttons (nothing). */
type SallaProfileVerificationSlot = "title" | "text" | "footer";

/** The custom properties; the system's colours where they aren't set. */
type SallaProfileVerificationProperty =
  `--salla-profile-verification-${"background" | "color" | "accent" | "on-accent" | "radius"}`;

/** Why the dialog has closed. "none": nothing waits any more, or `hide()` was called. */
type SallaProfileVerificationReason = "verified" | "escape" | "cancelled" | "none";

/** The element's events. All bubble, so that `document` has them too. */
interface SallaProfileVerificationEventMap {
  /** It is about to open, for this contact. `preventDefault()` keeps it closed. */
  "salla-profile-verification::open": CustomEvent<SallaProfilePending>;
  /** The customer gives the change up. `preventDefault()` keeps it. */
  "salla-profile-verification::cancel-change": CustomEvent<SallaProfilePending>;
  /** It has closed; with "escape" it is about to, and `preventDefault()` keeps it open. */
  "salla-profile-verification::close": CustomEvent<{ reason: SallaProfileVerificationReason }>;
}

interface HTMLElementTagNameMap {
  "salla-profile-verification": SallaProfileVerificationElement;
}

interface DocumentEventMap extends SallaProfileVerificationEventMap {}
interface WindowEventMap extends SallaProfileVerificationEventMap {}

// ------------------------------------------------------------------ the page

/**
 * `salla`, as far as it concerns the profile. Add what else your page has:
 *
 *   interface SallaProfileGlobal { cart: … }
 *
 * Next to the types of the SDK use `SallaProfileGlobal & Salla`, with `import type Salla from "@salla.sa/twilight"`.
 */
interface SallaProfileGlobal {
  profile: SallaProfile;
  /** There once the SDK is, or `configure` or `data-api` has named a store. */
  api: { profile: SallaProfileApi };
  /** There once the SDK is, or `configure` or `data-api` has named a store. */
  event: SallaProfileEmitter;
  /**
   * Where messages for the customer go: the SDK's, or your own on a page without it. `kind` is "success", "error" or
   * the server's; `about` is the answer, or for refused fields the error.
   */
  notify?: { fire(message: string, kind: string, about?: any): unknown };
}

/** Inherited, so that the SDK's own `Window.salla` (any) wins where its types are there too. */
interface SallaProfileWindow {
  salla: SallaProfileGlobal;
  Salla: SallaProfileGlobal;
}

interface Window extends SallaProfileWindow {}

// Aliases and not `var`: where the SDK's types declare `let salla: any`, theirs is what counts, in whatever order the
// two are read. The name then is `any`; annotate: `const profile: SallaProfile = salla.profile`.
declare namespace SallaProfileGlobals {
  const salla: SallaProfileGlobal;
  const Salla: SallaProfileGlobal;
}
// @ts-ignore
import salla = SallaProfileGlobals.salla;
// @ts-ignore
import Salla = SallaProfileGlobals.Salla;
