// What is different in one scenario, where the rest of it is as with the SDK.
import { ALIASES } from "/v/table.js"; // package profile's

export const single = [
  {
    id: "members",
    reason: "contract 3, 6.5: there are some more members",
    scenarios: { "calls: the keys": 1 },
    apply({ sdk, module }) {
      const own = ["ready", "configure", "pendingVerification", "pendingVerifications", "resendVerification", "cancelVerification"];
      const more = [...Object.keys(ALIASES), ...own];
      for (const entry of sdk.journal) {
        if (entry[0] == "note" && entry[1] == "api.profile") for (const name of more) entry[2][name] = true;
      }
    },
  },
  {
    id: "asked-again",
    reason: "contract 7: what the browser refuses of keepalive goes without it; the page's fetch is called twice, the store once",
    scenarios: { "again: keepalive's quota is used up": 1 },
    apply({ sdk, module }) {
      // How often the other script had to ask is its own business.
      for (const side of [sdk, module]) side.journal = side.journal.filter(([what, , url]) => what != "request" || !/hog$/.test(url));
      const again = (entry, i, all) => entry[0] == "request" && i && JSON.stringify(entry) == JSON.stringify(all[i - 1]);
      module.journal = module.journal.filter((...at) => !again(...at));
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
  // What axios does besides, and no contract asks for.
  {
    id: "null-type",
    reason: "for null axios sends a Content-Type, but no body",
    scenarios: { "payloads: null": 1 },
    apply({ sdk }) {
      for (const [, { body, headers }] of sdk.server) if (body === "") delete headers["content-type"];
    },
  },
];
