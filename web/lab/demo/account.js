// The account page of a shop, in plain JavaScript over salla.profile: it shows the customer's data, saves changes,
// uploads a picture, and changes phone and e-mail. For the code of these <salla-profile-verification> asks by itself.
// The same file serves with Salla's SDK and without it, and where the module can't run and the SDK's own methods answer.

import { describe, send } from "./forms.js";
import { lang, t, translatePage } from "./i18n.js";
import { beginAttempt, toast } from "./toasts.js";

const $ = (selector) => document.querySelector(selector);

const profileForm = $("#profile-form");
const phoneForm = $("#phone-form");
const emailForm = $("#email-form");
const codeForm = $("#code-form");

const options = { timeout: 20000 };

let profile = {}; // what the store last said
let edited = false; // the profile form holds changes that aren't saved
let isAsking = false; // the dialog for the code is open

// ---------------------------------------------------------------- start

translatePage();
for (const { value, textContent } of $("#country").options) $("#profile-country").append(new Option(textContent, value));
start();

async function start() {
  if (!window.salla?.profile) return showLoadError(t("noModule"));
  if (salla.onReady) {
    // With the SDK: language and customer come from salla.init, and notices are shown as this page says.
    salla.notify.setNotifier(showNotice);
    await salla.onReady();
  } else {
    // Without it: the module calls salla.notify where a theme gives it one.
    salla.notify = { fire: showNotice };
    salla.profile.configure({ language: lang });
  }
  salla.profile.ready?.then(() => document.removeEventListener("profile::verification", askPlainly), () => {});
  await load();
}

async function load() {
  $("#load-error").hidden = true;
  beginAttempt();
  try {
    const body = await salla.profile.info(options);
    if (!body?.data?.id) throw new Error("not a profile"); // an empty or cut answer resolves too
    render(body.data);
  } catch (error) {
    const unreachable = error.isAxiosError && !error.response;
    showLoadError(unreachable ? `${t("notLoaded")} ${describe(error)}` : t("notLoaded"));
  } finally {
    profileForm.removeAttribute("aria-busy");
  }
}

function showLoadError(text) {
  profileForm.removeAttribute("aria-busy");
  $("#load-error-text").textContent = text;
  $("#load-error").hidden = false;
}

$("#reload").addEventListener("click", () => (window.salla?.profile ? load() : location.reload()));

// ---------------------------------------------------------------- the customer's data

/** Shows what the store answered; members it left out stay as they are. */
function render(data) {
  if (typeof data !== "object" || data === null) return;
  profile = { ...profile, ...data };

  const name = [profile.first_name, profile.last_name].filter(Boolean).join(" ");
  $("#greeting").textContent = t("hello", { name });
  $("#initials").textContent = (profile.first_name ?? "").slice(0, 1);
  $("#current-phone").textContent = profile.phone?.number ? `${profile.phone.code} ${profile.phone.number}` : "—";
  $("#current-email").textContent = profile.email || "—";

  // A refresh must not wipe out what the customer is typing.
  if (!edited) {
    for (const member of ["first_name", "last_name", "gender"]) {
      profileForm.elements[member].value = profile[member] ?? "";
    }
    profileForm.elements.email.value = profile.email ?? "";
    profileForm.elements.phone.value = profile.phone?.number ?? "";
    if (profile.phone?.country) profileForm.elements.country_code.value = profile.phone.country;
    profileForm.elements.birthday.value = (profile.birthday ?? "").slice(0, 10);
    showPicture(profile.avatar);
  }
  if (!phoneForm.elements.phone.value && profile.phone?.country) {
    phoneForm.elements.country_code.value = profile.phone.country;
  }
  for (const fieldset of document.querySelectorAll("fieldset[disabled]")) fieldset.disabled = false;
}

// Other parts of a page change the profile as well: whoever does, it shows here.
document.addEventListener("profile::updated", (event) => render(event.detail?.data));

profileForm.addEventListener("input", () => (edited = true));

const picture = $("#avatar-image");
const pictureInput = $("#avatar-input");

function showPicture(address) {
  if (picture.src.startsWith("blob:")) URL.revokeObjectURL(picture.src);
  picture.hidden = !address;
  if (address) picture.src = address;
  else picture.removeAttribute("src");
}

picture.addEventListener("error", () => (picture.hidden = true)); // the initial is beneath it

pictureInput.addEventListener("change", () => {
  const [file] = pictureInput.files;
  showPicture(file ? URL.createObjectURL(file) : profile.avatar);
});

profileForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const data = new FormData(profileForm);
  if (!data.get("avatar").size) data.delete("avatar"); // no picture chosen
  send(profileForm, t("saving"), () => salla.profile.update(data, options), (body) => {
    edited = false;
    pictureInput.value = "";
    render(body.data);
    toast(body.data.message || t("saved"), "success");
  });
});

// ---------------------------------------------------------------- phone and e-mail

for (const form of [phoneForm, emailForm]) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const contact = Object.fromEntries(new FormData(form));
    // updateContacts is the SDK's name; the documented updateContact is the same function.
    send(form, t("sending"), () => salla.profile.updateContacts(contact, options), (body) => {
      if (body.data.verification?.status !== "pending") contactChanged(body);
    });
  });
}

document.addEventListener("profile::verified", (event) => contactChanged(event.detail));

async function contactChanged(body) {
  phoneForm.reset();
  emailForm.reset();
  toast(body?.data?.message || t("contactChanged"), "success");
  await load();
  // What had the focus may be gone: the dialog gives it back, but not to the button that offered the dialog.
  if (document.activeElement === document.body) {
    const form = body?.data?.verification?.type === "email" ? emailForm : phoneForm;
    form.elements[form.dataset.mainField].focus();
  }
}

for (const name of ["open", "close"]) {
  document.addEventListener(`salla-profile-verification::${name}`, () => (isAsking = name === "open"));
}

// ---------------------------------------------------------------- where the module can't run

let asked; // the contact of the code that the plain form asks for

/** The server's event asks for a code: its detail is the contact or [contact]; one with request_type is about a deletion. */
function askPlainly(event) {
  const [contact] = [event.detail].flat();
  if (contact?.request_type) return;
  asked = contact;
  codeForm.reset();
  codeForm.hidden = false;
  codeForm.elements.code.focus();
}

document.addEventListener("profile::verification", askPlainly);

codeForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const code = codeForm.elements.code.value;
  send(codeForm, t("verifying"), () => salla.profile.verify({ ...asked, code }, options), () => (codeForm.hidden = true));
});

// ---------------------------------------------------------------- messages

/**
 * The store's notices, from the SDK or the module; `about` is the answer, for refused fields the error.
 * Errors of fields and all that concerns the dialog are shown in their place, not here.
 */
function showNotice(message, type, about) {
  const isAwaited = about?.data?.verification?.status === "pending"; // the dialog is about to open
  if (isAsking || isAwaited || about?.response?.data?.error?.fields) return;
  toast(message, type);
}
