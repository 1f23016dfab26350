// A page with the element in a frame of its own, and what a test does there.
import { until } from "../standalone/pages.js";

export const mobile = { type: "mobile", phone: "501234567", country_code: "SA" };
export const email = { type: "email", email: "haifa@example.org" };

const tag = (src) => `<script src="${src}"></script>`;
export const STAND_IN = tag("/verification/profile.js");
export const SCRIPT = tag("/dist/salla-profile.verification.js");
export const ELEMENT = "<salla-profile-verification></salla-profile-verification>";

/** Opens one; `tags` is what comes before the element, in its order. */
export async function openPage({ tags = STAND_IN + SCRIPT, before = "", element = ELEMENT, lang = "en" } = {}) {
  const frame = document.createElement("iframe");
  frame.width = frame.height = 800; // axe asks about what is scrolled out of sight
  frame.srcdoc = `<!doctype html><html lang="${lang}"><meta charset="utf-8">
    <script>parent.receive(window); ${before}</script>${tags}<p><button id="change">Change</button></p>${element}`;
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  const win = frame.contentWindow;
  const host = win.document.querySelector("salla-profile-verification");
  const heard = [];
  for (const name of ["open", "cancel-change", "close"]) {
    win.document.addEventListener("salla-profile-verification::" + name, ({ detail }) => heard.push([name, detail.reason || detail.type].join(" ")));
  }
  const part = (name) => host.shadowRoot.getElementById(name);
  const page = {
    win, host, heard, part,
    fake: win.fake,
    isOpen: () => Boolean(part("dialog")),
    text: (name) => part(name).textContent,
    /** What comes into the field at once: by a key, a paste, or the browser. */
    type(text) {
      const input = part("input");
      input.value = text;
      input.dispatchEvent(new win.InputEvent("input", { bubbles: true }));
    },
    click: (name) => part(name).click(),
    press: (key) => part("input").dispatchEvent(new win.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true })),
    submit: () => part("form").requestSubmit(part("submit")),
    codes: () => win.fake.named("verify").map(({ code }) => code),
    opened: () => until(() => page.isOpen(), "the dialog is open"),
    closed: () => until(() => !page.isOpen(), "the dialog is closed"),
    idle: () => until(() => !part("status") || !page.text("status").includes("Checking"), "the answer is here"),
  };
  return page;
}

/** The usual beginning: a change whose code is awaited. */
export async function openDialog(contact = mobile, options) {
  const page = await openPage(options);
  page.fake.change(contact);
  await page.opened();
  return page;
}
