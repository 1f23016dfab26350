// Sending a form of the account page, and showing its errors where they belong.

import { t } from "./i18n.js";
import { beginAttempt, toast } from "./toasts.js";

/** Sends what a form holds: busy while it is on its way, errors beside their fields, `done` with a usable answer. */
export async function send(form, busyText, request, done) {
  if (form.getAttribute("aria-busy") === "true") return;
  clearErrors(form);
  beginAttempt();
  form.setAttribute("aria-busy", "true");
  const button = form.querySelector("[type=submit]");
  const label = button.textContent;
  button.textContent = busyText; // not disabled: that would throw the keyboard's focus away
  try {
    const body = await request();
    if (!body?.data || body.success === false) throw new Error("no usable answer");
    await done(body);
  } catch (error) {
    showErrors(form, error);
  } finally {
    button.textContent = label;
    form.removeAttribute("aria-busy");
  }
}

/** Takes back what is said beside the fields of a form. */
function clearErrors(form) {
  for (const place of form.querySelectorAll("[data-error-for]")) place.textContent = "";
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}

/** Shows what a call was rejected with: beside the fields that it names, what is left as a message. */
function showErrors(form, error) {
  const fields = error.response?.data?.error?.fields ?? {};
  const others = []; // about fields that this form doesn't have
  for (const [name, texts] of Object.entries(fields)) {
    const text = [texts].flat().join(" ");
    if (!showFieldError(form, name, text)) others.push(text);
  }
  if (others.length > 0 || !form.querySelector("[aria-invalid]")) {
    const text = others.join(" ") || describe(error);
    // What is refused of a form with one field to fill is about that field, whatever the answer calls it.
    const refused = error.response?.status < 500 && showFieldError(form, form.dataset.mainField, text);
    if (!refused) toast(text, "error");
  }
  form.querySelector("[aria-invalid]")?.focus();
}

/** Shows a text beside a field, and answers whether the form has a place for it. */
function showFieldError(form, name, text) {
  const place = [...form.querySelectorAll("[data-error-for]")].find((element) => element.dataset.errorFor === name);
  if (!place) return false;
  place.textContent = text;
  form.elements[name].setAttribute("aria-invalid", "true");
  return true;
}

/** Answers what a rejection says to the customer: the store's own words where there are any. */
export function describe(error) {
  if (error.response?.data?.error?.message) return error.response.data.error.message;
  if (error.code === "ECONNABORTED") return t("timeout");
  if (error.response) return t("server");
  return error.isAxiosError ? t("network") : t("unreadable");
}
