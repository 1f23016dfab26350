// How the SDK's axios gets its answers: by fetch, with the errors that it has by XMLHttpRequest. (Its own adapter for fetch has
// others, in each version others.) And where nobody can tell, a request goes without the axios, which takes a sixth of the main
// thread's time of a call.
import { bounded, LATE, parsed, xsrfToken } from "./fetch.js";
import { classOf } from "./js/values.js";

const headersOf = ({ data, headers, withXSRFToken, xsrfCookieName, xsrfHeaderName }, url) => {
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value != null && value !== false) sent.set(name, value);
  if (/^(FormData|Undefined)$/.test(classOf(data))) sent.delete("Content-Type"); // none without a body, and FormData's has the browser's boundary
  const token = withXSRFToken !== false && xsrfToken(withXSRFToken ? window.origin : url, xsrfCookieName);
  if (token) sent.set(xsrfHeaderName, token);
  return sent;
};

// Makes the request of an axios's configuration. Answers {answer}, or {cause}.
const request = (axios, config, keepalive) =>
  bounded(config.signal, config.timeout, async (signal) => {
    const { params, data: body, method, fetchOptions, withCredentials } = config;
    const url = params || !/^http/.test(config.url) ? axios.getUri(config) : config.url;
    const credentials = withCredentials === undefined ? "same-origin" : withCredentials ? "include" : "omit";
    const init = { method: method.toUpperCase(), headers: headersOf(config, url), body, signal, credentials };
    const response = await window.fetch(url, Object.assign({ keepalive }, fetchOptions, init));
    const { status, statusText, headers } = response;
    return { answer: { data: await response.text(), status, statusText, headers, request: { responseURL: response.url || url } } };
  }).catch((cause) => ({ cause }));

const isGood = ({ status }, { validateStatus }) => !validateStatus || validateStatus(status);

/** An adapter for the axios; with what askPlain answered, where the request was made already. */
export const adapterOf = (axios, keepalive, made) => async (config) => {
  const { answer, cause } = made || (await request(axios, config, keepalive));
  const { timeout, transitional, url: responseURL } = config;
  // The SDK's AxiosError has no name on the page: it is what its axios says where there is no such adapter. (Where the signal
  // was aborted, axios has its own.)
  const failure = async (message, code) => {
    const { constructor: AxiosError } = await axios.create({ adapter: "none" }).request("").catch((error) => error);
    return new AxiosError(message, code, config, answer ? answer.request : { responseURL }, answer);
  };
  if (cause == LATE) {
    throw await failure(`timeout of ${timeout}ms exceeded`, transitional.clarifyTimeoutError ? "ETIMEDOUT" : "ECONNABORTED");
  }
  if (!answer) throw Object.assign(await failure("Network Error", "ERR_NETWORK"), { cause });
  answer.config = config;
  if (isGood(answer, config)) return answer;
  const { status } = answer;
  throw await failure(`Request failed with status code ${status}`, { 4: "ERR_BAD_REQUEST", 5: "ERR_BAD_RESPONSE" }[(status / 100) | 0]);
};

const own = ({ handlers }) => (handlers.length == 1 ? String(handlers[0].fulfilled) : handlers.length);

/**
 * The configuration of a request of which nobody can tell that the axios didn't make it, and nothing otherwise: the instance is
 * as the SDK left it, which words in its functions show, and nothing is asked for that is more than a plain request. (Of the
 * last, the defaults and the call's options are told by their JSON.)
 */
export const plainOf = (axios, verb, url, data, config) => {
  try {
    const { defaults, interceptors } = axios;
    const headers = Object.assign({}, defaults.headers.common, defaults.headers[verb], config.headers);
    const asked = Object.assign({}, defaults, config, { method: verb, url, headers });
    const text = JSON.stringify(asked);
    const plain =
      /^(Object|Undefined)$/.test(classOf(data)) &&
      /"transformRequest":\[null\],"transformResponse":\[null\]/.test(text) &&
      !/"(params|auth|signal|cancelToken|responseType|with\w+|fetchOptions|content-type)":|"timeout":[1-9]/i.test(text) &&
      Object.values(defaults.headers).every((group) => Object(group) === group) && // those of methods
      /use_username_url/.test(own(interceptors.request)) &&
      /^0$|s-request-id/.test(own(interceptors.response)) &&
      /multipart/.test(defaults.transformRequest) &&
      /JSONParsing/.test(defaults.transformResponse) &&
      String(axios[verb]) == String(axios.getUri); // not wrapped
    if (plain && data) Object.assign(asked, { data: JSON.stringify(data) }).headers["Content-Type"] = "application/json";
    return plain && asked;
  } catch (_) {} // another axios
};

/**
 * Makes a plain request without the axios. Answers {good}, what the axios would have answered, where that is a good answer with
 * a body. Whatever else comes, the axios tells, by an adapter that gets what this answers then.
 */
export const askPlain = async (axios, plain, keepalive) => {
  await undefined; // see fetch.js
  const made = await request(axios, axios.interceptors.request.handlers[0].fulfilled(plain), keepalive);
  const { answer } = made;
  const data = answer && isGood(answer, plain) && parsed(answer.data);
  return data ? { good: { data, request: answer.request } } : made;
};
