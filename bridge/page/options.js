// The last argument of every method: {signal, timeout, headers}.
import { LONGEST } from "./giveUp.js";
import { attempt } from "./values.js";

/**
 * The fields of an object, of Headers, or of a list of pairs; what is null, undefined or false is left out.
 * @param {any} headers
 */
export const fieldsOf = (headers) => {
  const fields = [];
  attempt(() => {
    if (!headers || typeof headers != "object") return;
    const pairs = Array.isArray(headers) ? headers : typeof headers.entries == "function" ? headers.entries() : Object.entries(headers);
    for (const [name, value] of pairs) if (value != null && value !== false) fields.push({ name: String(name), value: String(value) });
  });
  return fields;
};

/**
 * What a call's options say. A response is none, though it has headers: promise.then(salla.profile.info) passes one.
 * @param {any} options
 */
export const optionsOf = (options) =>
  attempt(() => {
    if (!options || typeof options != "object" || "status" in options) return;
    const { signal, timeout, headers } = options;
    return {
      signal: signal && typeof signal.addEventListener == "function" ? signal : undefined,
      timeout: timeout > 0 ? Math.min(Math.floor(timeout), LONGEST) : 0,
      headers: fieldsOf(headers),
    };
  });
