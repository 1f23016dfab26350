// What a rejected call says.
import { asciiDigits } from "./code.js";
import { attempt } from "./page.js";

const PAUSE = 30; // seconds, where a store that wants one doesn't say how long

/**
 * words: the store's, for the customer; seconds: until a new code can be asked for, where the answer is about that. Nothing
 * where there was no answer.
 */
export const refusalOf = (reason) =>
  attempt(() => {
    const { status, data } = reason.response;
    const { fields, message } = data.error;
    // The last number of "60 seconds", or "3 tries, then 2 minutes", in digits of every script.
    const [, stated, minutes] = /(\d+)(?!.*\d)\s*(min|\u062f)?/.exec(asciiDigits(message + "")) || [];
    const isTooSoon = data.error.case == "resend_counter" || status == 429;
    return {
      words: [].concat(...Object.values(fields || [message])).join(" "),
      seconds: isTooSoon && (stated * (minutes ? 60 : 1) || PAUSE),
    };
  });
