// What a call gets where the program can't serve it.
import { METHODS } from "profile:table";
import { failure } from "../../bridge/failure.js";
import { original, speak } from "./sdk.js";

/**
 * Sends the failure's event, which the program can't any more. Answers what the call ends with: the error, but of getFields an
 * empty list, which it resolves to where it fails.
 */
export const failed = (name, error) => {
  speak(); // the program may have died before it could
  if (name == "getFields") return [];
  try {
    window.salla.event.profile[METHODS[name][0]](error);
  } catch (_) {} // a broken emitter
  return error;
};

/** What the call ends with instead: what the SDK's own method answers, or says. */
export const fallback = (name, args, reason) => {
  const method = original(name);
  if (method) return method(...args);
  return failed(name, failure({ message: "salla-profile can't run: " + reason, code: "ERR_RUNTIME", cause: reason }));
};
