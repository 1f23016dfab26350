// The page's end of sdk.go: a request that the SDK makes.
import { ask } from "./adapter.js";
import { walk } from "./js/read.js";

// The SDK spreads answers and errors into dataLayer, where every script reads them: what the request was authorized by
// is left out of both, and so are headers that weren't sent.
const withoutToken = (outcome) => {
  const headers = walk(outcome, ["config", "headers"]);
  for (const name of Object.keys(headers || {})) {
    if (headers[name] == null || /^authorization$/i.test(name)) Reflect.deleteProperty(headers, name);
  }
  return outcome;
};

/**
 * A request by the SDK, as its own methods make it (salla.api.request): so whatever was done to its axios counts, and all
 * that follows on an answer is the SDK's. Ours are the body, the options, and that it goes by fetch. payload is what the
 * theme passed. tell is called with 3 and the answer's body, or with 2 where it failed, before anything follows on that;
 * the promise resolves to [1, body], or rejects with the error.
 */
export const requestBySDK = async ([url, verb], payload, body, options, small, keeping, tell) => {
  const { api } = window.salla;
  const { axios } = api;
  // An adapter that somebody has put in place of the standard ones is left.
  const byFetch = [].concat(axios.defaults.adapter).includes("fetch");
  const kept = keeping(small && byFetch, options.signal);
  const at = verb == "post" ? 2 : 1; // where axios takes its configuration
  let failed;
  const landed = (...how) => {
    if (tell) tell(...how);
    tell = 0; // once
  };
  const make = (args, keepalive) => {
    const config = Object.assign({}, args[at], options);
    const by = (adapter) => {
      if (adapter) config.adapter = adapter;
      if (keepalive) config.fetchOptions = { keepalive };
      // axios's adapter for XMLHttpRequest takes it away, ours sends what there is.
      if (body === undefined) config.headers = Object.assign({}, config.headers, { "Content-Type": null });
      return axios[verb](args[0], ...(at > 1 ? [body] : []), config);
    };
    return byFetch ? ask(axios, verb, args[0], body, config, keepalive, by) : by();
  };
  const send = (...args) =>
    kept(async (keepalive) => make(args, keepalive)).then(
      (answer) => (answer.data && answer.request ? answer : withoutToken(answer)),
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
  try {
    const value = await Reflect.apply(api.request, self, [url, payload, verb, {}]);
    landed(3, value); // at the latest: a page may have a request of its own
    return [1, value];
  } catch (error) {
    landed(2);
    throw failed || error; // a listener may have thrown its own
  }
};
