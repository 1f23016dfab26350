// What the dialog's form does: the code is sent once, a new one asked for, the change given up.
import { codeIn, receive } from "./code.js";
import { announce, attempt } from "./page.js";
import { pause, secondsLeft } from "./pause.js";
import { refusalOf } from "./refusal.js";
import { complain, say } from "./say.js";
import { textOf } from "./texts.js";
import { look } from "./waiting.js";

const PAUSE = 30; // seconds between two new codes

/** Calls a method of salla.profile as it is now, wrapped or not; one at a time. */
async function run(ui, method, argument, done) {
  const { contact } = ui;
  ui.running = method;
  complain(ui, "");
  say(ui, method == "verify" && "busy");
  try {
    await window.salla.profile[method](argument);
    done();
  } catch (reason) {
    // Else it is closed, or the next one's turn.
    if (contact == ui.contact) refuse(ui, refusalOf(reason) || {}, method);
  }
  ui.running = "";
}

function refuse(ui, { words, seconds }, method) {
  ui.outcome = "";
  say(ui);
  if (seconds) pause(ui, seconds);
  complain(ui, words || textOf(ui.host, "failed"), method == "verify");
}

function send(ui, isAutomatic) {
  const code = codeIn(ui.input.value);
  if (ui.running || (isAutomatic && code == ui.tried)) return;
  if (!code) return complain(ui, textOf(ui.host, "enter"), true);
  ui.tried = code;
  ui.outcome = "verified";
  run(ui, "verify", { code, type: ui.contact.type }, look);
}

function typed(ui) {
  const { input } = ui;
  const length = +ui.host.getAttribute("length") || 4;
  const code = codeIn(input.value, length);
  if (code != input.value) input.value = code;
  if (code.length == length) return send(ui, true);
  ui.tried = "";
  complain(ui, "");
}

function resend(ui) {
  if (ui.running) return;
  if (ui.freeAt) return say(ui, "wait", secondsLeft(ui));
  run(ui, "resendVerification", ui.contact.type, () => {
    ui.input.value = ui.tried = "";
    ui.input.focus();
    say(ui, "resent");
    pause(ui, PAUSE);
  });
}

function cancel(ui) {
  if (ui.running || !announce(ui.host, "cancel-change", ui.contact, true)) return;
  ui.outcome = "cancelled";
  run(ui, "cancelVerification", ui.contact.type, look);
}

/** Has the form's buttons and its field do what they are for. */
export function connectForm(ui) {
  ui.input.oninput = () => typed(ui);
  ui.resend.onclick = () => resend(ui);
  ui.cancel.onclick = () => cancel(ui);
  ui.form.onsubmit = (event) => {
    event.preventDefault();
    send(ui);
  };
}

/** Begins afresh, for a contact. */
export function begin(ui, contact) {
  ui.contact = contact;
  ui.freeAt = 0;
  ui.input.value = ui.outcome = ui.tried = "";
  complain(ui, "");
  say(ui);
  end(ui);
  attempt(() => {
    ui.message = new AbortController();
    if (contact.type == "email") return; // its code comes by no message of the phone
    receive(ui.message.signal, (code) => {
      ui.input.value = code;
      typed(ui);
    });
  });
}

export const end = (ui) => attempt(() => ui.message.abort());
