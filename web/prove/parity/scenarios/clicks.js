// A call from a click: the SDK has a <salla-button> turn while it is on its way.
import { cases, invalid, ok, profile } from "../page/answers.js";

const api = { "POST profile/update": ok(profile) };

/** A <salla-button> as its callers know it. */
function sallaButton(note) {
  if (!customElements.get("salla-button")) {
    customElements.define(
      "salla-button",
      class extends HTMLElement {
        load() {
          this.note("load");
        }
        stop() {
          this.note("stop");
        }
      },
    );
  }
  const button = document.createElement("salla-button");
  button.note = (what) => note("button", what);
  document.body.append(button);
  return button;
}

const clicked =
  (play) =>
  async ({ salla, call, note }) => {
    const button = sallaButton(note);
    let done;
    button.addEventListener("click", () => {
      done = play(salla, call);
    });
    button.click();
    await done;
  };

export default {
  clicks: cases({
    "a click on a salla-button": { api, run: clicked((salla, call) => call("update", () => salla.profile.update({ first_name: "Sara" }))) },
    "a click on a salla-button that fails": {
      api: { "POST profile/update": invalid({ a: ["No."] }) },
      run: clicked((salla, call) => call("update", () => salla.profile.update({ first_name: "Sara" }))),
    },
    "a click on a salla-button, no answer": {
      api: { "POST profile/update": { drop: "before" } },
      run: clicked((salla, call) => call("update", () => salla.profile.update({ first_name: "Sara" }))),
    },
    "a click on a salla-button: a data-request": {
      api: { "POST account/data-request": ok() },
      run: clicked((salla, call) => call("initiateDeleteRequest", () => salla.profile.initiateDeleteRequest("mobile"))),
    },
    "a click on a plain button": {
      api,
      async run({ salla, call, note }) {
        const button = document.createElement("button");
        button.load = button.stop = () => note("not asked for");
        let done;
        button.addEventListener("click", () => {
          done = call("update", () => salla.profile.update({ first_name: "Sara" }));
        });
        document.body.append(button);
        button.click();
        await done;
      },
    },
  }),
  "a click on a salla-button where fast requests are off": {
    api,
    config: { fastRequests: false },
    run: clicked((salla, call) => call("update", () => salla.profile.update({ first_name: "Sara" }))),
  },
};
