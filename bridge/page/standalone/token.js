// The customer's token, which configure may have been given a function or a promise for.
import { customerNow, forgetCustomer, identifyByToken } from "../customer.js";
import { bounded } from "../giveUp.js";
import { config, tokenText } from "./config.js";
import { problemOf } from "./send.js";

/** @type {import("../wire.js").Standalone["token"]} */
export const token = (signal, timeout, done) => {
  bounded([signal], timeout, async () => (typeof config.token == "function" ? config.token() : config.token)).then(
    (token) => {
      const text = tokenText(token);
      if (text) identifyByToken(text);
      else forgetCustomer();
      done({ ok: true, token: text, customer: customerNow() });
    },
    (reason) => done(problemOf(reason, signal, reason)),
  );
};
