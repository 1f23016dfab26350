// What Go is lent of the page, besides what it asks for by its operations: js.Lent is this object.
import { xsrfToken } from "../../bridge/fetch.js";
import { config } from "./config.js";
import { hasSDK, leaving } from "./page.js";
import { fails, serves } from "./ready.js";
import { hush, take, visitor } from "./sdk.js";
import { token, badHeader } from "./standalone.js";
import { typed } from "./typed.js";
import { customer, keep, kept } from "./waiting.js";

/** methods: those that Go puts on the SDK's object, or ours. */
export const createLent = (methods) => ({
  window,
  config,
  methods,
  sdk: hasSDK,
  leaving,
  visitor,
  hush,
  typed,
  badHeader,
  keep,
  kept,
  customer,
  token,
  xsrf: () => xsrfToken(config.api, "XSRF-TOKEN"),
  take,
  refused: () => fails(new Error("salla.api.profile can't be changed")),
  ready: serves,
});
