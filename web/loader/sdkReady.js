// Whether calls wait for the SDK. It may never get ready: its init fails or never comes, or a listener throws.
import { warn } from "../../bridge/page/values.js";
import { anyWait, attach } from "./calls.js";
import { find, hasSDK, whenLoaded } from "./page.js";

// Milliseconds after the page has loaded, and the SDK was created, until calls go without it being ready.
const PATIENCE = 10000;

let over = false; // no call waits for it any more
let isWatched = false;

/** Whether the SDK has been ready once on this page, or isn't waited for any more. */
export const isReady = () => (over = over || find("salla.status") == "ready");

/** It is ready: what waits is sent. */
export const becomeReady = () => {
  over = true;
  attach();
};

/** The SDK was created: from now on it has so long to get ready. */
export const watchSDK = () => {
  if (isWatched || !hasSDK()) return;
  isWatched = true;
  const give = () => {
    if (isReady()) return;
    if (anyWait()) warn("the SDK isn't ready; calls that waited for it are sent");
    becomeReady();
  };
  whenLoaded(() => setTimeout(give, PATIENCE));
};
