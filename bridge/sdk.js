// The page's end of sdk.go: a request that the SDK makes.
import { walk } from "./js/read.js";

// The SDK spreads answers and errors into dataLayer, where every script reads them: what the request was authorized by
// is left out of both, and so are headers that weren't sent. (A Request tells its headers, an XMLHttpRequest doesn't.)
const withoutToken = (outcome) => {
  const headers = walk(outcome, ["config", "headers"]);
  for (const name of Object.keys(headers || {})) {
    if (headers[name] == null || /^authorization$/i.test(name)) Reflect.deleteProperty(headers, name);
  }
  for (const holder of [outcome, walk(outcome, ["response"])]) {
    if (walk(holder, ["request", "headers"])) Reflect.set(holder, "request", { responseURL: holder.request.url });
  }
  return outcome;
};

// axios's error as it is by XMLHttpRequest, which is what handlers know.
const asByXHR = (error, signal) => {
  if (!error || !error.isAxiosError) return error;
  const { name, code, config, response, cause } = error;
  // axios 1.13 wraps the error of an answer, and loses the answer before it is read.
  if (!response && cause && cause.response) {
    try {
      cause.response.data = JSON.parse(cause.response.data);
    } catch (_) {} // text
    return withoutToken(cause);
  }
  if (code == "ETIMEDOUT" && !walk(config, ["transitional", "clarifyTimeoutError"])) error.code = "ECONNABORTED";
  // The same error once more, with a request that tells its headers.
  if (cause && cause.isAxiosError) error.cause = undefined;
  if (code == "ERR_CANCELED" && signal) error.cause = signal.reason;
  // Made of what fetch threw: it was given up while the body came (DOMException.ABORT_ERR), it refuses a header, or the
  // answer breaks off.
  if (code == 20 || (name != "AxiosError" && !code && !response)) {
    const network = { code: "ERR_NETWORK", message: "Network Error", cause: cause || new Error(error.message) };
    const late = { code: "ECONNABORTED", message: `timeout of ${config.timeout}ms exceeded` };
    const canceled = { name: "CanceledError", code: "ERR_CANCELED", message: "canceled", cause: signal && signal.reason };
    Object.assign(error, { name: "AxiosError" }, signal && signal.aborted ? canceled : code ? late : network);
  }
  return error;
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
  const send = (...args) =>
    kept(async (keepalive) => {
      const config = Object.assign({}, args[at], options);
      if (byFetch) config.adapter = "fetch";
      if (keepalive) config.fetchOptions = { keepalive };
      // By XMLHttpRequest axios takes it away, by fetch it doesn't.
      if (body === undefined) config.headers = Object.assign({}, config.headers, { "Content-Type": null });
      return axios[verb](args[0], ...(at > 1 ? [body] : []), config);
    }).then(withoutToken, (error) => {
      landed(2);
      throw (failed = asByXHR(withoutToken(error), options.signal));
    });
  const react = (answer) => {
    landed(3, answer);
    try {
      api.handleAfterResponseActions(answer);
    } catch (_) {} // a listener's: it makes no failure of an answer
  };
  const self = Object.create(api, {
    axios: { value: Object.create(axios, { [verb]: { value: send } }) },
    handleAfterResponseActions: { value: react },
  });
  try {
    const value = await Reflect.apply(api.request, self, [url, payload, verb, {}]);
    landed(3, value); // at the latest: a page may have a request of its own
    return [1, value];
  } catch (error) {
    landed(2);
    throw failed || error; // a listener may have thrown its own
  }
};
