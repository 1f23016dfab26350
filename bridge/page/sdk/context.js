// What holds on a page with the SDK at the moment of a call.
import { isLeaving } from "../keepalive.js";
import { createSender } from "../outcomes.js";
import { call, textOf, walk } from "../values.js";

// Among the features of a store whose customers log in by SSO.
export const SSO_FEATURE = "sso-login";

/** @param {any} features */
export const hasSSO = (features) => (Array.isArray(features) ? features.includes(SSO_FEATURE) : features == SSO_FEATURE);

/**
 * @param {string} path
 * @param {{ headers?: object }} who identity()
 */
export const contextOfSDK = (path, { headers }) => {
  const { request, response } = Object(walk(window.salla, "api.axios.interceptors"));
  return {
    sdk: true,
    url: textOf(call("url.api", path)),
    sender: createSender([headers, walk(request, "handlers.length"), walk(response, "handlers.length")]),
    xsrf: "",
    language: textOf(call("lang.getLocale")),
    sso: hasSSO(call("config.get", "store.features")),
    slow: !+call("api.isFastRequestsAllowed"),
    leaving: isLeaving() || document.hidden,
  };
};

/** Whom the SDK's configuration and requests are for. */
export const identityOfSDK = () => {
  const headers = call("api.getHeaders");
  return {
    headers,
    id: textOf(call("config.get", "user.id")),
    type: textOf(call("config.get", "user.type")),
    token: textOf(walk(headers, "Authorization")).replace(/^Bearer /, ""),
  };
};
