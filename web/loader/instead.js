// How a call ends where the program can't serve it.
import { METHODS } from "profile:table";
import { failure } from "../../bridge/failure.js";
import { config } from "./config.js";
import { original, speak } from "./sdk.js";

/**
 * Makes the error of a call, of these members, and sends the failure's event, which the program can't. Answers what the call ends
 * with: the error, or the empty list that some methods resolve to where they fail.
 */
export const failed = ({ name, args }, members) => {
  speak(); // the program may have died before it could
  const [options, dispatcher, , path, method = "post"] = METHODS[name];
  if (dispatcher === 0) return [];
  const url = `${config.api || ""}/${path}`;
  members.config = { url, method, headers: {}, data: args[options - 1] };
  const error = failure(members);
  try {
    window.salla.event.profile[dispatcher](error);
  } catch (_) {} // a broken emitter
  return error;
};

/** What the call ends with instead: what the SDK's own method answers, or says. */
export const fallback = (call, reason) => {
  const method = original(call.name);
  if (method) return method(...call.args);
  return failed(call, { message: "salla-profile can't run: " + reason, code: "ERR_RUNTIME", cause: reason });
};
