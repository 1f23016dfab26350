// Calls before the module runs: whoever serves them, the theme gets the same.
import { failed, ok, profile } from "../page/answers.js";

const api = {
  "POST profile/update": ok({ ...profile, message: "Saved." }),
  "GET auth/user": ok(profile),
  "POST profile/verify": failed(422, { message: "No." }),
};

export default {
  "calls as soon as the SDK is initialised": {
    early: true,
    api,
    async run({ salla, call }) {
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
      await call("info", () => salla.profile.info());
      await call("verify", () => salla.profile.verify({ type: "email", code: "1", email: "a@b.c" }));
    },
  },
  "a theme that waits for salla.onReady": {
    early: true,
    api,
    async run({ salla, call }) {
      await new Promise((resolve) => salla.onReady(resolve));
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
    },
  },
  "what salla says of itself": {
    run({ salla, note }) {
      note("status", salla.status, typeof salla.onReady, window.salla === window.Salla);
      note(
        "globals",
        ["Go", "fs", "process", "global", "path", "require", "module"].filter((name) => name in window),
      );
      note("salla", Object.keys(salla).sort());
    },
  },
};
