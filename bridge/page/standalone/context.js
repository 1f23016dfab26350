// What holds on a page without the SDK at the moment of a call.
import { xsrfToken } from "../headers.js";
import { isLeaving } from "../keepalive.js";
import { createSender } from "../outcomes.js";
import { hasSSO } from "../sdk/context.js";
import { textOf } from "../values.js";
import { config } from "./config.js";

/** @param {string} path */
export const contextAlone = (path) => ({
  sdk: false,
  url: `${config.api || ""}/${path}`,
  sender: createSender(""), // the headers tell
  xsrf: xsrfToken(config.api || "", "XSRF-TOKEN") || "",
  language: textOf(config.language) || document.documentElement.lang,
  sso: hasSSO(config.features),
  slow: false,
  leaving: isLeaving() || document.hidden,
});
