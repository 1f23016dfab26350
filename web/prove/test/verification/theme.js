// A theme's own look and words.
import { assert, test } from "../standalone/pages.js";
import { ELEMENT, mobile, openDialog } from "./page.js";

test("the page's language, where the element stands, and its direction", async () => {
  const ar = await openDialog(mobile, { lang: "ar-SA" });
  assert.strictEqual(ar.text("title"), "رمز التحقق");
  assert.strictEqual(ar.win.getComputedStyle(ar.part("dialog")).direction, "rtl");
  const en = await openDialog(mobile, { lang: "ar", element: `<div lang="en">${ELEMENT}</div>` });
  assert.strictEqual(en.text("title"), "Verification code");
  assert.strictEqual(en.win.getComputedStyle(en.part("dialog")).direction, "ltr");
  assert.strictEqual(en.part("dialog").parentNode.lang, "en");
});

test("numbers stand left to right, isolated", async () => {
  const { part, win } = await openDialog(mobile, { lang: "ar" });
  const isolated = part("text").querySelector("bdi");
  assert.strictEqual(isolated.textContent, "501234567");
  assert.strictEqual(win.getComputedStyle(isolated).direction, "ltr");
});

test("texts by attributes", async () => {
  const element = `<salla-profile-verification text-title="Nearly done" text-text="{to}: type what we sent" text-submit="OK"></salla-profile-verification>`;
  const page = await openDialog(mobile, { element });
  assert.strictEqual(page.text("title"), "Nearly done");
  assert.strictEqual(page.text("text"), "501234567: type what we sent");
  assert.strictEqual(page.text("submit"), "OK");
});

test("slots for title, text and footer", async () => {
  const element = `<salla-profile-verification><b slot="title">Mine</b><i slot="text">Also</i><a slot="footer" href="#help">Help</a></salla-profile-verification>`;
  const { host, part, win } = await openDialog(mobile, { element });
  for (const child of host.children) assert.ok(child.assignedSlot && child.getBoundingClientRect().height > 0, child.slot);
  assert.strictEqual(part("title").querySelector("slot").assignedElements()[0].textContent, "Mine");
  assert.strictEqual(win.getComputedStyle(host.querySelector("b")).display, "inline");
});

test("parts and custom properties", async () => {
  const tags = `<style>
    salla-profile-verification { --salla-profile-verification-accent: rgb(0, 128, 0); --salla-profile-verification-background: rgb(255, 255, 240); --salla-profile-verification-radius: 3px; }
    salla-profile-verification::part(input) { letter-spacing: 9px; }
  </style>`;
  const page = await openDialog(mobile, { tags: `<script src="/verification/profile.js"></script><script src="/dist/salla-profile.verification.js"></script>` + tags });
  const style = (name) => page.win.getComputedStyle(page.part(name));
  assert.strictEqual(style("submit").backgroundColor, "rgb(0, 128, 0)");
  assert.strictEqual(style("dialog").backgroundColor, "rgb(255, 255, 240)");
  assert.strictEqual(style("dialog").borderTopLeftRadius, "3px");
  assert.strictEqual(style("input").letterSpacing, "9px");
});

test("it has a name, a description and labels", async () => {
  const { part } = await openDialog();
  const by = (node, attribute) => node.getAttribute(attribute).split(" ").map((id) => part(id).textContent).join(" ");
  assert.strictEqual(by(part("dialog"), "aria-labelledby"), "Verification code");
  assert.strictEqual(by(part("dialog"), "aria-describedby"), "Enter the code that we sent to 501234567");
  assert.strictEqual(part("input").labels[0].textContent, "Code");
  assert.strictEqual(part("input").getAttribute("aria-describedby"), "error");
  assert.strictEqual(part("error").getAttribute("role"), "alert");
  assert.strictEqual(part("status").getAttribute("role"), "status");
});

test("what the place of the element has is not the dialog's", async () => {
  const element = `<div style="font-size: 9px; color: white; text-align: center; text-transform: uppercase; white-space: nowrap">${ELEMENT}</div>`;
  const { part, win } = await openDialog(mobile, { element });
  const { color, fontSize, textAlign, textTransform, whiteSpace } = win.getComputedStyle(part("text"));
  assert.strictEqual([color, fontSize, textAlign, textTransform, whiteSpace].join(" "), "rgb(0, 0, 0) 16px start none normal");
});
