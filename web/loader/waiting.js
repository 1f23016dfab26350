// What waits for a code, from one page to the next in this tab (bridge/pending.go).
import { config } from "./config.js";
import { hasSDK } from "./page.js";

const KEPT = "salla-profile";

/** Shows what waits for a code (the older one behind it), and keeps it for the next page, with whose it is. */
export const keep = (...waiting) => {
  const json = JSON.stringify(waiting, (_, text) => text || undefined); // what nobody has said is left out
  const [, shown] = JSON.parse(json);
  Reflect.set(window.salla.api.profile, "pendingVerification", shown);
  sessionStorage[KEPT] = json;
};

/** What was kept: whose it is (0), what was shown (1), and the older one (2). */
export const kept = (place) => JSON.parse(sessionStorage[KEPT] || "[]")[place];

/**
 * Whom the page is for. Without the SDK: what configure was told; by the token, of which no more is kept than a number that
 * it can't be told from; or whose profile was last fetched.
 */
export const customer = () => {
  const { userId, token } = config;
  if (hasSDK()) return window.salla.config.get("user.id");
  if (userId || typeof token != "string") return userId || JSON.parse(localStorage.getItem("user")).id;
  return [...token].reduce((sum, letter) => (sum * 31 + letter.charCodeAt()) | 0, 0);
};
