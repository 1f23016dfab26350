// Older versions of the SDK.
import { isObject, messageOf, requestsFirst, takeModules, walk } from "./rules.js";

const ADDED = ["getFields", "updateCustomFields", "initiateDeleteRequest", "verifyDeleteRequest", "getDeleteRequest", "cancelDeleteRequest"];
const LACKS = new RegExp(`\\b(${ADDED.join("|")}) is not a function`);

/** `since` and `until` are the first and last versions on npm that a difference holds for. */
export const older = [
  {
    id: "older-methods",
    until: "2.14.437",
    reason: "the SDK had no getFields and no data requests, and until 2.14.252 no updateCustomFields: the module adds them",
    apply: (sides) =>
      takeModules(sides, (journal) =>
        journal.some(
          ([kind, name, error]) => kind == "threw" && LACKS.test(messageOf(error).replace("profile[name]", "profile." + name)),
        ),
      ),
  },
  {
    id: "older-keys",
    until: "2.14.437",
    reason: "the same as keys of salla.api.profile",
    scenarios: { "calls: the keys": 1 },
    apply({ sdk, module }) {
      const keysOf = (side) => side.journal.find(([kind, name]) => kind == "note" && name == "api.profile")[2];
      for (const name of ADDED) if (keysOf(module)[name]) keysOf(sdk)[name] = true;
    },
  },
  {
    id: "older-user",
    until: "2.14.437",
    reason: "the SDK failed where an answer had no data.phone: a success became a rejection",
    apply: (sides) =>
      takeModules(sides, (journal) =>
        journal.some(
          ([kind, name, error]) =>
            ["rejected", "event"].includes(kind) && error && messageOf(error).match(/\b(id|code|phone)\b/) && !error.isAxiosError,
        ),
      ),
  },
  {
    id: "older-axios",
    until: "2.14.252",
    reason: "isAxiosError was not the error's own (axios 1.10): a spread didn't see it",
    apply({ sdk }) {
      const complete = (_, value) => {
        if (isObject(value) && value.config && "message" in value && (value.$ == "Error" || "event" in value)) value.isAxiosError = true;
      };
      walk(sdk.journal, complete);
      for (const entry of sdk.journal) if (entry[0] == "note" && entry[1] == "members") entry[2].isAxiosError = true;
    },
  },
  {
    id: "older-sending",
    since: "2.14.366",
    until: "2.14.366",
    reason: "axios 1.13 sends some more microtasks after the call: a promise that resolves meanwhile is first",
    scenarios: { "listeners: a listener that calls a method": 1, "listeners: a server's event whose listener calls a method": 1 },
    apply: requestsFirst,
  },
  {
    id: "older-headers",
    until: "2.14.252",
    reason: "the SDK didn't know `swoole` nor the anonymous id",
    apply({ module }) {
      for (const [, { headers }] of module.server) {
        delete headers["s-store-api-version"];
        delete headers["s-anonymous-id"];
        const names = headers["access-control-request-headers"];
        if (names) headers["access-control-request-headers"] = names.replace(/,s-(store-api-version|anonymous-id)/g, "");
      }
    },
  },
];
