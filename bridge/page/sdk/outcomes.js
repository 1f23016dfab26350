// What the SDK does on an outcome that isn't an answer to a request of its own.
import { error as createFailure, infoOf } from "../errors.js";
import { Promise } from "../browser.js";
import { attempt, call } from "../values.js";
import { muteNotices } from "./notices.js";

// A message that is about two fields is shown once.
const forNotice = (failure) => {
  const isFirst = ({ value }, i, fields) => !fields.slice(0, i).some((other) => other.value == value);
  return Object.assign({}, failure, { fields: failure.fields.filter(isFirst) });
};

/** @type {import("../wire.js").Storefront["refuse"]} */
export const refuse = (request, failure) => {
  const unmute = muteNotices(request.quiet);
  const error = createFailure(request, failure);
  call("event.document.requestFailed", infoOf(request), error);
  if (!failure.silent) call("api.handleErrorResponse", createFailure(request, forNotice(failure)));
  unmute();
  return error;
};

/** @type {import("../wire.js").Storefront["syncUser"]} */
export const syncUser = (data) => call("api.profile.syncUserData", data);

/** @type {import("../wire.js").Storefront["endSession"]} */
export const endSession = async (done) => {
  call("storage.clearAll");
  call("cookie.clearAll");
  const left = call("auth.api.appendIframeAndLogout");
  const ok = await Promise.resolve(left).then(
    () => !!left,
    () => false,
  );
  done({ ok });
  if (ok) attempt(() => (window.location.href = call("url.get", "logout")));
};
