// How the SDK's axios gets its answers: by fetch, with the errors that it has by XMLHttpRequest. (Its own adapter for fetch has
// others, in each version others.)
import { bounded, LATE } from "../giveUp.js";
import { classOf, walk } from "../values.js";
import { refusedHeader, xsrfToken } from "../headers.js";

/** An instance of the same axios, with nothing of what was set on that one. */
export const bareOf = (axios) => {
  const bare = axios.create();
  for (const name of Object.keys(bare.defaults)) delete bare.defaults[name];
  return bare;
};

// A plain object, which every wrapper of fetch can read, with the names as axios spells them.
const headersOf = (config, url) => {
  const { data, headers, withXSRFToken, xsrfCookieName, xsrfHeaderName } = config;
  const wanted = typeof withXSRFToken == "function" ? withXSRFToken(config) : withXSRFToken;
  const sent = {};
  for (const [name, value] of Object.entries(headers)) {
    // No type without a body, and FormData's has the browser's boundary.
    const isDropped = /^content-type$/i.test(name) && /^(FormData|Undefined)$/.test(classOf(data));
    if (value != null && value !== false && !isDropped) sent[name] = String(value);
  }
  const token = xsrfHeaderName && wanted !== false && xsrfToken(wanted ? "" : url, xsrfCookieName);
  if (token) sent[xsrfHeaderName] = token;
  return sent;
};

/**
 * Makes the request of an axios's configuration. way: { sender, keepalive } of the call. Returns {response, url, data}, or {cause}.
 */
export const request = async (axios, config, { sender, keepalive }) => {
  try {
    const { params, allowAbsoluteUrls, data, method, fetchOptions, withCredentials, cancelToken } = config;
    // A timeout as XMLHttpRequest takes it.
    return await bounded([config.signal, cancelToken], config.timeout >>> 0, async (signal) => {
      const isWhole = !params && allowAbsoluteUrls !== false && /^http/.test(config.url);
      // fetch refuses an address with a user and password.
      const url = (isWhole ? config.url : bareOf(axios).getUri(config)).replace(/^(https?:..)[^/?#]*@/, "$1");
      const credentials = withCredentials ? "include" : "same-origin";
      const body = /^(get|head)$/i.test(method) ? undefined : data; // XMLHttpRequest leaves it out
      const init = { method: method.toUpperCase(), headers: headersOf(config, url), body, signal, credentials };
      return keepalive(signal, async (keepalive) => {
        sender.isSent = true;
        const response = await window.fetch(url, Object.assign({ keepalive }, fetchOptions, init));
        return { response, url, data: await response.text() };
      });
    });
  } catch (cause) {
    return { cause };
  } finally {
    sender.answered = true;
  }
};

/** Whether the axios takes what request() returned for a good answer. */
export const isGood = ({ response }, { validateStatus }) => response && (!validateStatus || validateStatus(response.status));

/** What an adapter returns, or throws, of what request() returned. Whether that is good is asked once: the function may be a page's. */
export const resultOf = async (axios, config, made, good = isGood(made, config)) => {
  const { response, url, data, cause } = made;
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
    const code = walk(config, "transitional.clarifyTimeoutError") ? "ETIMEDOUT" : "ECONNABORTED";
    throw await failure(config.timeoutErrorMessage || `timeout of ${config.timeout}ms exceeded`, code);
  }
  if (!response) throw Object.assign(await failure("Network Error", "ERR_NETWORK"), { cause: refusedHeader(config.headers) || cause });
  const { status, statusText, headers } = response;
  answer = { data, status, statusText, headers, config, request: { responseURL: response.url || url, status } };
  if (good) return answer;
  throw await failure(`Request failed with status code ${status}`, { 4: "ERR_BAD_REQUEST", 5: "ERR_BAD_RESPONSE" }[(status / 100) | 0]);
};

/** An adapter for the axios. */
export const adapterOf = (axios, way) => async (config) => {
  // What XMLHttpRequest alone tells of is left to it; the transforms are the instance's.
  if (config.auth || config.onUploadProgress || config.onDownloadProgress)
    return bareOf(axios).request(Object.assign({}, config, { adapter: "xhr", transformRequest: [], transformResponse: [] }));
  return resultOf(axios, config, await request(axios, config, way));
};
