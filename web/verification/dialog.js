// When the dialog is open, and for which contact: ui.contact.
import { keyOf } from "./contact.js";
import { begin, connectForm, end } from "./form.js";
import { closeOfficial, forgetOfficial, hasOfficial, isOfficial, noteEmitted } from "./official.js";
import { announce, attempt, later } from "./page.js";
import { write } from "./texts.js";
import { createView, offer, render, show } from "./view.js";
import { list } from "./waiting.js";

let lastFocus;
let lastOfPage; // outside of ours and of every other shadow tree

/** A theme disables its button while the change is sent, which takes the focus away before the dialog opens. */
export const watchFocus = () =>
  document.addEventListener("focusin", (event) => {
    [lastFocus] = event.composedPath();
    if (lastFocus == event.target) lastOfPage = lastFocus;
  });

/** Shows what waits as it is now. */
export function refresh(ui) {
  const [next] = list;
  const { contact } = ui;
  if (!next) forgetOfficial();
  if (!contact) return offer(ui, next);
  if (!next) return close(ui, ui.outcome || "none");
  if (keyOf(next) == keyOf(contact)) return;
  begin(ui, next);
  render(ui, next);
  write(ui.status, ui.text.textContent); // a description that changes isn't read again
  ui.input.focus();
}

// Whether it is to be open where Salla's own dialog opens.
const isInstead = (ui) => ui && (ui.contact || ui.host.hasAttribute("for-changes"));

/** The server has profile::verification emitted, for a contact. */
export function hear(ui, contact) {
  noteEmitted(contact);
  if (isInstead(ui)) closeOfficial();
}

/** A code is awaited of the customer: opens, unless Salla's own dialog does. That shows when this task is over. */
export function ask(ui) {
  if (ui.running == "resendVerification") return; // it has asked for the code itself, and may be closed since
  if (isInstead(ui) || !hasOfficial()) open(ui);
  else later(() => list[0] && (isOfficial(list[0]) || open(ui)));
}

export function open(ui) {
  const { host, place } = ui;
  // In a part of the page that is hidden no dialog shows: at its end one does.
  if (place.checkVisibility && !place.checkVisibility() && host.parentNode != document.body) document.body.append(host);
  if (ui.contact || !list[0] || !announce(host, "open", list[0], true) || !list[0]) return;
  if (isOfficial(list[0])) closeOfficial();
  ui.back = lastFocus;
  offer(ui);
  begin(ui, list[0]);
  show(ui, list[0]);
  const escape = (event) => {
    event.preventDefault();
    event.stopPropagation();
    close(ui, "escape");
  };
  ui.dialog.onkeydown = (event) => {
    if (event.key == "Escape") escape(event); // without a value: false would keep the key from the page
  };
  // Other ways to close it: a phone's back gesture, and a script's.
  ui.dialog.oncancel = ui.dialog.onclose = escape;
}

export function close(ui, reason) {
  const isEscape = reason == "escape";
  if (!ui.contact || (isEscape && (!announce(ui.host, "close", { reason }, true) || !ui.contact))) return;
  shut(ui);
  // Once nothing waits the bar is gone, and its button with it.
  attempt(() => (ui.back.isConnected ? ui.back : lastOfPage).focus({ preventScroll: true }));
  if (!isEscape) announce(ui.host, "close", { reason });
}

/** Takes the dialog away, without a word. */
export function shut(ui) {
  if (!ui.contact) return;
  ui.contact = null;
  end(ui);
  ui.dialog.remove();
  offer(ui, list[0]);
}

export function create(host) {
  const ui = createView(host);
  connectForm(ui);
  ui.close.onclick = () => close(ui, "escape");
  ui.enter.onclick = () => host.show();
  return ui;
}
