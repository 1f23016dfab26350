// The page's end of failure.go.
import { walk } from "./js/read.js";

const hide = (object, members) => {
  for (const name in members) Object.defineProperty(object, name, { value: members[name] });
};

/** The shape of every error that a call rejects with: an Error whose members are its own and enumerable. */
export function failure(members) {
  const known = { name: "AxiosError", isAxiosError: true, status: undefined, response: undefined, request: undefined };
  const all = Object.assign(known, members);
  const error = new Error(all.message);
  delete error.message; // its own isn't enumerable
  Object.assign(error, all);
  // What handlers use of axios's.
  const { name, message, code, status, config, stack } = error;
  hide(error, { toJSON: () => ({ name, message, code, status, config, stack }) });
  const headers = walk(all, ["response", "headers"]);
  if (headers) {
    const known = new Map(Object.entries(headers));
    hide(headers, { get: (name) => known.get(String(name).toLowerCase()), has: (name) => known.has(String(name).toLowerCase()) });
  }
  return error;
}
