// The shape of every error that a call rejects with: axios's, as the SDK's errors have it.
import { attempt, fromFields } from "./values.js";

/**
 * Takes what a request was authorized by off its headers: an error travels, into dataLayer and logs, and nobody there needs the
 * customer's token.
 * @param {any} headers
 */
export const withoutToken = (headers) => {
  for (const name of Object.keys(Object(headers))) if (/^authorization$/i.test(name)) attempt(() => delete headers[name]);
  return headers;
};

/** @param {import("./wire.js").Request} request */
export const configOf = ({ url, verb, headers, body }) => ({
  url,
  method: verb,
  headers: withoutToken(fromFields(headers)),
  data: Object(body).encoded,
});

// A member that nobody sees who spreads or encodes the object.
const hide = (object, name, value) => Object.defineProperty(object, name, { value });

/**
 * The headers of a response, which have get and has besides their members.
 * @param {Record<string, string>} headers by names in lower case
 */
export const withGetters = (headers) => {
  const own = Object.assign({ __proto__: null }, headers);
  const has = (name) => String(name).toLowerCase() in own;
  hide(headers, "get", (name) => own[String(name).toLowerCase()]);
  return hide(headers, "has", has);
};

/**
 * An Error whose members are its own and enumerable.
 * @param {any} members
 * @returns {any}
 */
export const createError = (members) => {
  /** @type {any} */
  const error = new Error(members.message);
  delete error.message; // its own isn't enumerable
  Object.assign(error, { name: "AxiosError", isAxiosError: true, status: undefined, response: undefined, request: undefined }, members);
  // What handlers use of axios's.
  const { name, message, code, status, config, stack } = error;
  return hide(error, "toJSON", () => ({ name, message, code, status, config, stack }));
};

/** The answer that the server would have given: with the invalid fields. */
const refusedResponse = ({ status, message, fields }) => {
  const texts = {};
  for (const { name, value } of fields) texts[name] = [value];
  const data = { status, success: false, error: { message, code: status, fields: texts } };
  return { data, status, statusText: "Unprocessable Entity", headers: withGetters({}) };
};

/** @type {import("./wire.js").Storefront["error"]} */
export const error = (request, failure) => {
  const { plain, name, message, code, local, status, cause } = failure;
  if (plain) return new Error(message);
  const response = local ? refusedResponse(failure) : failure.response;
  const members = { name, message, config: configOf(request), response, request: response ? response.request : {} };
  return createError(Object.assign(members, code && { code }, local && { local }, cause !== undefined && { cause }, response && { status }));
};

/** The first argument of document::request.failed. */
export const infoOf = ({ url, verb, payload }) => ({
  endPoint: url,
  payload: payload === undefined && verb == "get" ? null : payload,
  method: verb,
  options: {},
});
