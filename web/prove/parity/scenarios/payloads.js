// Everything that a theme may pass.
import { cases, invalid, ok, profile, scene } from "../page/answers.js";

const api = { "POST profile/update": ok(profile) };
const updates = (make) => scene(api, (t) => t.profile("update", ...[].concat(make(t))));

const formData = (members) => {
  const data = new FormData();
  for (const [name, value] of members) data.append(name, value);
  return data;
};

export default {
  objects: cases({
    "an object": updates(() => ({
      first_name: "Sara",
      n: 1,
      yes: true,
      no: false,
      nothing: null,
      missing: undefined,
      list: [1, "b", null],
      deep: { a: { b: 1 } },
    })),
    "an empty object": updates(() => ({})),
    "an object with a date": updates(() => ({ birthday: new Date(0) })),
    "an object with unicode": updates(() => ({ first_name: "سارة 👩🏽‍🚀", last_name: '"\\\u2028\u0007' })),
    "an object with line ends and zeros": updates(() => ({ first_name: "a\nb\r\nc\u0000d" })),
    "an object with a lone surrogate": updates(() => ({ first_name: "\ud83d" })),
    "an object without a prototype": updates(() => Object.assign(Object.create(null), { first_name: "Sara" })),
    "an object of a class": updates(
      () =>
        new (class Profile {
          constructor() {
            this.first_name = "Sara";
          }
          get full() {
            return "x";
          }
        })(),
    ),
    "an object with toJSON": updates(() => ({ toJSON: () => ({ first_name: "Sara" }) })),
    "an object whose toJSON returns nothing": updates(() => ({ first_name: "Sara", toJSON() {} })),
    "an object with functions and symbols": updates(() => ({ first_name: "Sara", f() {}, [Symbol("s")]: 1 })),
    "an object with bracketed names": updates(() => ({ "fields[1]": "a", "fields[]": ["b"] })),
    "a frozen object": updates(() => Object.freeze({ first_name: "Sara" })),
    "an object that is changed right after the call": {
      api,
      async run({ call, salla }) {
        const payload = { first_name: "Sara", deep: { a: 1 } };
        const done = call("update", () => salla.profile.update(payload));
        payload.first_name = "changed";
        payload.deep.a = 2;
        await done;
      },
    },
    "the whole user record": updates(() => ({ ...profile, phone: 555555555, avatar: null })),
  }),
  nothing: cases({
    nothing: updates(() => []),
    undefined: updates(() => [undefined]),
  }),
  null: updates(() => [null]),
  forms: cases({
    FormData: updates(() =>
      formData([
        ["first_name", "Sara"],
        ["tags", "a"],
        ["tags", "b"],
        ["سارة", "é\n"],
      ]),
    ),
    "FormData without entries": updates(() => formData([])),
    "FormData with a file": updates(() =>
      formData([
        ["avatar", new File(["png"], "sara.png", { type: "image/png" })],
        ["first_name", "Sara"],
      ]),
    ),
    "FormData with a blob": updates(() => formData([["avatar", new Blob(["x"], { type: "text/plain" })]])),
  }),
  URLSearchParams: cases({
    URLSearchParams: updates(
      () =>
        new URLSearchParams([
          ["first_name", "Sara Saleh"],
          ["a", "1&2"],
          ["a", "سارة"],
        ]),
    ),
    "URLSearchParams without entries": updates(() => new URLSearchParams()),
  }),
  files: cases({
    "a file": updates(() => new File(["png"], "sara.png", { type: "image/png" })),
    "a blob without a type": updates(() => new Blob(["x"])),
  }),
  "text that begins with a question mark": updates(() => "?first_name=Sara&a=1"),
  "form elements": cases({
    "a form": updates(({ form }) =>
      form(
        `<input name="first_name" value="Sara"><input type="checkbox" name="news" checked><input type="checkbox" name="off"><select name="gender"><option value="f" selected></select><input name="gone" value="x" disabled>`,
      ),
    ),
    "an empty form": updates(({ form }) => form("")),
  }),
  "other methods": cases({
    "updateContacts with FormData": scene(
      { "POST profile/contacts/update": ok({ verification: { status: "pending", type: "mobile" } }) },
      ["updateContacts", formData([["phone", "555555555"], ["country_code", "SA"]])],
    ),
    "updateContacts with a phone that is a number": {
      api: { "POST profile/contacts/update": ok() },
      run: ({ call, salla }) => call("updateContacts", () => salla.profile.updateContacts({ phone: 555555555, country_code: "SA" })),
    },
    "updateContacts with an e-mail that is a number": scene({ "POST profile/contacts/update": ok() }, ["updateContacts", { email: 5 }]),
    "updateContacts with both, and more": scene(
      { "POST profile/contacts/update": ok() },
      ["updateContacts", { phone: "+966 55-555", country_code: "AE", email: "sara@example.com", x: [1] }],
    ),
    "verify with a code that is a number": {
      api: { "POST profile/verify": ok() },
      run: ({ call, salla }) => call("verify", () => salla.profile.verify({ type: "mobile", code: 1234, phone: 555555555, country_code: "SA" })),
    },
    "updateSettings with FormData": scene(
      { "POST profile/settings": ok() },
      ["updateSettings", formData([["name", "is_notifiable"], ["value", "1"]])],
    ),
    "updateCustomFields with FormData and a file": scene(
      { "POST profile/fields": ok(profile) },
      ["updateCustomFields", formData([["fields[1]", "a"], ["fields[2]", new File(["pdf"], "id.pdf", { type: "application/pdf" })]])],
    ),
    "verify with URLSearchParams": scene(
      { "POST profile/verify": ok() },
      ["verify", new URLSearchParams({ type: "email", code: "1234", email: "sara@example.com" })],
    ),
  }),
  "a failure tells the payload": cases({
    "an object": scene({ "POST profile/update": invalid({ a: ["No."] }) }, ["update", { a: 1, b: { c: [2] }, d: undefined }]),
    FormData: scene({ "POST profile/update": invalid({ a: ["No."] }) }, ["update", formData([["a", "1"], ["f", new File(["x"], "x.txt")]])]),
    URLSearchParams: scene({ "POST profile/update": invalid({ a: ["No."] }) }, ["update", new URLSearchParams("a=1&b=2")]),
    "a form": {
      api: { "POST profile/update": invalid({ a: ["No."] }) },
      run: ({ call, salla, form }) => call("update", () => salla.profile.update(form('<input name="a" value="1">'))),
    },
    nothing: scene({ "POST profile/update": invalid({ a: ["No."] }) }, ["update"]),
  }),
  "methods without a payload": cases({
    "info ignores an argument": scene({ "GET auth/user": ok(profile) }, ["info", { first_name: "Sara" }]),
    "getDeleteRequest ignores an argument": scene({ "GET account/data-request": ok() }, ["getDeleteRequest", "mobile"]),
  }),
  "any other object": cases({
    "a list": scene({}, ["update", ["a", { b: 1 }]]),
    "a date": scene({}, ["update", new Date(0)]),
    "a map": scene({}, ["update", new Map([["a", 1]])]),
    "a model": scene({}, ["update", { secret: 1, toJSON: () => ({ first_name: "Sara" }) }]),
    "without a prototype": scene({}, ["update", Object.assign(Object.create(null), { first_name: "Sara" })]),
  }),
};
