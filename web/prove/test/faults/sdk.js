// Pages with the real SDK, on a scripted API.
import { newAPI, page, until } from "../standalone/pages.js";
import "./init.js";

export const sdkURL = "/npm/@salla.sa/twilight/dist/@salla.sa/twilight.min.js";

/** A page with the SDK before the tag; answers when the SDK is ready. `before` runs before both. */
export async function withSDK(attributes = {}, before = "", after = "", { user = 1, ...options } = {}) {
  const api = newAPI();
  const win = await page({ src: "/dist/salla-profile.twilight.js", ...attributes }, {
    before: `
      ${before}
      window.made = []; // what it sends to the profile's endpoints by itself, which is not what its analytics do
      {
        const { open } = XMLHttpRequest.prototype;
        XMLHttpRequest.prototype.open = function (...args) {
          if (/\\/(profile|account|auth\\/user)\\b/.test(args[1])) made.push("xhr");
          return open.apply(this, args);
        };
      }
      document.write('<script src="${sdkURL}"></scr' + 'ipt>');`,
    after: `parent.initSDK(window, { url: "${api.url}", user: ${user} }); ${after}`,
    ...options,
  });
  await until(() => win.salla.status == "ready", "the SDK is ready");
  return { api, win, salla: win.salla, profile: win.salla.profile };
}

/** What the store's server would have the page say to the SDK. */
export const { initSDK } = window;

/** The requests of the profile's endpoints: the SDK makes others of its own. */
export const profileRequests = async (api) => (await api.requests()).filter(({ path }) => /^(profile|auth\/user|account)/.test(path));
