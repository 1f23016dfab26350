// The developer panel of the demo: what the module announces, what the customer's phone receives, and how the page
// bears a misbehaving store. A theme has no use for it.

import { showBuild } from "./build.js";
import { refreshLinks, t, withQuery } from "./i18n.js";

const $ = (selector) => document.querySelector(selector);
const params = new URLSearchParams(location.search);
const withSdk = Boolean(window.salla?.onReady);
const fault = params.get("fault") ?? "";

// ---------------------------------------------------------------- the store: which customer, which fault

if (window.salla?.profile) {
  if (params.has("token") && !withSdk) salla.profile.configure({ token: params.get("token") });
  if (fault) setFault(fault);
}

/** Every further request carries the wish; null takes the header away. */
function setFault(value) {
  if (withSdk) salla.api.setHeader("X-Store-Fault", value || null);
  else salla.profile.configure({ headers: { "X-Store-Fault": value || null } });
}

const faultSelect = $("#fault");
if (![...faultSelect.options].some((option) => option.value === fault)) {
  faultSelect.append(new Option(fault, fault));
}
faultSelect.value = fault;
faultSelect.addEventListener("change", () => {
  setFault(faultSelect.value);
  history.replaceState(null, "", withQuery({ fault: faultSelect.value })); // a reload and the page's links keep it
  refreshLinks();
});

// ---------------------------------------------------------------- the module

const here = withSdk ? "sdk.html" : "index.html";
document.querySelector(`.pages [href="${here}"]`).setAttribute("aria-current", "page");

(async () => {
  try {
    const { mode, version, compiler } = await salla.profile.ready;
    $("#module-mode").textContent = mode;
    $("#module-version").textContent = version;
    $("#module-compiler").textContent = compiler;
  } catch (error) {
    $("#module-mode").textContent = t("notRunning");
    $("#module").title = String(error?.message ?? error);
  }
})();
showBuild();

// Open beside the page where there is room, a closed drawer below it on a phone.
$("#panel").open = matchMedia("(min-width: 64rem)").matches;

// ---------------------------------------------------------------- events

const names = [
  "info.fetched", "info.not.fetched", "updated", "update.failed", "verification", "verification.code.sent",
  "update.contacts.failed", "verified", "unverified", "settings.updated", "update.settings.failed", "deleted",
  "not.deleted",
];
let count = 0;

for (const name of names) document.addEventListener(`profile::${name}`, logEvent);

function logEvent({ type, detail }) {
  const item = document.createElement("li");
  item.dataset.event = type;
  item.className = /not\.|failed|unverified/.test(type) ? "failure" : "";
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const name = document.createElement("code");
  const time = document.createElement("time");
  const data = document.createElement("pre");
  name.textContent = type;
  time.textContent = clock(new Date(), { second: "2-digit", fractionalSecondDigits: 3 });
  data.textContent = readable(detail);
  data.tabIndex = 0; // it scrolls
  summary.append(name, time);
  details.append(summary, data);
  item.append(details);
  $("#events").prepend(item);
  $("#event-count").textContent = ++count;
}

$("#clear-events").addEventListener("click", () => {
  $("#events").replaceChildren();
  $("#event-count").textContent = count = 0;
});

/** JSON for people: files and forms by their content, no circles. */
function readable(value) {
  const seen = new WeakSet();
  const replace = (_, member) => {
    if (member instanceof FormData || member instanceof URLSearchParams) return Object.fromEntries(member);
    if (member instanceof Blob) return `${member.name ?? "Blob"} (${member.size} bytes)`;
    if (typeof member === "function") return undefined;
    if (typeof member === "object" && member !== null) {
      if (seen.has(member)) return "…";
      seen.add(member);
    }
    return member;
  };
  return JSON.stringify(value, replace, 2) ?? String(value);
}

function clock(date, more = {}) {
  return date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", ...more });
}

// ---------------------------------------------------------------- the customer's phone

const customer = withSdk
  ? JSON.parse(localStorage.getItem("token"))
  : params.get("token") ?? $("script[data-token]")?.dataset.token ?? "";
const messages = new Set();
const verification = $("salla-profile-verification");
let unused = []; // messages that came while this page is open, the newer first

// The list has what came before this page was loaded, the stream what comes from now on.
watchPhone();

async function watchPhone() {
  const query = `?token=${encodeURIComponent(customer)}`;
  try {
    const earlier = await (await fetch(`/dev/phone${query}`)).json();
    earlier.forEach(showMessage);
  } catch { /* a store without a phone: the demo still works, just without codes */ }
  const stream = new EventSource(`/dev/phone/stream${query}`);
  stream.addEventListener("message", (event) => {
    const message = JSON.parse(event.data);
    if (!showMessage(message)) return;
    unused.unshift(message);
    suggest();
  });
}

function showMessage(message) {
  const key = JSON.stringify(message);
  if (messages.has(key)) return false;
  messages.add(key);

  const item = document.createElement("li");
  const head = document.createElement("p");
  const kind = document.createElement("strong");
  const time = document.createElement("time");
  const text = document.createElement("p");
  const foot = document.createElement("p");
  const code = document.createElement("output");
  const copy = document.createElement("button");
  const at = new Date(message.at);

  item.className = message.type === "email" ? "mail" : "sms";
  item.dataset.code = message.code;
  item.dataset.to = message.to;
  kind.textContent = message.type === "email" ? t("mail") : t("sms");
  time.textContent = clock(Number.isNaN(at.getTime()) ? new Date() : at);
  text.textContent = message.text;
  text.dir = "auto";
  code.textContent = message.code.replace(/^(..)/, "$1 "); // as many senders write it
  code.className = "code";
  copy.type = "button";
  copy.textContent = t("copy");
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent);
    copy.textContent = t("copied");
  });

  head.className = "head";
  foot.className = "foot";
  head.append(kind, time);
  foot.append(code, copy);
  item.append(head, text, foot);
  $("#phone-screen .empty")?.remove();
  $("#phone-screen").prepend(item);
  $("#phone-screen").scrollTop = 0;
  $("#message-count").textContent = messages.size;
  $("#phone-clock").textContent = time.textContent;
  return true;
}

const isTo = ({ type, phone, email }, { to }) =>
  type === "email" ? to.toLowerCase() === email?.toLowerCase() : Boolean(phone) && to.endsWith(phone.replace(/^0+/, ""));

// While the dialog is open nothing behind it can be reached, the drawn phone neither. Real phones offer the code above
// their keyboard; here a button in the dialog's footer does: that of the contact which the dialog is about.
function suggest() {
  $("#suggestion")?.remove();
  const [contact] = waiting();
  const message = contact && unused.find((one) => isTo(contact, one));
  if (!message) return;
  const button = document.createElement("button");
  button.type = "button";
  button.id = "suggestion";
  button.slot = "footer";
  button.className = "suggestion";
  button.textContent = t("fromMessages", { code: message.code });
  button.addEventListener("click", () => {
    const field = verification.shadowRoot.getElementById("input");
    field.value = message.code;
    field.dispatchEvent(new InputEvent("input", { bubbles: true })); // which sends it
  });
  verification.append(button);
}

const waiting = () => salla.profile.pendingVerifications ?? [];

// The message may come before the dialog opens or after.
document.addEventListener("salla-profile::pending", suggest);
document.addEventListener("profile::verified", () => {
  unused = unused.filter((message) => waiting().some((contact) => isTo(contact, message)));
});
