// Pages in frames with the SDK alone, with it and ours, and with ours alone; the same is played on each, and compared.
import { add, bad, good, newAPI, page, profileRequests, sdkURL, until } from "./from.js";

export const FILES = ["salla-profile.js", "salla-profile.twilight.js"];
const ALONE = "/others/nothing.js";

const tag = (src) => `document.write('<script src="${src}"></scr' + 'ipt>');`;

/**
 * A page with the SDK, and with the file of ours, if any. first runs before both; then libraries, by the names of others_test.go; then
 * between, after the SDK's init; then ours. late: libraries that come when the SDK is ready; and ours behind them, if it is last.
 */
export async function ground({ file, first = "", libraries = [], between = "", late = [], last = false, attributes = {}, waits = true }) {
  const api = newAPI();
  const scripts = libraries.map((name) => tag(`/lib/${name}.js`)).join("");
  const init = `document.write('<script>parent.begin(window, "${api.url}")</scr' + 'ipt>');`;
  // What is written by one script runs after it, in order.
  const written = `document.write('<script>' + ${JSON.stringify(between)} + '</scr' + 'ipt>');`;
  const win = await page(
    { src: file && !last ? "/dist/" + file : ALONE, ...attributes },
    { before: first + tag(sdkURL) + init + scripts + written },
  );
  if (waits) await until(() => win.salla?.status == "ready" || win.broken, "the SDK is ready");
  for (const name of late) await add(win, `/lib/${name}.js`);
  if (file && last) await add(win, "/dist/" + file);
  return { api, win, salla: win.salla, file };
}

/** What the store's server would have the page say to the SDK. */
window.begin = (win, url) => {
  try {
    window.initSDK(win, { url });
    win.salla.api.setHeader("Authorization", "Bearer token-1");
  } catch (error) {
    win.broken = error;
  }
};

/** A page with ours alone. */
export async function aloneGround({ file = FILES[0], first = "", libraries = [], between = "" } = {}) {
  const api = newAPI();
  const scripts = libraries.map((name) => tag(`/lib/${name}.js`)).join("");
  const win = await page(
    { src: "/dist/" + file, "data-api": api.url, "data-store-id": "1", "data-token": "token-1" },
    { before: first + scripts + `document.write('<script>' + ${JSON.stringify(between)} + '</scr' + 'ipt>');` },
  );
  return { api, win, salla: win.salla, file };
}

// What a browser adds by itself, and what differs between XMLHttpRequest and fetch.
const OWN = /^(host|connection|content-length|user-agent|referer|origin|accept-encoding|accept-language|cache-control|pragma|priority|sec-.*|upgrade-.*|cookie|te|dnt|expect)$/;

const shownRequest = ({ method, path, query, headers, body }) => {
  const kept = {};
  for (const name of Object.keys(headers).sort()) if (!OWN.test(name)) kept[name] = headers[name];
  if (/^multipart/.test(kept["content-type"])) kept["content-type"] = "multipart";
  return { method, path, query, headers: kept, body };
};

const shownError = ({ name, code, status, message, response }) => ({ name, code, status, message, data: response?.data });

/** The outcome of a call: what it resolved to, or what is told by what it rejected with. */
export async function outcomeOf(call) {
  try {
    const promise = call();
    if (typeof promise?.then != "function") return { is: "no promise" };
    return { is: "resolved", value: JSON.parse(JSON.stringify((await promise) ?? null)) };
  } catch (error) {
    return { is: "rejected", error: shownError(Object(error)), thrown: error };
  }
}

/** The usual play: a save, a failure, a contact change and a question. */
export const usual = (profile) => [
  () => profile.update({ first_name: "A", tags: ["b"] }),
  () => profile.update({ first_name: "no" }),
  () => profile.updateContacts({ phone: "0501112233", country_code: "SA" }),
  () => profile.info(),
];

const ANSWERS = [
  good({ id: 1, first_name: "A" }),
  bad(422, { fields: { first_name: ["no"] } }),
  good({ verification: { status: "pending", type: "mobile" } }),
  good({ id: 1 }),
];

/** Plays on a page, and answers what came of it: outcomes, requests, and the emitter's events of the profile. */
export async function played({ api, win, salla }, { play = usual, answers = ANSWERS, ready = true } = {}) {
  if (ready && salla.profile.ready) await salla.profile.ready.catch(() => {}); // the SDK's own serve then
  const events = [];
  salla.event.onAny((name) => /^(profile::|document::request\.failed)/.test(name) && events.push(String(name)));
  await api.answer(...answers);
  const outcomes = [];
  for (const call of play(salla.profile, win)) {
    const { thrown: _, ...outcome } = await outcomeOf(call);
    outcomes.push(outcome);
  }
  return { outcomes, requests: (await profileRequests(api)).map(shownRequest), events };
}

/** Where two plays differ, in words. */
export function same(ours, alone, what) {
  const text = (value) => JSON.stringify(value, null, 1).split("\n");
  const [a, b] = [text(ours), text(alone)];
  const at = a.findIndex((line, i) => line != b[i]);
  if (at >= 0 || a.length != b.length) throw new Error(`${what}: ${a.slice(at, at + 6).join(" ")} instead of ${b.slice(at, at + 6).join(" ")}`);
}
