// What the dialog is about: one contact, two, none.
import { assert, test, turn, until } from "../standalone/pages.js";
import { email, mobile, openDialog, openPage, SCRIPT, STAND_IN } from "./page.js";

test("the code of the second contact follows the first one's", async () => {
  const page = await openDialog(mobile);
  page.fake.change(email);
  assert.ok(page.text("text").includes("haifa@example.org"), "the newer");
  page.type("1234");
  await until(() => page.text("text").includes("501234567"));
  assert.strictEqual(page.part("input").value, "");
  assert.strictEqual(page.text("status"), page.text("text"), "it is said");
  page.type("1234");
  await page.closed();
  assert.deepEqual(page.fake.named("verify").map(({ type }) => type), ["email", "mobile"]);
  assert.deepEqual(page.heard, ["open mobile", "close verified"]);
});

test("cancel gives the change up, unless the page prevents it", async () => {
  const page = await openDialog();
  page.host.addEventListener("salla-profile-verification::cancel-change", (event) => event.preventDefault(), { once: true });
  page.click("cancel");
  await turn(page.win);
  assert.deepEqual(page.fake.calls, []);
  page.click("cancel");
  await page.closed();
  assert.deepEqual(page.fake.calls, [["cancelVerification", "mobile"]]);
  assert.deepEqual(page.heard, ["open mobile", "cancel-change mobile", "cancel-change mobile", "close cancelled"]);
});

test("what is over can't be kept open", async () => {
  const ends = {
    verified: (page) => page.type("1234"),
    cancelled: (page) => page.click("cancel"),
    none: (page) => page.fake.end(),
    "none by hide": (page) => page.host.hide(),
  };
  for (const [reason, end] of Object.entries(ends)) {
    const page = await openDialog();
    page.host.addEventListener("salla-profile-verification::close", (event) => event.preventDefault());
    end(page);
    await page.closed();
    assert.strictEqual(page.heard.pop(), "close " + reason.split(" ")[0]);
  }
});

test("where the customer goes it closes", async () => {
  const page = await openDialog();
  page.fake.end();
  assert.ok(!page.isOpen() && !page.part("bar"), "nothing waits");
  assert.deepEqual(page.heard, ["open mobile", "close none"]);
});

test("a page may keep it closed, and open it by hand", async () => {
  const page = await openPage();
  const prevent = (event) => event.preventDefault();
  page.host.addEventListener("salla-profile-verification::open", prevent);
  page.fake.change(mobile);
  assert.ok(!page.isOpen() && page.part("bar"), "offered");
  page.host.removeEventListener("salla-profile-verification::open", prevent);
  page.host.show();
  assert.ok(page.isOpen() && !page.part("bar"), "open");
  page.host.hide();
  assert.ok(!page.isOpen() && page.part("bar"), "offered again");
  assert.strictEqual(page.heard.pop(), "close none");
});

test("show does nothing where nothing waits", async () => {
  const page = await openPage();
  page.host.show();
  page.host.hide();
  assert.ok(!page.isOpen(), "closed");
  assert.deepEqual(page.heard, []);
});

test("what waited before is offered, also where the module finds it later", async () => {
  for (const before of ["left", "found"]) {
    const page = await openPage({ tags: STAND_IN + SCRIPT + (before === "left" ? `<script>fake.left(${JSON.stringify(mobile)})</script>` : "") });
    if (before === "found") page.fake.found(mobile);
    assert.ok(!page.isOpen() && page.text("offer").includes("501234567"), before);
    assert.strictEqual(page.part("bar").parentNode.getAttribute("role"), "status");
    page.fake.change(mobile); // once more: the customer is at it now
    assert.ok(page.isOpen(), "open");
  }
});

test("a change of another contact opens it again after Escape; what waits already doesn't", async () => {
  const page = await openDialog(mobile);
  page.press("Escape");
  assert.ok(!page.isOpen(), "escaped");
  page.fake.found(mobile);
  assert.ok(!page.isOpen(), "the same list again");
  page.fake.change(email);
  assert.ok(page.isOpen(), "another one");
});

test("a contact that isn't known", async () => {
  const page = await openDialog({ type: "email" });
  assert.strictEqual(page.text("text"), "Enter the code that we sent to your e-mail");
});

test("masked", async () => {
  const element = "<salla-profile-verification masked></salla-profile-verification>";
  assert.strictEqual((await openDialog(mobile, { element })).part("text").querySelector("bdi").textContent, "5•••4567");
  assert.strictEqual((await openDialog(email, { element })).part("text").querySelector("bdi").textContent, "h•••@example.org");
});
