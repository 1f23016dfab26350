// <salla-profile-verification>: the dialog that asks the customer for the code of a changed phone or e-mail.
//
// A file a concept: waiting.js knows what waits for a code, official.js what Salla's own dialog does, dialog.js when ours is
// open, form.js what its buttons do, view.js and styles.css how it looks. `ui` is what one element has: its nodes by name, and
// its state. Begin with dialog.js.
import { ask, close, create, hear, open, refresh, shut, watchFocus } from "./dialog.js";
import { attempt } from "./page.js";
import { leave, serve, watchPending } from "./waiting.js";

const TAG = "salla-profile-verification";

function define() {
  watchFocus();
  watchPending({ refresh, ask, hear });
  const ui = Symbol();
  class Verification extends HTMLElement {
    constructor() {
      super();
      this[ui] = create(this);
    }
    connectedCallback() {
      serve(this[ui]);
    }
    disconnectedCallback() {
      leave(this[ui]);
      shut(this[ui]);
    }
    show() {
      serve(this[ui]);
      open(this[ui]);
    }
    hide() {
      close(this[ui], "none");
    }
  }
  customElements.define(TAG, Verification);
}

// A server, a browser without custom elements and a second copy of this script get nothing, and no error.
attempt(() => customElements.get(TAG) || define());
