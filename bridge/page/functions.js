// What Go may ask of every page: the functions behind wire.js.
import { loadPending, savePending } from "./customer.js";
import { error } from "./errors.js";
import { normalize } from "./normalize.js";
import { callMethod, context, emptyList, joinable, later, notify } from "./outcomes.js";
import { encode, look, member, object, string } from "./payloads.js";
import { ask } from "./sdk/ask.js";
import { endSession, refuse, syncUser } from "./sdk/outcomes.js";

export const functions = {
  ...{ context, joinable, later, callMethod },
  ...{ look, normalize, encode, object, member, string },
  ...{ error, notify, emptyList },
  ...{ savePending, loadPending },
  ...{ ask, refuse, syncUser, endSession },
};
