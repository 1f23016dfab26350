// Where nobody can tell, a request of the SDK's goes without its axios, which takes a sixth of the main thread's time of a call.
import { parsed } from "../headers.js";
import { attempt, classOf, walk } from "../values.js";
import { adapterOf, bareOf, isGood, request, resultOf } from "./adapter.js";

// What a request's configuration has where nobody has asked for more.
const KNOWN =
  /^(transitional|adapter|transform\w+|timeout|xsrf\w+|max\w+Length|env|validateStatus|headers|baseURL|method|url)$/;

// The SDK's functions, once they were known by words in their source.
const trusted = [];
export const isSDKs = (fn, words) => trusted.indexOf(fn) >= 0 || (attempt(() => words.test(fn)) && trusted.push(fn) > 0);

// Whether the one transform, or the one interceptor, is the SDK's.
const isAlone = ({ length, 0: fn }, words) => length == 1 && isSDKs(fn, words);
const isOwn = ({ handlers: { length, 0: own } }, words) => length == 1 && !own.runWhen && isSDKs(own.fulfilled, words);

/**
 * The configuration of a request of which nobody can tell that the axios didn't make it, and nothing otherwise: the instance is
 * as the SDK left it, which words in its functions show, and nothing is asked for that is more than a plain request.
 */
export const plainOf = (axios, verb, url, body, config) =>
  attempt(() => {
    const { defaults, interceptors } = axios;
    const headers = Object.assign({}, defaults.headers.common, defaults.headers[verb], config.headers);
    const asked = Object.assign({}, defaults, config, { method: verb, url, headers });
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    const plain =
      /^(Object|Undefined)$/.test(classOf(walk(body, "data"))) &&
      Object.keys(asked).every((name) => KNOWN.test(name) || asked[name] === undefined) &&
      !asked.timeout &&
      asked.transitional.forcedJSONParsing === true &&
      asked.transitional.silentJSONParsing === true &&
      names.every((name, i) => names.indexOf(name) == i) &&
      Object.values(headers)[names.indexOf("content-type")] === undefined &&
      Object.values(defaults.headers).every((group) => classOf(group) == "Object") && // those of methods
      isOwn(interceptors.request, /preview.+theme\.mode.+use_username_url/) &&
      (!interceptors.response.handlers.length || isOwn(interceptors.response, /products.+_requestId/)) &&
      isAlone(defaults.transformRequest, /isHTMLForm.+formSerializer/) &&
      isAlone(defaults.transformResponse, /silentJSONParsing.+ERR_BAD_RESPONSE/) &&
      isSDKs(axios[verb], /^function ?\(\) ?{ ?return \w+\.apply\((?!this)\w+, ?arguments\);? ?}$/); // not wrapped
    if (plain && body) Object.assign(asked, { data: body.encoded }).headers["Content-Type"] = "application/json";
    return plain && asked;
  }); // another axios may throw

/**
 * Makes a plain request. Returns what the axios would: {data, request} of a good answer with a body. Whatever else comes, the
 * axios tells, as it was at the call.
 */
export const askPlain = async (axios, plain, way) => {
  const { fulfilled } = axios.interceptors.request.handlers[0];
  await undefined; // not at once: the browser notes the stack of a request, which is long where Go is on it
  const config = fulfilled(plain);
  const made = await request(axios, config, way);
  const good = isGood(made, config);
  const data = good && parsed(made.data);
  if (data) return { data, request: made }; // told as its axios's: there is one
  config.adapter = (config) => {
    config.adapter = adapterOf(axios, way); // who asks again by an error's configuration, asks
    return resultOf(axios, config, made, good);
  };
  return bareOf(axios).request(config);
};
