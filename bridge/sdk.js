// The page's end of sdk.go: a request that the SDK makes.
import { adapterOf } from "./adapter.js";
import { walk } from "./js/read.js";
import { askPlain, plainOf } from "./plain.js";

// The SDK spreads answers and errors into dataLayer, where every script reads them: what the request was authorized by
// is left out of both.
const withoutToken = (outcome) => {
  for (const at of [[], ["response"]]) {
    const headers = walk(outcome, [...at, "config", "headers"]);
    for (const name in headers) if (/^authorization$/i.test(name)) Reflect.deleteProperty(headers, name);
  }
  return outcome;
};

/**
 * A request by the SDK, as its own methods make it (salla.api.request): so whatever was done to its axios counts, and all
 * that follows on an answer is the SDK's. Ours are the body, the options, and that it goes by fetch. payload is what the
 * theme passed; decide(byFetch) is about keepalive (createKeepalive, fetch.js). tell is called with 3 and the answer's body, or
 * with 2 where it failed, before anything follows on that; the promise resolves to [1, body], or rejects with the error.
 */
export const requestBySDK = async ([url, verb], payload, body, options, decide, tell) => {
  const { api } = window.salla;
  const { axios } = api;
  // Adapters that somebody has put in place of the standard ones are left.
  const byFetch = String(walk(axios, ["defaults", "adapter"])) == "xhr,http,fetch";
  const withKeepalive = decide(byFetch);
  const at = verb == "post" ? 2 : 1; // where axios takes its configuration
  let failed;
  const landed = (...how) => {
    if (tell) tell(...how);
    tell = 0; // once
  };
  const make = async (args) => {
    const config = Object.assign({}, args[at], options);
    const plain = byFetch && plainOf(axios, verb, args[0], body, config);
    if (plain) return askPlain(axios, plain, withKeepalive);
    if (byFetch) config.adapter = adapterOf(axios, withKeepalive);
    return axios[verb](args[0], ...(at > 1 ? [body] : []), config);
  };
  const send = (...args) =>
    make(args).then(
      (answer) => (answer.data && answer.request ? answer : withoutToken(answer)), // of the first the SDK passes on the data alone
      (error) => {
        landed(2);
        failed = withoutToken(error);
        if (walk(failed, ["code"]) == "ERR_CANCELED" && options.signal) failed.cause = options.signal.reason;
        throw failed;
      },
    );
  const react = (answer) => {
    landed(3, answer);
    try {
      api.handleAfterResponseActions(answer);
    } catch (_) {} // a listener's: it makes no failure of an answer
  };
  const self = { __proto__: api, axios: { __proto__: axios, [verb]: send }, handleAfterResponseActions: react };
  // A wrapper of somebody's may call the SDK's with another this, and then ours are arguments.
  const wrapped = api.request != Object.getPrototypeOf(api).request;
  const args = wrapped ? [at > 1 ? body : Object.assign({}, payload, options), verb, options] : [payload, verb, {}];
  try {
    const value = await Reflect.apply(api.request, self, [url, ...args]);
    landed(3, value); // at the latest: a page may have a request of its own
    return [1, value];
  } catch (error) {
    landed(2);
    throw failed || error; // a listener may have thrown its own
  }
};
