// What the theme emits itself, and forms, which call a method by its action's name.
import { cases, failed, invalid, ok, profile, scene } from "../page/answers.js";

const api = {
  "POST profile/update": ok({ ...profile, message: "Saved." }),
  "POST profile/contacts/update": ok({ verification: { status: "pending", type: "mobile" } }),
  "POST profile/verify": failed(422, { message: "Wrong." }),
  "GET auth/user": ok(profile),
};

/** Steps: an event of the theme's; a form of it. */
const emits = (how, ...args) => async (t) => {
  t.salla.event[how](...args);
  await t.settled(30);
};
const submits = (action, html) => async (t) => {
  const element = t.form(html);
  element.onsubmit = (event) => t.salla.form.onSubmit(action, event);
  element.requestSubmit();
  await t.settled(30);
};

export default {
  "the dispatchers": {
    async run({ salla, note }) {
      salla.event.on("profile::updated", (...args) => note("updated", ...args));
      note("answers", Array.isArray(await salla.profile.event.updated({ a: 1 }, "more")));
      salla.event.profile.verificationCodeSent({ type: "mobile" });
      salla.profile.event.dispatch("updated", 1);
      salla.event.emit("profile::updated", { by: "emit" });
      salla.event.dispatch("profile::verification", { by: "dispatch" });
      await salla.event.emitAsync("profile::verified", { by: "emitAsync" });
      salla.event.emit("profile::own.event", 1, 2);
      salla.event.emit("profile::updated");
    },
  },
  "emit of an action": cases({
    "emit of an action's name": scene(api, emits("emit", "profile::update", { first_name: "Sara" })),
    "emit of an action's name, with the arguments in a list": scene(
      api,
      emits("emit", "profile::update", [{ first_name: "Sara" }]),
      emits("dispatch", "profile.info"),
    ),
    "emit of an action's name that fails": scene(api, emits("dispatch", "profile::verify", { type: "email", code: "1", email: "a@b.c" })),
  }),
  "emit of the names of the events": {
    async run({ salla }) {
      const names = ["updated", "update.failed", "verification", "verification.code.sent", "update.contacts.failed", "verified", "unverified"];
      for (const name of [...names, "info.fetched", "info.not.fetched", "settings.updated", "update.settings.failed", "deleted", "not.deleted"]) {
        try {
          salla.event.emit("profile::" + name, { data: { currency: "SAR", language: "en" } });
        } catch (error) {
          parity.log("threw", name, error);
        }
      }
    },
  },
  forms: cases({
    "salla.form.onSubmit": {
      api,
      async run({ salla, form, settled, note }) {
        const element = form('<input name="first_name" value="Sara"><input type="file" name="avatar"><button>Save</button>');
        element.onsubmit = (event) => {
          const answer = salla.form.onSubmit("profile.update", event);
          note("onSubmit answers", answer);
          return answer;
        };
        element.querySelector("button").click();
        await settled(30);
      },
    },
    "salla.form.onSubmit that fails": scene(
      { "POST profile/update": invalid({ first_name: ["No."] }) },
      submits("profile.update", '<input name="first_name" value="Sara"><button>Save</button>'),
    ),
    "salla.form.onSubmit of updateContacts": scene(
      api,
      submits("profile.updateContacts", '<input name="phone" value="555555555"><input name="country_code" value="SA"><button>Save</button>'),
    ),
    "salla.form.onChange": {
      api: { "POST profile/settings": ok() },
      async run({ salla, form, settled }) {
        const element = form('<input name="name" value="is_notifiable"><input type="checkbox" name="value" value="1">');
        element.onchange = (event) => salla.form.onChange("profile.updateSettings", event);
        element.querySelector("[type=checkbox]").click();
        await settled(30);
      },
    },
  }),
};
