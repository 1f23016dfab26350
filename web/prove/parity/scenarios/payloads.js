// Everything that a theme may pass.
import { cases, ok, invalid, profile } from "../page/answers.js";

const api = { "POST profile/update": ok(profile) };
const update = (make) => ({ api, run: ({ call, salla, form }) => call("update", () => salla.profile.update(...[].concat(make({ form })))) });

const formData = (members) => {
  const data = new FormData();
  for (const [name, value] of members) data.append(name, value);
  return data;
};

export default {
  objects: cases({
    "an object": update(() => ({
      first_name: "Sara",
      n: 1,
      yes: true,
      no: false,
      nothing: null,
      missing: undefined,
      list: [1, "b", null],
      deep: { a: { b: 1 } },
    })),
    "an empty object": update(() => ({})),
    "an object with a date": update(() => ({ birthday: new Date(0) })),
    "an object with unicode": update(() => ({ first_name: "سارة 👩🏽‍🚀", last_name: '"\\\u2028\u0007' })),
    "an object with line ends and zeros": update(() => ({ first_name: "a\nb\r\nc\u0000d" })),
    "an object with a lone surrogate": update(() => ({ first_name: "\ud83d" })),
    "an object without a prototype": update(() => Object.assign(Object.create(null), { first_name: "Sara" })),
    "an object of a class": update(
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
    "an object with toJSON": update(() => ({ toJSON: () => ({ first_name: "Sara" }) })),
    "an object with functions and symbols": update(() => ({ first_name: "Sara", f() {}, [Symbol("s")]: 1 })),
    "an object with bracketed names": update(() => ({ "fields[1]": "a", "fields[]": ["b"] })),
    "a frozen object": update(() => Object.freeze({ first_name: "Sara" })),
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
    "the whole user record": update(() => ({ ...profile, phone: 555555555, avatar: null })),
  }),
  nothing: cases({
    nothing: update(() => []),
    undefined: update(() => [undefined]),
  }),
  null: update(() => [null]),
  forms: cases({
    FormData: update(() =>
      formData([
        ["first_name", "Sara"],
        ["tags", "a"],
        ["tags", "b"],
        ["سارة", "é\n"],
      ]),
    ),
    "FormData without entries": update(() => formData([])),
    "FormData with a file": update(() =>
      formData([
        ["avatar", new File(["png"], "sara.png", { type: "image/png" })],
        ["first_name", "Sara"],
      ]),
    ),
    "FormData with a blob": update(() => formData([["avatar", new Blob(["x"], { type: "text/plain" })]])),
  }),
  URLSearchParams: cases({
    URLSearchParams: update(
      () =>
        new URLSearchParams([
          ["first_name", "Sara Saleh"],
          ["a", "1&2"],
          ["a", "سارة"],
        ]),
    ),
    "URLSearchParams without entries": update(() => new URLSearchParams()),
  }),
  "form elements": cases({
    "a form": update(({ form }) =>
      form(
        `<input name="first_name" value="Sara"><input type="checkbox" name="news" checked><input type="checkbox" name="off"><select name="gender"><option value="f" selected></select><input name="gone" value="x" disabled>`,
      ),
    ),
    "an empty form": update(({ form }) => form("")),
  }),
  "other methods": cases({
    "updateContacts with FormData": {
      api: { "POST profile/contacts/update": ok({ verification: { status: "pending", type: "mobile" } }) },
      run: ({ call, salla }) =>
        call("updateContacts", () =>
          salla.profile.updateContacts(
            formData([
              ["phone", "555555555"],
              ["country_code", "SA"],
            ]),
          ),
        ),
    },
    "updateContacts with a phone that is a number": {
      api: { "POST profile/contacts/update": ok() },
      run: ({ call, salla }) => call("updateContacts", () => salla.profile.updateContacts({ phone: 555555555, country_code: "SA" })),
    },
    "updateContacts with both, and more": {
      api: { "POST profile/contacts/update": ok() },
      run: ({ call, salla }) =>
        call("updateContacts", () => salla.profile.updateContacts({ phone: "+966 55-555", country_code: "AE", email: "sara@example.com", x: [1] })),
    },
    "verify with a code that is a number": {
      api: { "POST profile/verify": ok() },
      run: ({ call, salla }) => call("verify", () => salla.profile.verify({ type: "mobile", code: 1234, phone: 555555555, country_code: "SA" })),
    },
    "updateSettings with FormData": {
      api: { "POST profile/settings": ok() },
      run: ({ call, salla }) =>
        call("updateSettings", () =>
          salla.profile.updateSettings(
            formData([
              ["name", "is_notifiable"],
              ["value", "1"],
            ]),
          ),
        ),
    },
    "updateCustomFields with FormData and a file": {
      api: { "POST profile/fields": ok(profile) },
      run: ({ call, salla }) =>
        call("updateCustomFields", () =>
          salla.profile.updateCustomFields(
            formData([
              ["fields[1]", "a"],
              ["fields[2]", new File(["pdf"], "id.pdf", { type: "application/pdf" })],
            ]),
          ),
        ),
    },
    "verify with URLSearchParams": {
      api: { "POST profile/verify": ok() },
      run: ({ call, salla }) =>
        call("verify", () => salla.profile.verify(new URLSearchParams({ type: "email", code: "1234", email: "sara@example.com" }))),
    },
  }),
  "a failure tells the payload": cases({
    "an object": {
      api: { "POST profile/update": invalid({ a: ["No."] }) },
      run: ({ call, salla }) => call("update", () => salla.profile.update({ a: 1, b: { c: [2] }, d: undefined })),
    },
    FormData: {
      api: { "POST profile/update": invalid({ a: ["No."] }) },
      run: ({ call, salla }) =>
        call("update", () =>
          salla.profile.update(
            formData([
              ["a", "1"],
              ["f", new File(["x"], "x.txt")],
            ]),
          ),
        ),
    },
    URLSearchParams: {
      api: { "POST profile/update": invalid({ a: ["No."] }) },
      run: ({ call, salla }) => call("update", () => salla.profile.update(new URLSearchParams("a=1&b=2"))),
    },
    "a form": {
      api: { "POST profile/update": invalid({ a: ["No."] }) },
      run: ({ call, salla, form }) => call("update", () => salla.profile.update(form('<input name="a" value="1">'))),
    },
    nothing: {
      api: { "POST profile/update": invalid({ a: ["No."] }) },
      run: ({ call, salla }) => call("update", () => salla.profile.update()),
    },
  }),
  "methods without a payload": cases({
    "info ignores an argument": {
      api: { "GET auth/user": ok(profile) },
      run: ({ call, salla }) => call("info", () => salla.profile.info({ first_name: "Sara" })),
    },
    "getDeleteRequest ignores an argument": {
      api: { "GET account/data-request": ok() },
      run: ({ call, salla }) => call("getDeleteRequest", () => salla.profile.getDeleteRequest("mobile")),
    },
  }),
};
