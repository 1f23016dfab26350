// The code: how it is typed, and that it is sent once.
import { assert, test, turn, until } from "../standalone/pages.js";
import { email, mobile, openDialog } from "./page.js";

test("the field is one that a phone fills", async () => {
  const { part } = await openDialog();
  const { inputMode, type } = part("input");
  // Firefox doesn't know the word, and answers "" for the property.
  assert.deepEqual([part("input").getAttribute("autocomplete"), inputMode, type], ["one-time-code", "numeric", "text"]);
  assert.strictEqual(getComputedStyle(part("input")).direction, "ltr");
});

// WebOTP: no browser under test has it without a phone, so this is its interface alone.
const OTP = `window.OTPCredential = function () {};
  window.asked = [];
  Object.defineProperty(navigator, "credentials", { value: { get: (options) => new Promise((resolve, reject) => {
    window.asked.push(options);
    window.bring = (code) => resolve({ code });
    options.signal.addEventListener("abort", () => reject(options.signal.reason));
  }) } });`;

test("the code of the phone's message is sent by itself", async () => {
  const page = await openDialog(mobile, { before: OTP });
  assert.deepEqual(page.win.asked.map(({ otp }) => otp), [{ transport: ["sms"] }]);
  page.win.bring("1234");
  await page.closed();
  assert.deepEqual(page.codes(), ["1234"]);
});

test("the phone's message is waited for while the dialog is open, and not for an e-mail", async () => {
  const page = await openDialog(mobile, { before: OTP });
  const [{ signal }] = page.win.asked;
  assert.ok(!signal.aborted);
  page.press("Escape");
  assert.ok(signal.aborted, "given up");
  const other = await openDialog(email, { before: OTP });
  assert.deepEqual(other.win.asked, []);
});

const written = {
  "ASCII": "1234",
  "Arabic-Indic": "١٢٣٤",
  "Persian": "۱۲۳۴",
  "Devanagari": "१२३४",
  "full-width": "１２３４",
  "mathematical": "\u{1d7cf}\u{1d7d0}\u{1d7d1}\u{1d7d2}",
  "blanks": " 12 34 ",
  "dashes": "12-34",
  "marks of direction": "\u200f1234\u200e\u2069",
  "the whole message": "رمز التحقق الخاص بك هو 1234. صالح لمدة 10 دقائق",
};
for (const [name, text] of Object.entries(written)) {
  test("a code as " + name, async () => {
    const page = await openDialog();
    page.type(text);
    await page.closed();
    assert.deepEqual(page.fake.named("verify"), [{ code: "1234", type: "mobile" }]);
    assert.deepEqual(page.heard, ["open mobile", "close verified"]);
  });
}

test("nothing is sent before the last digit", async () => {
  const page = await openDialog();
  for (const text of ["1", "12", "123", "12345"]) page.type(text);
  await turn(page.win);
  assert.deepEqual(page.codes(), []);
});

test("a code of six digits", async () => {
  const page = await openDialog(mobile, { element: `<salla-profile-verification length="6"></salla-profile-verification>` });
  page.type("1234");
  page.type("123456");
  await until(() => page.text("error"));
  assert.deepEqual(page.codes(), ["123456"]);
});

test("the same digits again are sent by the button alone", async () => {
  const page = await openDialog();
  page.type("4321");
  await until(() => page.text("error") === "The verification code is wrong.");
  assert.strictEqual(page.part("input").getAttribute("aria-invalid"), "true");
  page.type("4321"); // as a browser that fills the field twice
  await turn(page.win);
  assert.deepEqual(page.codes(), ["4321"]);
  page.submit();
  await until(() => page.codes().length === 2);
  assert.ok(page.isOpen(), "open");
});

test("while an answer is awaited nothing else is sent", async () => {
  const page = await openDialog();
  const release = page.fake.hold("verify");
  page.type("1234");
  page.submit();
  page.type("4321");
  page.click("resend");
  page.click("cancel");
  assert.strictEqual(page.text("status"), "Checking the code…");
  release();
  await page.closed();
  assert.deepEqual(page.fake.calls.map(([name]) => name), ["verify"]);
});

test("without a code it says what is missing, and asks nobody", async () => {
  const page = await openDialog();
  page.submit();
  assert.strictEqual(page.text("error"), "Enter the code");
  assert.deepEqual(page.fake.calls, []);
});

test("without an answer it says that, and the code can be sent again", async () => {
  const page = await openDialog();
  page.fake.answer("verify", () => Promise.reject(new Error("Network Error")));
  page.type("1234");
  await until(() => page.text("error") === "Please try again.");
  page.submit();
  await page.closed();
});

test("the words of a refused field", async () => {
  const page = await openDialog();
  page.fake.answer("verify", page.fake.refusal(422, { message: "Check the fields", fields: { code: ["Too short.", "No digits."], phone: "Unknown." } }));
  page.type("1234");
  await until(() => page.text("error") === "Too short. No digits. Unknown.");
});
