// A request that the module makes itself.
import { browser } from "../browser.js";
import { answerOf } from "../answers.js";
import { configOf, withGetters } from "../errors.js";
import { bounded, CANCELED, LATE } from "../giveUp.js";
import { parsed, refusedHeader } from "../headers.js";
import { createKeepalive } from "../keepalive.js";
import { addMembers } from "../payloads.js";
import { attempt, classOf, fromFields, walk } from "../values.js";

// What the page may replace later is taken now.
const { fetch: ownFetch, FormData, URLSearchParams } = browser;

/**
 * Why there is no answer.
 * @param {any} why
 * @param {any} signal of the theme
 * @param {any} reason of a failure
 */
export const problemOf = (why, signal, reason) => {
  if (why == LATE) return { problem: "ECONNABORTED" };
  if (why == CANCELED) return { problem: "ERR_CANCELED", reason: walk(signal, "reason") };
  return { problem: "ERR_NETWORK", reason };
};

// As axios encodes an object under a form's Content-Type that somebody has set; the browser says what FormData is, with its boundary.
const encodeAs = (body, headers) => {
  const { data, encoded } = Object(body);
  const name = Object.keys(headers).find((name) => /^content-type$/i.test(name));
  if (!name || !data || typeof data != "object" || typeof encoded != "string" || classOf(data) == "URLSearchParams") return encoded;
  if (/^multipart\/form-data/i.test(headers[name])) {
    delete headers[name];
    return addMembers(new FormData(), data);
  }
  return /^application\/x-www-form-urlencoded/i.test(headers[name]) ? String(addMembers(new URLSearchParams(), data)) : encoded;
};

// A response as an error shows it, or an answer without a body.
const shownOf = (request, response, body) => {
  const { status, statusText, url } = response;
  const headers = {};
  // A mock of fetch may have none.
  if (walk(response, "headers.forEach")) response.headers.forEach((value, name) => (headers[name] = value));
  return { data: body, status, statusText, headers: withGetters(headers), config: configOf(request), request: { responseURL: url, status } };
};

const REACTIONS = ["data.googleTags", "googleTags", "events", "data.events", "error", "msg", "data.message"];

/**
 * Whether there is something to react to.
 * @param {any} body
 */
export const reacts = (body) => {
  for (const path of REACTIONS) if (walk(body, path)) return true;
  return false;
};

const result = (request, response, text) => {
  const { status } = response;
  const body = parsed(text);
  const shown = () => shownOf(request, response, body); // reads all headers
  const answer = status < 200 || status > 299 ? { body, response: shown() } : answerOf(body || shown(), request);
  return Object.assign(answer, { status, reacts: reacts(body) });
};

const address = ({ url, query }) => (query ? url + (/\?/.test(url) ? "&" : "?") + query : url);

/** @type {import("../wire.js").Standalone["send"]} */
export const send = (request, done) => {
  const { signal, timeout, verb, sender } = request;
  const now = attempt(() => window.fetch); // another script may replace it
  const fetch = typeof now == "function" ? now : ownFetch;
  const keepalive = createKeepalive(request.body);
  const headers = fromFields(request.headers);
  const body = encodeAs(request.body, headers);
  bounded([signal], timeout, async (signal) => {
    // Not at once: the browser notes the stack of a request, which is long where Go is on it.
    await undefined;
    if (signal && signal.aborted) throw CANCELED;
    return keepalive(signal, async (keepalive) => {
      const init = { method: verb.toUpperCase(), headers, body, signal, keepalive };
      sender.isSent = true;
      const response = await fetch.call(window, address(request), init);
      return { response, text: await response.text() };
    });
  })
    .then(({ response, text }) => result(request, response, text))
    .catch((why) => problemOf(why, signal, refusedHeader(headers)))
    .then((answer) => {
      sender.answered = true;
      done(answer);
    });
};
