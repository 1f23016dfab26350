// What customers type arrives as they meant it: web/docs/differences.md, 3; and never another country: 4.
import { assert } from "./pages.js";
import { formOf, inBoth } from "./modes.js";

inBoth("digits of every script are sent as ASCII digits, in the fields that a customer types", async ({ win, profile, sent }) => {
  const { digits, meant } = await (await fetch("/typed")).json();
  const typed = { phone: digits, code: digits, email: digits + "@b", birthday: digits };
  const want = { phone: meant, code: meant, email: meant + "@b", birthday: meant };
  const others = { first_name: "٥", last_name: " \u200f९ ", note: "１–２" };
  const form = win.document.createElement("form");
  for (const [name, value] of Object.entries({ ...typed, ...others })) {
    form.append(Object.assign(win.document.createElement("input"), { name, value }));
  }
  const params = new win.URLSearchParams({ ...typed, ...others });
  for (const payload of [{ ...typed, ...others }, formOf(win, { ...typed, ...others }), form, params, String(params)]) {
    await profile.update(payload);
  }
  for (const body of await sent()) assert.deepEqual(body, { ...want, ...others });
});

inBoth("marks that nobody sees and white space around are left out", async ({ profile, sent }) => {
  const { spaces } = await (await fetch("/typed")).json();
  const marks = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u061c\ufeff";
  await profile.update({
    phone: `${spaces}${marks}+966${marks} 5${spaces}${marks}`, email: `${marks}${spaces}a@b.sa${spaces}`, birthday: `${spaces}1990-01-02${marks}`,
    first_name: `${marks} N `,
  });
  assert.deepEqual((await sent())[0], { phone: "+966 5", email: "a@b.sa", birthday: "1990-01-02", first_name: `${marks} N ` });
});

inBoth("of a code white space and dashes inside go, too", async ({ profile, sent }) => {
  const { spaces, dashes } = await (await fetch("/typed")).json();
  const codes = ["12 34", "\u200f1234\u200e", "12-34", `1${spaces}2${dashes}3\u22124`, 1234];
  for (const code of codes) await profile.verify(code);
  for (const code of codes) await profile.verify({ code });
  await profile.verifyDeleteRequest({ type: "email", code: "\u200f١٢ ٣٤" });
  const bodies = await sent();
  assert.strictEqual(bodies.map(({ code }) => code).join(), new Array(11).fill("1234").join());
});

inBoth("of other fields nothing is changed, and of these neither dashes nor blanks inside", async ({ profile, sent }) => {
  await profile.updateContacts({ phone: "٥٥ - ٥", country_code: "SA" });
  await profile.updateContacts({ email: "a-b c@d" });
  await profile.updateSettings({ name: "٥", value: " - " });
  assert.deepEqual(await sent(), [{ phone: "55 - 5", country_code: "SA" }, { email: "a-b c@d" }, { name: "٥", value: " - " }]);
});

inBoth("never another country: a phone with any word on its own isn't sent as Saudi", async ({ profile, sent }) => {
  const own = [
    { phone: "+971 50 111 2233" },
    { phone: "\u200e+९७१ 50" },
    { phone: "00971501112233" },
    { phone: "501112233", countryCode: "AE" },
    { phone: "501112233", country_code: { iso2: "ae" } },
    { phone: "501112233", country_code: "AE" },
  ];
  const none = [{ phone: "501112233" }, { phone: "+966 50" }, { phone: "0096650" }];
  for (const payload of [...own, ...none]) await profile.updateContacts(payload);
  const countries = (await sent()).map(({ country_code }) => country_code ?? "");
  assert.deepEqual(countries, ["", "", "", "", { iso2: "ae" }, "AE", "SA", "SA", "SA"]);
});
