// How the SDK's axios gets its answers: by fetch, with the errors that it has by XMLHttpRequest. (Its own adapter for fetch has
// others, in each version others.)
import { bounded, LATE, xsrfToken } from "./fetch.js";
import { classOf } from "./js/values.js";

/** An instance of the same axios, with nothing of what was set on that one. */
export const bareOf = (axios) => {
  const bare = axios.create();
  for (const name in bare.defaults) delete bare.defaults[name];
  return bare;
};

const headersOf = (config, url) => {
  const { data, headers, withXSRFToken, xsrfCookieName, xsrfHeaderName } = config;
  const wanted = typeof withXSRFToken == "function" ? withXSRFToken(config) : withXSRFToken;
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value != null && value !== false) sent.set(name, value);
  // None without a body, and FormData's has the browser's boundary.
  if (/^(FormData|Undefined)$/.test(classOf(data))) sent.delete("Content-Type");
  const token = xsrfHeaderName && wanted !== false && xsrfToken(wanted ? window.origin : url, xsrfCookieName);
  if (token) sent.set(xsrfHeaderName, token);
  return sent;
};

// What axios has besides a signal to give a request up by.
const signalOf = ({ signal, cancelToken }) => {
  if (!cancelToken) return signal;
  const controller = new AbortController();
  cancelToken.subscribe(() => controller.abort());
  return controller.signal;
};

/**
 * Makes the request of an axios's configuration; withKeepalive is what createKeepalive's decide answers (fetch.js). Answers
 * {response, url, data}, or {cause}.
 */
export const request = async (axios, config, withKeepalive) => {
  try {
    // A timeout as XMLHttpRequest takes it, and at the most what a timer does.
    return await bounded(signalOf(config), Math.min(config.timeout >>> 0, 0x7fffffff), async (signal) => {
      const { params, allowAbsoluteUrls, data: body, method, fetchOptions, withCredentials } = config;
      const plain = !params && allowAbsoluteUrls !== false && /^http/.test(config.url);
      const url = plain ? config.url : bareOf(axios).getUri(config);
      const credentials = withCredentials ? "include" : "same-origin";
      const init = { method: method.toUpperCase(), headers: headersOf(config, url), body, signal, credentials };
      return withKeepalive(async (keepalive) => {
        const response = await window.fetch(url, Object.assign({ keepalive }, fetchOptions, init));
        return { response, url, data: await response.text() };
      });
    });
  } catch (cause) {
    return { cause };
  }
};

/** Whether the axios takes what request() answered for a good answer. */
export const isGood = ({ response }, { validateStatus }) => response && (!validateStatus || validateStatus(response.status));

/** What an adapter answers, or throws, of what request() answered, and of whether that is good. */
export const told = async (axios, config, { response, url, data, cause }, good) => {
  const { timeout, timeoutErrorMessage, transitional } = config;
  let answer;
  // The SDK's AxiosError has no name on the page: it is what its axios says where there is no such adapter. (Where the signal
  // was aborted, axios has its own.)
  const failure = async (message, code) => {
    const { constructor: AxiosError } = await bareOf(axios)
      .request({ url: "", adapter: "none" })
      .catch((error) => error);
    return new AxiosError(message, code, config, answer ? answer.request : { responseURL: config.url }, answer);
  };
  if (cause == LATE) {
    const code = transitional && transitional.clarifyTimeoutError ? "ETIMEDOUT" : "ECONNABORTED";
    throw await failure(timeoutErrorMessage || `timeout of ${timeout}ms exceeded`, code);
  }
  if (!response) throw Object.assign(await failure("Network Error", "ERR_NETWORK"), { cause });
  const { status, statusText, headers } = response;
  answer = { data, status, statusText, headers, config, request: { responseURL: response.url || url } };
  if (good) return answer;
  throw await failure(`Request failed with status code ${status}`, { 4: "ERR_BAD_REQUEST", 5: "ERR_BAD_RESPONSE" }[(status / 100) | 0]);
};

/** An adapter for the axios. */
export const adapterOf = (axios, withKeepalive) => async (config) => {
  const made = await request(axios, config, withKeepalive);
  return told(axios, config, made, isGood(made, config));
};
