// What is different of every event and request, in any scenario.
import { isObject, same, walk } from "./rules.js";

export const everywhere = [
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
    reason: "contract 7: requests are made by fetch, with an adapter of the module's, those on leaving with keepalive",
    apply({ sdk, module }) {
      const configs = (side, change) =>
        walk(side.journal, (key, value) => {
          if (key == "config" && value?.url && value.headers) change(value);
        });
      let standard; // not an adapter that the theme has put in place
      configs(sdk, (config) => {
        if (Array.isArray(config.adapter)) config.adapter = standard = "fetch";
      });
      configs(module, (config) => {
        if (standard) config.adapter = standard;
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
];
