// What follows an answer: tags, server-sent events, notices.
import { cases, failed, invalid, ok, profile, scene, update } from "../page/answers.js";

const answer = (body, status = 200) => scene({ "POST profile/update": { status, body } }, update);
const contacts = (body) => scene({ "POST profile/contacts/update": { body } }, ["updateContacts", { phone: "555555555", country_code: "SA" }]);
const verification = { "profile::verification": { type: "mobile", phone: "555555555", country_code: "SA", by: "sms" } };

export default {
  "server-sent events": cases({
    "events at the top": contacts({ status: 200, success: true, data: {}, events: verification }),
    "events in data": contacts({ status: 200, success: true, data: { events: verification } }),
    "events as JSON text": contacts({ status: 200, success: true, data: {}, events: JSON.stringify(verification) }),
    "events as JSON text in data": contacts({ status: 200, success: true, data: { events: JSON.stringify(verification) } }),
    "events as an array": contacts({ status: 200, success: true, data: {}, events: [{ "profile::verification": 1 }] }),
    "events that are empty": contacts({ status: 200, success: true, data: {}, events: {} }),
    "events null": contacts({ status: 200, success: true, data: {}, events: null }),
    "several events, in order": contacts({
      status: 200,
      success: true,
      data: {},
      events: { "b::two": { b: 1 }, "a::one": [1, 2], "profile::verification": [{ type: "email" }], "c::three": null },
    }),
    "events in the error": answer(
      { status: 401, success: false, error: { code: 401, message: "Log in.", events: { "login::open": { from: "profile" } } } },
      401,
    ),
    "events at the top of a failure": answer({ status: 422, success: false, error: { code: 422, message: "No." }, events: verification }, 422),
    "events of a failure with fields": answer({ status: 422, success: false, error: { fields: { a: ["No."] } }, events: verification }, 422),
    "an event that is an action": contacts({ status: 200, success: true, data: {}, events: { "profile::info": null } }),
  }),
  tags: cases({
    "tags at the top": answer({ status: 200, success: true, data: {}, googleTags: { event: "saved", value: 1 } }),
    "tags in data": answer({ status: 200, success: true, data: { googleTags: { event: "saved", value: 1 } } }),
    "tags in both": answer({ status: 200, success: true, data: { googleTags: { event: "inner" } }, googleTags: { event: "outer" } }),
    "tags of a failure": answer({ status: 422, success: false, error: { message: "No." }, googleTags: { event: "not saved" } }, 422),
    "tags, events and a notice, in order": answer({
      status: 200,
      success: true,
      data: { ...profile, message: "Saved." },
      googleTags: { event: "saved" },
      events: { "x::y": 1 },
    }),
  }),
  notices: cases({
    "a case and a msg": answer({ case: "info", msg: "Look here.", success: true, data: { message: "not this" } }),
    "a case without a msg": answer({ case: "info", success: true, data: { message: "this" } }),
    "data.message of a success": answer({ success: true, data: { message: "Saved." } }),
    "data.message without success": answer({ data: { message: "not shown" } }),
    "data.message where success is null": answer({ success: null, data: { message: "shown as an error" } }),
    "data.message where success is 1": answer({ success: 1, data: { message: "shown" } }),
    "data.message where success is text": answer({ success: "false", data: { message: "shown" } }),
    "data.message that is no text": answer({ success: true, data: { message: { ar: "تم" } } }),
    "data.message and error.message": answer({ success: true, data: { message: "" }, error: { message: "This one." } }),
    "error.message of a success": answer({ status: 200, error: { message: "Strange." } }),
    "error.message that is a number": answer({ status: 400, error: { message: 12 } }, 400),
    "error as text": answer({ status: 400, success: false, error: "No." }, 400),
    "HTML in a message": answer({ success: true, data: { message: "<b>Saved</b> & done" } }),
  }),
  "field messages": cases({
    "fields as arrays": answer(invalid({ first_name: ["Too long.", "Too odd."], email: ["Taken."] }).body, 422),
    "fields as texts": answer(invalid({ first_name: "Too long.", email: "Taken." }).body, 422),
    "one field with one message": answer(invalid({ email: ["Taken."] }).body, 422),
    "one field as text": answer(invalid({ email: "Taken." }).body, 422),
    "fields mixed": answer(invalid({ a: "One.", b: ["Two.", "Three."], c: [] }).body, 422),
    "no fields": answer(invalid({}).body, 422),
    "fields as an array": answer(invalid(["One.", "Two."]).body, 422),
    "fields with numbers and objects": answer(invalid({ a: 12, b: [true, null], c: { d: "deep" } }).body, 422),
    "fields null": answer(invalid(null, "The message.").body, 422),
    "fields under numbers": answer(invalid({ 2: "Two.", 1: "One.", a: "A." }).body, 422),
    "a failure of getFields with fields": scene({ "GET profile/fields": invalid({ id: ["Unknown."] }) }, ["getFields"]),
  }),
  "events as broken JSON text": contacts({ status: 200, success: true, data: {}, events: "{not json" }),
  "notices are suppressed within withoutNotifier": {
    api: { "POST profile/update": ok({ ...profile, message: "Saved." }), "POST profile/verify": invalid({ code: ["Wrong."] }) },
    async run({ call, salla, note }) {
      await call("both", () =>
        salla.api.withoutNotifier(async () => {
          await salla.profile.update({ first_name: "Sara" });
          await salla.profile.verify({ type: "email", email: "a@b.c", code: "1" });
        }),
      );
      note("suppressed", salla.api.notifier_handler_disabled);
      await call("update", () => salla.profile.update({ first_name: "Again" }));
    },
  },
  "a data-request suppresses the notices of others meanwhile": {
    api: {
      "POST account/data-request": { ...ok({ message: "Code sent." }), hold: 1 },
      "POST profile/update": [ok({ ...profile, message: "Saved." })],
    },
    async run({ call, salla, note, release }) {
      const slow = call("initiateDeleteRequest", () => salla.profile.initiateDeleteRequest("mobile"));
      note("suppressed", salla.api.notifier_handler_disabled);
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
      await release("POST account/data-request");
      await slow;
      note("suppressed", salla.api.notifier_handler_disabled);
      await call("update", () => salla.profile.update({ first_name: "Again" }));
    },
  },
  "a notifier that throws": {
    api: { "POST profile/update": ok({ ...profile, message: "Saved." }) },
    async run({ call, salla }) {
      salla.notify.setNotifier(() => {
        throw new Error("notifier");
      });
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
    },
  },
  "a notifier that answers": {
    api: { "POST profile/update": failed(400, { message: "No." }) },
    async run({ call, salla, note }) {
      salla.notify.setNotifier((...args) => {
        note("notifier", ...args.slice(0, 2), args.length);
        return "ignored";
      });
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
    },
  },
};
