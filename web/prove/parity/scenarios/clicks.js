// A call from a click: the SDK has a <salla-button> turn while it is on its way.
import { cases, invalid, ok, profile, scene, update } from "../page/answers.js";

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

const clicked = (call) => async (t) => {
  const button = sallaButton(t.note);
  let done;
  button.addEventListener("click", () => {
    done = call(t);
  });
  button.click();
  await done;
};

export default {
  clicks: cases({
    "a click on a salla-button": scene(api, clicked(update)),
    "a click on a salla-button that fails": scene({ "POST profile/update": invalid({ a: ["No."] }) }, clicked(update)),
    "a click on a salla-button, no answer": scene({ "POST profile/update": { drop: "before" } }, clicked(update)),
    "a click on a salla-button: a data-request": scene(
      { "POST account/data-request": ok() },
      clicked((t) => t.profile("initiateDeleteRequest", "mobile")),
    ),
    "a click on a plain button": {
      api,
      async run(t) {
        const button = document.createElement("button");
        button.load = button.stop = () => t.note("not asked for");
        let done;
        button.addEventListener("click", () => {
          done = update(t);
        });
        document.body.append(button);
        button.click();
        await done;
      },
    },
  }),
  "a click on a salla-button where fast requests are off": { config: { fastRequests: false }, ...scene(api, clicked(update)) },
};
