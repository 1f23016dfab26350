// A theme's own look and words.
import { equal, ok, test } from "/standalone/harness.js";
import { ELEMENT, mobile, openDialog } from "./page.js";

test("the page's language, where the element stands, and its direction", async () => {
  const ar = await openDialog(mobile, { lang: "ar-SA" });
  equal(ar.text("title"), "رمز التحقق");
  equal(ar.win.getComputedStyle(ar.part("dialog")).direction, "rtl");
  const en = await openDialog(mobile, { lang: "ar", element: `<div lang="en">${ELEMENT}</div>` });
  equal(en.text("title"), "Verification code");
  equal(en.win.getComputedStyle(en.part("dialog")).direction, "ltr");
  equal(en.part("dialog").parentNode.lang, "en");
});

test("numbers stand left to right, isolated", async () => {
  const { part, win } = await openDialog(mobile, { lang: "ar" });
  const isolated = part("text").querySelector("bdi");
  equal(isolated.textContent, "501234567");
  equal(win.getComputedStyle(isolated).direction, "ltr");
});

test("texts by attributes", async () => {
  const element = `<salla-profile-verification text-title="Nearly done" text-text="{to}: type what we sent" text-submit="OK"></salla-profile-verification>`;
  const page = await openDialog(mobile, { element });
  equal(page.text("title"), "Nearly done");
  equal(page.text("text"), "501234567: type what we sent");
  equal(page.text("submit"), "OK");
});

test("slots for title, text and footer", async () => {
  const element = `<salla-profile-verification><b slot="title">Mine</b><i slot="text">Also</i><a slot="footer" href="#help">Help</a></salla-profile-verification>`;
  const { host, part, win } = await openDialog(mobile, { element });
  for (const child of host.children) ok(child.assignedSlot && child.getBoundingClientRect().height > 0, child.slot);
  equal(part("title").querySelector("slot").assignedElements()[0].textContent, "Mine");
  equal(win.getComputedStyle(host.querySelector("b")).display, "inline");
});

test("parts and custom properties", async () => {
  const tags = `<style>
    salla-profile-verification { --salla-profile-verification-accent: rgb(0, 128, 0); --salla-profile-verification-background: rgb(255, 255, 240); --salla-profile-verification-radius: 3px; }
    salla-profile-verification::part(input) { letter-spacing: 9px; }
  </style>`;
  const page = await openDialog(mobile, { tags: `<script src="/verification/profile.js"></script><script src="/dist/salla-profile.verification.js"></script>` + tags });
  const style = (name) => page.win.getComputedStyle(page.part(name));
  equal(style("submit").backgroundColor, "rgb(0, 128, 0)");
  equal(style("dialog").backgroundColor, "rgb(255, 255, 240)");
  equal(style("dialog").borderTopLeftRadius, "3px");
  equal(style("input").letterSpacing, "9px");
});

test("it has a name, a description and labels", async () => {
  const { part } = await openDialog();
  const by = (node, attribute) => node.getAttribute(attribute).split(" ").map((id) => part(id).textContent).join(" ");
  equal(by(part("dialog"), "aria-labelledby"), "Verification code");
  equal(by(part("dialog"), "aria-describedby"), "Enter the code that we sent to 501234567");
  equal(part("input").labels[0].textContent, "Code");
  equal(part("input").getAttribute("aria-describedby"), "error");
  equal(part("error").getAttribute("role"), "alert");
  equal(part("status").getAttribute("role"), "status");
});

test("what the place of the element has is not the dialog's", async () => {
  const element = `<div style="font-size: 9px; color: white; text-align: center; text-transform: uppercase; white-space: nowrap">${ELEMENT}</div>`;
  const { part, win } = await openDialog(mobile, { element });
  const { color, fontSize, textAlign, textTransform, whiteSpace } = win.getComputedStyle(part("text"));
  equal([color, fontSize, textAlign, textTransform, whiteSpace].join(" "), "rgb(0, 0, 0) 16px start none normal");
});
