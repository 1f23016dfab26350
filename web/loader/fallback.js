// How a call ends where the program can't serve it.
import { METHODS } from "profile:table";
import { urlOf } from "profile:mode";
import { createError } from "../../bridge/page/errors.js";
import { announce } from "../../bridge/page/events.js";
import { unmuteAll } from "../../bridge/page/sdk/notices.js";
import { original } from "./sdk.js";

/**
 * Makes the error of a call, of these members, sends the failure's event, which the program can't, and throws it. Returns the
 * empty list that some methods resolve to where they fail.
 */
export const failed = ({ name, args }, members) => {
  unmuteAll(); // the program may have died before it could
  const { options, failure, path, verb, emptyList } = METHODS[name];
  if (emptyList) return [];
  members.config = { url: urlOf(path), method: verb, headers: {}, data: args[options - 1] };
  const error = createError(members);
  if (failure) announce(failure, error);
  throw error;
};

/** What the call ends with instead: what the SDK's own method returns or throws, or the error. */
export const fallback = (call, reason) => {
  const method = original(call.name);
  if (method) return method(...call.args);
  return failed(call, { message: "salla-profile can't run: " + reason, code: "ERR_RUNTIME", cause: reason });
};
