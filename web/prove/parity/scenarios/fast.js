// Whether each call is a request at once, or the last of several that wait for each other.
import { failed, info, ok, profile, secondWhileFirst } from "../page/answers.js";

const api = { "POST profile/update": ok(profile), "GET auth/user": ok(profile) };

const a = (t) => t.call("first", () => t.salla.profile.update({ first_name: "A" }));
const b = (t) => t.call("second", () => t.salla.profile.update({ first_name: "B" }));
const verify = (t) => t.profile("verify", { type: "email", code: "1", email: "a@b.c" });

/** A scenario in which calls wait for each other. */
const slow = (answers, run) => ({ api: { ...api, ...answers }, config: { fastRequests: false }, run });
const atOnce =
  (...calls) =>
  (t) =>
    Promise.all(calls.map((call) => call(t)));

export default {
  "fast requests are the default": secondWhileFirst(a, b),
  "no fast requests: the last of two calls": slow({}, atOnce(a, b)),
  "no fast requests: two methods": slow({ "POST profile/verify": ok({ verified: true }) }, async (t) => {
    const lapse = t.holdTimers(300);
    const first = t.profile("update", { first_name: "A" });
    await t.settled();
    const second = verify(t);
    lapse();
    await Promise.all([first, second]);
  }),
  "no fast requests: the last call fails": slow(
    { "POST profile/verify": failed(422, { message: "No.", fields: { code: ["No."] } }) },
    atOnce((t) => t.profile("update", { first_name: "A" }), info, verify),
  ),
  "no fast requests: one call after the other": slow({}, async (t) => {
    await a(t);
    await b(t);
  }),
  "no fast requests: data-requests are not delayed": slow({ "POST account/data-request": ok() }, async (t) => {
    const lapse = t.holdTimers(300);
    const update = t.profile("update", { first_name: "A" });
    await t.profile("initiateDeleteRequest", "mobile");
    t.note("answered");
    lapse();
    await update;
  }),
  "no fast requests: getFields and delete": slow(
    { "GET profile/fields": ok([1]), "DELETE profile": failed(400, { message: "No." }) },
    atOnce((t) => t.profile("getFields"), (t) => t.profile("delete")),
  ),
};
