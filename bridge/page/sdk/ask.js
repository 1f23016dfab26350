// A request that the SDK makes.
import { answerOf } from "../answers.js";
import { customerKnown } from "../customer.js";
import { infoOf, withoutToken } from "../errors.js";
import { createKeepalive } from "../keepalive.js";
import { attempt, fromFields, walk } from "../values.js";
import { adapterOf } from "./adapter.js";
import { muteNotices } from "./notices.js";
import { askPlain, isSDKs, plainOf } from "./plain.js";

// The SDK spreads answers and errors into dataLayer, where every script reads them.
const shown = (outcome) => {
  withoutToken(walk(outcome, "config.headers"));
  withoutToken(walk(outcome, "response.config.headers"));
  return outcome;
};

/**
 * As the SDK's own methods make it (salla.api.request): so whatever was done to its axios counts, and all that follows on an answer is the SDK's.
 * Ours are the body, the options, and that it goes by fetch.
 * @param {import("../wire.js").Request} request
 * @param {(answer?: any) => void} answered hears the body of a good answer, or of none, before anything follows on that
 */
const requestBySDK = async (request, answered) => {
  const { url, verb, sender, signal, timeout, headers } = request;
  const { api } = window.salla;
  const { axios } = api;
  const body = walk(request.body, "data");
  const options = Object.assign({}, headers.length && { headers: fromFields(headers) }, signal && { signal }, timeout && { timeout });
  const isWrapped = !isSDKs(api.request, /requestFailed/);
  // Where somebody has put adapters in place of the standard ones they are left.
  const byFetch = typeof window.fetch == "function" && walk(axios, "create") && attempt(() => String(walk(axios, "defaults.adapter"))) == "xhr,http,fetch";
  const way = { sender, keepalive: createKeepalive(byFetch ? request.body : undefined) };
  const at = verb == "post" ? 1 : 0; // where axios takes its configuration, behind the address
  // Adds the call's options, and has the request made: without the axios where nobody can tell, and otherwise by an adapter of ours.
  const make = async (url, ...args) => {
    const config = Object.assign({}, options, args[at]);
    // A wrapper of salla.api.request may have passed on another payload.
    const isOthers = isWrapped && at && args[0] !== body && args[0] !== request.payload;
    const plain = byFetch && !isOthers && plainOf(axios, verb, url, request.body, config);
    if (plain) return askPlain(axios, plain, way);
    if (byFetch) config.adapter = adapterOf(axios, way);
    return axios[verb](url, ...(at ? [isOthers ? args[0] : body] : []), config);
  };
  let failed;
  const send = (...args) =>
    make(...args).then(
      (answer) => (answer.data && answer.request ? answer : shown(answer)), // of the first the SDK passes on the data alone
      (error) => {
        answered();
        failed = shown(error);
        if (walk(failed, "code") == "ERR_CANCELED" && signal) failed.cause = signal.reason;
        throw failed;
      },
    );
  const react = (answer) => {
    answered(answer);
    attempt(() => api.handleAfterResponseActions(answer)); // what a listener throws makes no failure of an answer
  };
  const self = { __proto__: api, axios: { __proto__: axios, [verb]: send }, handleAfterResponseActions: react };
  // A wrapper of somebody's may call the SDK's with another this, and then ours are arguments.
  const asked = infoOf(request).payload;
  const args = isWrapped
    ? [verb == "post" ? body : Object.keys(options).length ? Object.assign({}, asked, options) : asked, verb, options]
    : [asked, verb, {}];
  try {
    const value = await api.request.call(self, url, ...args);
    answered(value); // at the latest: a page may have a request of its own
    return value;
  } catch (error) {
    answered();
    throw failed || error; // a listener may have thrown its own
  }
};

/** @type {import("../wire.js").Storefront["ask"]} */
export const ask = (request, answered, done) => {
  const unmute = muteNotices(request.quiet);
  let told;
  const tell = (...body) => {
    if (told) return;
    told = true;
    request.sender.answered = true;
    answered(body.length ? answerOf(body[0], request) : { customer: customerKnown() });
  };
  const end = (answer) => {
    unmute();
    done(answer);
  };
  requestBySDK(request, tell).then(
    (body) => end({ ok: true, body, data: walk(body, "data") }),
    (body) => end({ body }),
  );
};
