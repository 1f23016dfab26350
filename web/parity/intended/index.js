// Every difference from the SDK that is meant, with its reason. What is not here fails.
//
// A rule changes the two sides so that what is meant is alike, and nothing else: where the module doesn't do exactly
// what is meant, the difference stays. `scenarios` limits it to these; the others hold anywhere.
import { fetched, instead, isObject, notUpdated, refused, same, updated, walk } from "./rules.js";
import { older } from "./older.js";

export const intended = [
  {
    id: "dom-events",
    reason: "contract 4, 6.6: every profile::* event of the emitter is also a DOM event, exactly once, with the first argument as its detail",
    apply({ module, definition }) {
      const open = []; // announced, not yet a DOM event
      const keep = [];
      for (const entry of module.journal) {
        const [kind, name, itsDetail, bubbles, custom] = entry;
        if (kind == "event" && String(name).startsWith("profile::")) open.push(name);
        const meant = kind == "dom" && itsDetail && bubbles && custom && open.includes(name);
        if (meant) open.splice(open.indexOf(name), 1);
        else keep.push(entry);
      }
      // Before the module runs there are none.
      if (!definition.early) for (const name of open) keep.push(["no DOM event for", name]);
      module.journal = keep;
    },
  },
  {
    id: "by-fetch",
    reason: "contract 7: requests are made with axios's fetch adapter, those on leaving with keepalive",
    apply({ sdk, module }) {
      const configs = (side, change) =>
        walk(side.journal, (key, value) => {
          if (key == "config" && value?.url && value.headers) change(value);
        });
      configs(sdk, (config) => {
        if (Array.isArray(config.adapter)) config.adapter = "fetch";
      });
      configs(module, (config) => {
        if (same(config.fetchOptions, { keepalive: true })) delete config.fetchOptions;
      });
      // What fetch said of it, where XMLHttpRequest says nothing.
      const said = ({ $, ...members }) => $ == "Error" && members["(name)"] == "TypeError" && members["(message)"];
      walk(module.journal, (key, value) => {
        if (isObject(value) && value.code == "ERR_NETWORK" && isObject(value.cause) && said(value.cause)) delete value.cause;
      });
      for (const [kind, name, members] of module.journal) {
        if (kind == "note" && name == "members" && isObject(members) && members.cause) delete members.cause;
      }
    },
  },
  {
    id: "no-token",
    reason: "contract 5, 6.7: an error's config.headers leaves out Authorization",
    apply({ sdk }) {
      walk(sdk.journal, (key, value) => {
        if (key == "config" && value?.url && value.headers) delete value.headers.Authorization;
      });
    },
  },
  {
    id: "request",
    reason: "contract 5: `request` is there, but no XMLHttpRequest was used",
    apply({ sdk, module }) {
      walk(sdk.journal, (key, value) => (key == "request" && value?.$ == "XMLHttpRequest" ? "(request)" : undefined));
      walk(module.journal, (key, value) => {
        if (key != "request" || !isObject(value)) return;
        const keys = Object.keys(value);
        return keys.every((member) => ["responseURL", "status"].includes(member)) ? "(request)" : undefined;
      });
    },
  },
  {
    id: "axios-event",
    reason: "facts, After an answer: on a network error axios adds a ProgressEvent as `event`, which overwrites the event's name in dataLayer",
    apply({ sdk }) {
      let last;
      for (const entry of sdk.journal) {
        if (entry[0] == "event") last = entry[1];
        if (entry[0] == "dataLayer" && entry[1]?.event?.$ == "ProgressEvent") entry[1].event = last;
      }
      walk(sdk.journal, (key, value, parent) => {
        if (isObject(value) && value.event?.$ == "ProgressEvent" && value.code == "ERR_NETWORK") delete value.event;
        if (parent[0] == "note" && parent[1] == "members" && isObject(value)) delete value.event;
      });
    },
  },
  instead(
    "nothing-breaks-the-call",
    "contract 4: what throws after the answer (a listener, a notifier, the SDK's own steps) changes nothing of the call's outcome",
    {
      "after: events as broken JSON text": [
        "request POST profile/contacts/update",
        "event profile::verification.code.sent",
        "resolved updateContacts",
      ],
      "after: a notifier that throws": ["event twilight::notifier.changed", ...updated, "resolved update"],
      "listeners: a listener that throws": [updated[0], "notice success: Saved.", ...updated.slice(1), "resolved update"],
      "listeners: a failure's listener that throws": [
        ...notUpdated.slice(0, 2),
        "notice error: No.",
        notUpdated[2],
        "rejected update: ERR_BAD_REQUEST",
      ],
      "listeners: a document listener that throws": [...notUpdated, "rejected update: ERR_BAD_REQUEST"], // no notice, as with the SDK
      "listeners: a server's event whose listener throws": [updated[0], "event x::y", ...updated.slice(1), "resolved update"],
      "user: no data": ["case without data", ...fetched, "resolved info", "case data null", ...fetched, "resolved info"],
      "user: storage that is full": [...updated, "resolved update"],
    },
  ),
  instead("without-this", "the methods need no `this`: what throws in the SDK works", {
    "calls: without this": [...updated, "resolved update", ...fetched, "resolved info", ...updated, "resolved call", ...fetched, "resolved apply"],
    "calls: from a timer and a promise": [...fetched, ...updated, "resolved then"],
    "calls: by its other names": [
      ...updated,
      "resolved salla.api.profile",
      ...updated,
      "resolved salla.profile.api",
      ...updated,
      "resolved Salla",
      ...updated,
      "resolved salla.call",
      ...fetched,
      "resolved window.Salla.api",
    ],
  }),
  {
    id: "members",
    reason: "contract 2, 6.5: the methods are the object's own members, and there are some more",
    scenarios: { "calls: the keys": 1 },
    apply({ sdk, module }) {
      const more = [
        "info",
        "getFields",
        "update",
        "updateCustomFields",
        "updateContacts",
        "updateContact",
        "verify",
        "updateSettings",
        "initiateDeleteRequest",
        "verifyDeleteRequest",
        "getDeleteRequest",
        "cancelDeleteRequest",
        "delete",
        "ready",
        "configure",
      ];
      for (const entry of sdk.journal) {
        if (entry[0] == "note" && entry[1] == "api.profile") for (const name of more) entry[2][name] = true;
      }
    },
  },
  {
    id: "file-in-object",
    reason: "contract 6.1: an object that holds a file is sent as multipart; the SDK loses the file",
    scenarios: { "differences: a file in an object": 1 },
    apply({ sdk, module }) {
      const body = [
        ["first_name", "Sara"],
        ["avatar", { $: "File", name: "sara.png", type: "image/png", size: 3 }],
        ["deep[list][0]", "1"],
        ["deep[list][1]", "2"],
      ];
      const parts = [
        { name: "first_name", text: "Sara" },
        { name: "avatar", file: "sara.png", type: "image/png", text: "png" },
        { name: "deep[list][0]", text: "1" },
        { name: "deep[list][1]", text: "2" },
      ];
      for (const entry of sdk.journal) if (entry[0] == "request") entry[3] = { $: "FormData", entries: body };
      for (const [, request] of sdk.server) {
        if (request.method == "POST") {
          request.body = parts;
          request.headers["content-type"] = "multipart/form-data; boundary=…";
        } else {
          const names = request.headers["access-control-request-headers"];
          request.headers["access-control-request-headers"] = names.replace("content-type,", "");
        }
      }
    },
  },
  {
    id: "digits",
    reason: "contract 6.3: in phone, code, email and birthday digits are sent as ASCII digits, without marks and white space around",
    scenarios: { "differences: digits": 1 },
    apply({ sdk }) {
      const ascii = (text) => text.replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x6f0).replace(/"\u200f (.*?) "/, '"$1"');
      for (const entry of sdk.journal) if (entry[0] == "request") entry[3] = ascii(entry[3]);
      for (const [, request] of sdk.server) request.body = ascii(request.body);
    },
  },
  {
    id: "country",
    reason: "contract 6.4: a phone without country_code is sent with SA",
    scenarios: { "differences: a phone without a country": 1 },
    apply({ sdk }) {
      const withCountry = (text) => text && JSON.stringify({ ...JSON.parse(text), country_code: "SA" });
      for (const entry of sdk.journal) if (entry[0] == "request") entry[3] = withCountry(entry[3]);
      for (const [, request] of sdk.server) request.body = withCountry(request.body);
    },
  },
  instead(
    "one-request",
    "contract 6.2: a mutation identical to one in flight isn't sent twice, and the event fires once",
    {
      "differences: two identical updates at once": [updated[0], "notice success: Saved.", ...updated.slice(1), "resolved update", "resolved update"],
      "differences: two identical updates at once that fail": [
        ...notUpdated.slice(0, 2),
        "notice error: No.",
        notUpdated[2],
        "rejected update: ERR_BAD_RESPONSE",
        "rejected update: ERR_BAD_RESPONSE",
      ],
    },
    ({ journal }) => {
      const [first, second] = journal.filter(([kind]) => kind == "resolved" || kind == "rejected");
      return same(first, second);
    },
  ),
  instead("one-question", "contract 6.2: identical questions at once are one request, and the event comes once", {
    "calls: two reads at once": [...fetched, "resolved info", "resolved info"],
  }),
  instead(
    "refused",
    "contract 5: refused before sending, with an answer shaped as the server's 422",
    {
      "differences: refused": [
        "case verify without a code",
        ...refused("verify", "unverified", "Enter the verification code."),
        "case a contact change without a contact",
        ...refused("updateContacts", "update.contacts.failed", "Enter a phone number or an e-mail address."),
        "case a phone without a digit",
        ...refused("updateContacts", "update.contacts.failed", "The phone number has no digits."),
        "case an e-mail without @",
        ...refused("updateContacts", "update.contacts.failed", "The e-mail address is not valid."),
        "case verifyDeleteRequest without a payload", // the data requests have no notice and no event
        "event document::request.failed",
        "rejected verifyDeleteRequest: ERR_VALIDATION, local",
        "case a payload that is none", // for the theme's author: no notice
        ...Array(7).fill(["event document::request.failed", "event profile::update.failed", "rejected update: ERR_VALIDATION, local"]).flat(),
      ],
    },
    ({ journal, server }) =>
      server.length == 0 &&
      journal.every(([kind, , error]) => {
        if (kind != "rejected") return true;
        const { message, name, isAxiosError, response, config, request } = error;
        return (
          name == "AxiosError" &&
          isAxiosError &&
          response.status == 422 &&
          response.data.success === false &&
          response.data.error.message == message &&
          same(Object.values(response.data.error.fields), [[message]]) &&
          config.url &&
          config.method == "post" &&
          !config.headers.Authorization &&
          !request
        );
      }),
  ),
  instead(
    "unsendable-header",
    "contract 5: a rejection always has the same shape, also where a header of the theme's can't be sent",
    {
      "requests: headers that can't be sent": [
        "case a header with line ends",
        ...notUpdated.slice(1),
        "rejected update: ERR_NETWORK",
        "case a header that can't be sent",
        ...notUpdated.slice(1),
        "rejected update: ERR_NETWORK",
        "case a header whose name can't be sent",
        ...notUpdated.slice(1),
        "rejected update: ERR_NETWORK",
      ],
    },
    ({ server }) => server.length == 0,
    // With keepalive (Firefox, WebKit) what the browser refuses at once is asked again without: it may be the quota.
    (lines) => lines.filter((line, i) => line != lines[i - 1] || !line.startsWith("request ")),
  ),

  // What axios and the SDK do besides, and no contract asks for.
  {
    id: "axios-default-type",
    reason:
      "by XMLHttpRequest axios leaves its default Content-Type in the config of a request without a body, where it isn't sent; by fetch it would be sent",
    apply({ sdk, module }) {
      for (const side of [sdk, module])
        walk(side.journal, (key, value) => {
          if (key != "config" || !value?.headers || (value.data !== undefined && value.data.$ != "FormData")) return;
          if (value.headers["Content-Type"] == "application/x-www-form-urlencoded") {
            delete value.headers["Content-Type"];
          }
        });
    },
  },
  {
    id: "null-type",
    reason: "for null axios sends a Content-Type, but no body",
    scenarios: { "payloads: null": 1 },
    apply({ sdk }) {
      for (const [, { body, headers }] of sdk.server) if (body === "") delete headers["content-type"];
    },
  },

  ...older,
];
