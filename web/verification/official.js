// Salla's own <salla-verify>: a modal one opens when profile::verification is emitted, unless that is about a deletion.
import { addressOf } from "./contact.js";
import { later } from "./page.js";

let emitted; // the contact that the last event named

/** It was emitted, for a contact. */
export const noteEmitted = (contact) => (emitted = contact);

const isModal = (verify) => (verify.display || verify.getAttribute("display")) != "inline";

export const hasOfficial = () => [].some.call(document.querySelectorAll("salla-verify"), isModal);

/** Whether it has opened for the contact. */
export const isOfficial = (contact) =>
  emitted && hasOfficial() && emitted.type == contact.type && (addressOf(emitted) || addressOf(contact)) == addressOf(contact);

/** Nothing waits any more: what was emitted was about that. */
export const forgetOfficial = () => (emitted = undefined);

/** Closes its dialog, also where that is about to open in this task. */
export function closeOfficial() {
  const close = () =>
    document.querySelectorAll("salla-modal.s-verify[visible]").forEach((modal) => {
      modal.removeAttribute("visible");
      modal.classList.add("s-hidden"); // at once: it fades out for a third of a second, and takes the focus meanwhile
      // It marks the page as covered in a task that it has begun already.
      later(() => document.body.classList.remove("modal-is-open"));
    });
  const observer = new MutationObserver(close);
  observer.observe(document.body, { subtree: true, attributeFilter: ["visible"] });
  close();
  later(() => observer.disconnect());
}
