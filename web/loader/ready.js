// Whether the module serves the methods: salla.profile.ready, and what tells of it on the page.
import { Promise } from "../../bridge/page/browser.js";
import { hasSDK } from "./page.js";
import { toDOM } from "../../bridge/page/events.js";

let settle;
export const ready = new Promise((resolve, reject) => (settle = { resolve, reject }));
ready.then((detail) => toDOM("salla-profile::ready", detail), () => {}); // nobody has to listen

/** It does. In a task of its own: the start has taken its time, and now it's the theme's turn. */
export const serves = () => setTimeout(settle.resolve, 0, { mode: hasSDK() ? "sdk" : "standalone", version: VERSION, compiler: COMPILER });

/** It doesn't, or no more. */
export const fails = (reason) => {
  settle.reject(reason);
  toDOM("salla-profile::error", reason);
};
