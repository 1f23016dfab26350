// What a call gets where the program can't serve it.
import { METHODS } from "profile:table";
import { failure } from "../../bridge/failure.js";
import { original, speak } from "./sdk.js";

/**
 * Sends the failure's event, which the program can't any more. Answers what the call ends with: the error, or the empty list that
 * some methods resolve to where they fail.
 */
export const failed = (name, error) => {
  speak(); // the program may have died before it could
  const [dispatcher] = METHODS[name];
  if (dispatcher === 0) return [];
  try {
    window.salla.event.profile[dispatcher](error);
  } catch (_) {} // a broken emitter
  return error;
};

/** What the call ends with instead: what the SDK's own method answers, or says. */
export const fallback = (name, args, reason) => {
  const method = original(name);
  if (method) return method(...args);
  return failed(name, failure({ message: "salla-profile can't run: " + reason, code: "ERR_RUNTIME", cause: reason }));
};
