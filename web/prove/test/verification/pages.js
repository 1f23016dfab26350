// Anybody's page.
import { assert, test, turn } from "../standalone/pages.js";
import { ELEMENT, mobile, openDialog, openPage, SCRIPT, STAND_IN } from "./page.js";

const orders = {
  "before the module": SCRIPT + STAND_IN,
  "after it": STAND_IN + SCRIPT,
  "twice": SCRIPT + STAND_IN + SCRIPT,
  "behind the element": STAND_IN,
};
for (const [name, tags] of Object.entries(orders)) {
  test("the script " + name, async () => {
    const page = await openPage({ tags, element: name === "behind the element" ? ELEMENT + SCRIPT : ELEMENT });
    page.fake.change(mobile);
    page.type("1234");
    await page.closed();
  });
}

test("the element comes when the code is awaited already", async () => {
  const page = await openPage();
  page.host.remove();
  page.fake.change(mobile);
  page.win.document.body.append(page.host);
  assert.ok(page.part("bar"), "offered");
});

test("an element that is moved or taken away leaves nothing behind", async () => {
  const page = await openDialog();
  page.host.remove();
  assert.ok(!page.isOpen(), "closed");
  page.fake.change({ ...mobile, phone: "509999999" });
  assert.ok(!page.isOpen(), "not on the page");
  page.win.document.body.append(page.host);
  page.click("enter");
  assert.ok(page.isOpen(), "open again");
});

test("in a part of the page that is hidden it moves to the end of it", async () => {
  const page = await openDialog(mobile, { element: `<div hidden>${ELEMENT}</div>` });
  assert.strictEqual(page.host.parentNode, page.win.document.body);
});

test("nothing is added to window", async () => {
  const names = async (tags) => Object.getOwnPropertyNames((await openPage({ tags, element: "" === tags ? "" : ELEMENT })).win).filter((name) => isNaN(name));
  const without = await names(STAND_IN);
  assert.deepEqual((await names(STAND_IN + SCRIPT)).filter((name) => !without.includes(name)), []);
});

test("where the browser has no dialog the form stands in its place", async () => {
  const page = await openDialog(mobile, { before: "delete HTMLDialogElement.prototype.showModal;" });
  assert.strictEqual(page.part("dialog").getAttribute("role"), "dialog");
  assert.strictEqual(page.host.shadowRoot.activeElement.id, "input");
  page.press("Escape");
  assert.ok(!page.isOpen(), "Escape");
  page.click("enter");
  page.type("1234");
  await page.closed();
});

test("display=inline puts it in its place", async () => {
  const page = await openDialog(mobile, { element: `<salla-profile-verification display="inline"></salla-profile-verification>` });
  const { top, height } = page.part("dialog").getBoundingClientRect();
  assert.ok(top >= page.host.getBoundingClientRect().top && height > 0, "in the flow");
  assert.strictEqual(page.win.getComputedStyle(page.part("dialog")).position, "static");
});

test("without constructable style sheets it is dressed by script", async () => {
  const page = await openDialog(mobile, { before: "delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;" });
  assert.strictEqual(page.win.getComputedStyle(page.part("form")).display, "grid");
  assert.ok(!page.host.shadowRoot.querySelector("style, link"), "no style");
});

test("a page that replaces what the browser has", async () => {
  const page = await openPage();
  const { Promise } = page.win;
  page.win.eval(`CustomEvent = Promise = setTimeout = Symbol = JSON.stringify = AbortController = function () { throw new Error("replaced"); }; JSON.stringify = () => 1;`);
  page.fake.change(mobile);
  assert.ok(page.isOpen(), "open");
  page.type("4321");
  await turn(window);
  assert.ok(page.isOpen(), "wrong");
  page.win.Promise = Promise; // the harness asks for it
});

test("a page without salla, and one where it throws", async () => {
  for (const before of ["", "Object.defineProperty(window, 'salla', { get() { throw new Error('mine'); } });"]) {
    const { host, win } = await openPage({ tags: SCRIPT, before });
    host.show();
    for (const detail of [undefined, null, 7, [null], [{}], "x"]) win.document.dispatchEvent(new win.CustomEvent("salla-profile::pending", { detail }));
    for (const name of ["profile::verification", "profile::updated"]) win.document.dispatchEvent(new win.CustomEvent(name, { detail: null }));
    assert.ok(!host.shadowRoot.getElementById("dialog"), "closed");
  }
});

test("a method that throws, or is missing, is an answer", async () => {
  const page = await openDialog();
  page.win.salla.profile.verify = () => { throw new Error("broken"); };
  page.type("1234");
  await turn(page.win);
  assert.strictEqual(page.text("error"), "Please try again.");
  delete page.win.salla.profile.cancelVerification;
  page.click("cancel");
  await turn(page.win);
  assert.ok(page.isOpen(), "open");
});
