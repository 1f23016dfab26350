// A new code, and the time until it can be asked for.
import { assert, test, turn, until } from "../standalone/pages.js";
import { email, mobile, openDialog } from "./page.js";

test("a new code is asked for, of this contact, and the dialog goes on", async () => {
  const page = await openDialog(email);
  page.type("12");
  page.click("resend");
  await until(() => page.text("status") === "A new code is on its way.");
  assert.deepEqual(page.fake.calls, [["resendVerification", "email"]]);
  assert.strictEqual(page.part("input").value, "");
  assert.strictEqual(page.part("resend").getAttribute("aria-disabled"), "true");
  page.type("1234");
  await page.closed();
});

const stated = {
  "Too many tries, please try again in 90 seconds.": 90,
  "محاولات كثيرة، حاول مرة أخرى بعد ٩٠ ثانية.": 90,
  "3 tries, then wait 2 minutes": 120,
  "حاول بعد 5 دقائق": 300,
  "Please wait.": 30,
};
for (const [message, seconds] of Object.entries(stated)) {
  test("too soon: " + message, async () => {
    const page = await openDialog();
    page.fake.answer("resendVerification", page.fake.refusal(429, { case: "resend_counter", message }));
    page.click("resend");
    await until(() => page.text("error") === message);
    assert.strictEqual(page.part("input").getAttribute("aria-invalid"), "false", "not about the code");
    const left = Number(/\d+/.exec(page.text("timer")));
    assert.ok(left > seconds - 20 && left <= seconds, "counted down from " + left);
    page.click("resend");
    assert.ok(/^You can ask for a new code in .*\d+.* seconds\.$/.test(page.text("status")), page.text("status"));
    assert.deepEqual(page.fake.calls, [["resendVerification", "mobile"]]);
  });
}

test("its end is said once, and then it can be asked for", async () => {
  const page = await openDialog();
  page.fake.answer("resendVerification", page.fake.refusal(429, { case: "resend_counter", message: "2 seconds" }));
  page.click("resend");
  const said = [];
  await until(() => page.text("timer"));
  new page.win.MutationObserver(() => said.push(page.text("status"))).observe(page.part("status"), { childList: true, characterData: true, subtree: true });
  await until(() => !page.text("timer"));
  await turn(page.win);
  assert.deepEqual(said, ["You can ask for a new code now."]);
  assert.strictEqual(page.part("resend").getAttribute("aria-disabled"), "false");
});

test("too many wrong codes are counted down as well", async () => {
  const page = await openDialog();
  page.fake.answer("verify", page.fake.refusal(429, { case: "resend_counter", message: "Try again in 60 seconds." }));
  page.type("4321");
  await until(() => page.text("timer"));
  assert.strictEqual(page.part("input").getAttribute("aria-invalid"), "true");
});

test("a new code that comes after Escape opens nothing", async () => {
  const page = await openDialog(mobile);
  const release = page.fake.hold("resendVerification");
  page.click("resend");
  page.press("Escape");
  release();
  await turn(page.win);
  assert.ok(!page.isOpen(), "closed");
});

test("an answer that comes after Escape moves nothing", async () => {
  const page = await openDialog(mobile);
  const release = page.fake.hold("verify");
  page.type("4321");
  page.press("Escape");
  page.part("enter").focus();
  release();
  await turn(page.win);
  assert.ok(!page.isOpen(), "closed");
  page.click("enter");
  assert.strictEqual(page.text("error"), "");
});
