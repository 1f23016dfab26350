// Whether each call is a request at once, or the last of several that wait for each other.
import { failed, ok, profile } from "../page/answers.js";

const api = { "POST profile/update": ok(profile), "GET auth/user": ok(profile) };

export default {
  "fast requests are the default": {
    api: { "POST profile/update": [{ ...ok({ n: 1 }), hold: 1 }, ok({ n: 2 })] },
    async run({ call, salla, arrived, release }) {
      const first = call("first", () => salla.profile.update({ first_name: "A" }));
      await arrived(1);
      await call("second", () => salla.profile.update({ first_name: "B" }));
      await release("POST profile/update");
      await first;
    },
  },
  "no fast requests: the last of two calls": {
    api,
    config: { fastRequests: false },
    async run({ call, salla }) {
      await Promise.all([
        call("first", () => salla.profile.update({ first_name: "A" })),
        call("second", () => salla.profile.update({ first_name: "B" })),
      ]);
    },
  },
  "no fast requests: two methods": {
    api: { ...api, "POST profile/verify": ok({ verified: true }) },
    config: { fastRequests: false },
    async run({ call, salla, settled, holdTimers }) {
      const lapse = holdTimers(300);
      const first = call("update", () => salla.profile.update({ first_name: "A" }));
      await settled();
      const second = call("verify", () => salla.profile.verify({ type: "email", code: "1", email: "a@b.c" }));
      lapse();
      await Promise.all([first, second]);
    },
  },
  "no fast requests: the last call fails": {
    api: { ...api, "POST profile/verify": failed(422, { message: "No.", fields: { code: ["No."] } }) },
    config: { fastRequests: false },
    async run({ call, salla }) {
      await Promise.all([
        call("update", () => salla.profile.update({ first_name: "A" })),
        call("info", () => salla.profile.info()),
        call("verify", () => salla.profile.verify({ type: "email", code: "1", email: "a@b.c" })),
      ]);
    },
  },
  "no fast requests: one call after the other": {
    api,
    config: { fastRequests: false },
    async run({ call, salla }) {
      await call("first", () => salla.profile.update({ first_name: "A" }));
      await call("second", () => salla.profile.update({ first_name: "B" }));
    },
  },
  "no fast requests: data-requests are not delayed": {
    api: { ...api, "POST account/data-request": ok() },
    config: { fastRequests: false },
    async run({ call, salla, note, holdTimers }) {
      const lapse = holdTimers(300);
      const update = call("update", () => salla.profile.update({ first_name: "A" }));
      await call("initiateDeleteRequest", () => salla.profile.initiateDeleteRequest("mobile"));
      note("answered");
      lapse();
      await update;
    },
  },
  "no fast requests: getFields and delete": {
    api: { ...api, "GET profile/fields": ok([1]), "DELETE profile": failed(400, { message: "No." }) },
    config: { fastRequests: false },
    async run({ call, salla }) {
      await Promise.all([call("getFields", () => salla.profile.getFields()), call("delete", () => salla.profile.delete())]);
    },
  },
};
