// salla-profile.twilight.js: a storefront, where the SDK is always there. The twin is mode.js.
import { Storefront } from "../../bridge/page/wire.js";
import { contextOfSDK, identityOfSDK } from "../../bridge/page/sdk/context.js";

export const schema = Storefront;
export const functions = {};

export const contextOf = contextOfSDK;

export const identity = identityOfSDK;

export const isConfigured = () => false;

export const urlOf = (path) => path;

/** @param {{ api?: string }} options */
export const configure = (options) => {
  if (!options || typeof options != "object") throw new TypeError("configure: not an object");
  if (options.api) throw new TypeError("configure: this file needs the SDK; salla-profile.js runs without it");
};

export const configureByTag = () => {};

export const WAITS_FOR = "the SDK; salla-profile.js runs without it";
