// Types of salla-profile.verification.js: the element <salla-profile-verification>, its attributes, events, parts and custom
// properties. A global script, as salla-profile.d.ts is, which it comes with.

/// <reference path="./salla-profile.d.ts" />

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
