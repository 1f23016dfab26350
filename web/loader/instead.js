// What a call gets where the program can't serve it.
import { METHODS } from "profile:table";
import { failure } from "../../bridge/failure.js";
import { original, speak } from "./sdk.js";

/**
 * Sends the failure's event, which the program can't any more. getFields has none: what it resolves to instead is answered, an
 * empty list.
 */
export const failed = (name, error) => {
  speak(); // the program may have died before it could
  if (name == "getFields") return [];
  try {
    window.salla.event.profile[METHODS[name][0]](error);
  } catch (_) {} // a broken emitter
};

/** What the SDK's own method answers; throws where there is none. */
export const fallback = (name, args, reason) => {
  const method = original(name);
  if (method) return method(...args);
  const error = failure({ message: "salla-profile can't run: " + reason, code: "ERR_RUNTIME", cause: reason });
  const instead = failed(name, error);
  if (instead) return instead;
  throw error;
};
