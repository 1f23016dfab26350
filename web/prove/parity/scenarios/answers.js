// Every kind of answer: what the promise gives, and what is announced.
import { cases, failed, ok, profile, scene, update } from "../page/answers.js";

const answer = (...answers) => scene({ "POST profile/update": answers }, update);
const html = "<!doctype html><h1>502 Bad Gateway</h1>";

export default {
  bodies: cases({
    "an empty body": answer({ text: "" }),
    "an empty body of a JSON type": answer({ text: "", headers: { "Content-Type": "application/json" } }),
    204: answer({ status: 204 }),
    201: answer({ status: 201, body: { status: 201, success: true, data: profile } }),
    "202 with a message": answer({ status: 202, body: { status: 202, success: true, data: { message: "Soon." } } }),
    null: answer({ body: null, text: "null" }),
    false: answer({ text: "false" }),
    0: answer({ text: "0" }),
    "a JSON string": answer({ text: '"done"' }),
    "a number": answer({ text: "12" }),
    "an array": answer({ text: "[1,2]" }),
    "an object without anything": answer({ text: "{}" }),
    text: answer({ text: "saved", headers: { "Content-Type": "text/plain" } }),
    "JSON that is called text": answer({ text: JSON.stringify(ok(profile).body), headers: { "Content-Type": "text/plain" } }),
    "broken JSON that is called JSON": answer({ text: '{"status": 200,', headers: { "Content-Type": "application/json" } }),
    "JSON with a byte order mark": answer({ text: '\ufeff{"status":200,"success":true,"data":{}}', headers: { "Content-Type": "application/json" } }),
    "numbers too large for JavaScript": answer({
      text: '{"status":200,"success":true,"data":{"id":12345678901234567890}}',
      headers: { "Content-Type": "application/json" },
    }),
    unicode: answer(ok({ ...profile, first_name: "سارة 👩🏽‍🚀 \u2028 é \u0000", message: "تم الحفظ ✅" })),
  }),
  failures: cases({
    401: answer(failed(401, { message: "Unauthenticated." })),
    "403 FORBIDDEN is silent": answer(failed(403, { message: "FORBIDDEN" })),
    404: answer(failed(404, { message: "Not found." })),
    "409 without a message": answer(failed(409, {})),
    "429 with exposed headers": answer({
      ...failed(429, { message: "Too many." }),
      headers: {
        "Access-Control-Expose-Headers": "Retry-After, X-RateLimit-Remaining",
        "Retry-After": "30",
        "X-RateLimit-Remaining": "0",
        "X-Hidden": "1",
      },
    }),
    500: answer(failed(500, { message: "Broken." })),
    "503 without a body": answer({ status: 503 }),
    "422 with an empty JSON object": answer({ status: 422, body: {} }),
    "422 with a text": answer({ status: 422, text: "no", headers: { "Content-Type": "text/plain" } }),
    "422 null": answer({ status: 422, text: "null", headers: { "Content-Type": "application/json" } }),
    "502 as HTML": answer({ status: 502, text: html }),
    "200 as HTML": answer({ text: html }),
    "a success that says it failed": answer({ body: { status: 200, success: false, data: { message: "Not saved." } } }),
    "a failure with data": answer({ status: 400, body: { status: 400, success: false, data: { message: "Not saved, again." } } }),
    304: answer({ status: 304 }),
  }),
  "no answer": cases({
    none: answer({ drop: "before" }),
    "half an answer": answer({ drop: "within", body: { status: 200, success: true } }),
    "an answer that the browser keeps": answer({ ...ok(profile), noCORS: true }),
    "no answer to info": scene({ "GET auth/user": { drop: "before" } }, ["info"]),
    "no answer to getFields": scene({ "GET profile/fields": { drop: "before" } }, ["getFields"]),
    "no answer to getDeleteRequest": scene({ "GET account/data-request": { drop: "before" } }, ["getDeleteRequest"]),
    "no answer to delete": scene({ "DELETE profile": { drop: "before" } }, ["delete"]),
  }),
  "the error's own members": {
    api: {
      "POST profile/update": { ...failed(500, { message: "Broken." }), headers: { "Access-Control-Expose-Headers": "X-Trace", "X-Trace": "t1" } },
    },
    async run({ call, salla, note }) {
      const error = await call("update", () => salla.profile.update({ first_name: "Sara" }));
      note("is an Error", error instanceof Error, String(error));
      note("members", Object.fromEntries(Object.keys(error).map((key) => [key, true])));
      note("response", Object.keys(error.response).sort(), error.response.headers["x-trace"]);
      note("JSON", JSON.parse(JSON.stringify(error.response.data)));
      note("spread", { ...error }.message, { ...error }.code);
    },
  },
  "the network error's own members": {
    api: { "POST profile/update": { drop: "before" } },
    async run({ call, salla, note }) {
      const error = await call("update", () => salla.profile.update({ first_name: "Sara" }));
      note("is an Error", error instanceof Error, String(error));
      note(
        "members",
        Object.fromEntries(
          Object.keys(error)
            .filter((key) => error[key] !== undefined)
            .map((key) => [key, true]),
        ),
      );
      note("response", error.response);
    },
  },
};
