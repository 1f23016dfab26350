// salla-profile.js: a page with the SDK, or without it. The twin for storefronts is mode_twilight.js.
import { ALIASES } from "profile:table";
import { Standalone, Storefront } from "../../bridge/page/wire.js";
import { config, configNow, identityOfConfig, learn } from "../../bridge/page/standalone/config.js";
import { contextAlone } from "../../bridge/page/standalone/context.js";
import { createEmitter } from "../../bridge/page/standalone/emitter.js";
import { emit, fail, pushTags, reactions } from "../../bridge/page/standalone/outcomes.js";
import { send } from "../../bridge/page/standalone/send.js";
import { token } from "../../bridge/page/standalone/token.js";
import { forgetUser, storeUser } from "../../bridge/page/standalone/user.js";
import { contextOfSDK, identityOfSDK } from "../../bridge/page/sdk/context.js";
import { fill, find, hasSDK, root } from "./page.js";

/** What Go may ask of the page, besides what every page has. */
export const schema = Object.assign({}, Storefront, Standalone);
export const functions = { config: configNow, token, send, fail, reactions, emit, pushTags, storeUser, forgetUser };

export const contextOf = (path, who) => {
  const context = hasSDK() && contextOfSDK(path, who);
  return context && context.url ? context : contextAlone(path); // the SDK may not say where to ask
};

export const identity = () => (hasSDK() ? identityOfSDK() : identityOfConfig());

/** Whether calls can be served without the SDK. */
export const isConfigured = () => !!config.api;

export const urlOf = (path) => `${config.api || ""}/${path}`;

// What configure has set since stays, when a second tag takes back what the first has set.
let fromTag = {};

/**
 * What configure, or a tag, says; throws where it can't be.
 * @param {object} options
 * @param {object} methods
 */
export const configure = (options, methods) => {
  learn(options);
  if (!hasSDK() && config.api) serveAlone(methods);
};

const STAYS = /^(api|storeId|headers|features)$/;

/** A tag's data-*: the first one's, or a further one's, which takes back what that had set. */
export const configureByTag = (options, methods) => {
  const next = {};
  for (const key of Object.keys(fromTag)) if (!STAYS.test(key) && !options[key] && config[key] === fromTag[key]) next[key] = key == "token" ? null : "";
  const { api, storeId, token, language, currency, userId, country } = options;
  const said = { storeId, token, language, currency, userId, country };
  for (const key of Object.keys(said)) if (said[key] !== undefined) next[key] = said[key];
  configure(Object.assign(next, { api: api || null }), methods); // a template may leave the attribute empty
  fromTag = said;
};

/** Makes what is missing of salla: the namespaces and the emitter. Nothing is overwritten. */
const serveAlone = (methods) => {
  const salla = root();
  const emitter = createEmitter((name) => (name in methods || name in ALIASES) && find("salla.profile." + name));
  salla.event = fill(salla.event || emitter, emitter);
  fill(Object(salla.event.profile), emitter.profile);
  salla.api = salla.api || {};
  salla.api.profile = fill(salla.profile, salla.api.profile || {});
  salla.profile.event = salla.event.profile;
  salla.profile.api = salla.profile;
};

export const WAITS_FOR = "the SDK, or for salla.profile.configure(): the tag has no data-api";
