// What the intended differences are written with.

export const isObject = (value) => value !== null && typeof value == "object";

/** Calls change(key, value, parent) for every member below root; what it answers replaces the member. */
export function walk(root, change) {
  for (const key of Object.keys(root)) {
    const next = change(key, root[key], root);
    if (next !== undefined) root[key] = next;
    if (isObject(root[key])) walk(root[key], change);
  }
}

export const same = (a, b) => JSON.stringify(a) == JSON.stringify(b);

/** An entry in a few words. */
function words([kind, ...rest]) {
  switch (kind) {
    case "request":
      return "request " + rest[0] + " " + rest[1].replace(/^API\//, "");
    case "notice":
      return "notice " + rest[1] + ": " + rest[0];
    case "rejected":
      return "rejected " + rest[0] + ": " + (rest[1].code || rest[1].message || rest[1]["(message)"]) + (rest[1].local ? ", local" : "");
    case "unhandled rejection":
    case "page error":
      return kind + ": " + (rest[0].message ?? rest[0]["(message)"] ?? rest[0]);
    case "note":
      return "note " + rest.join(" ");
    case "dataLayer":
    case "config user":
    case "stored":
      return ""; // every event has one; compared as they are
    default:
      return kind + " " + rest[0];
  }
}

/** A rule for scenarios in which the module does something else altogether: exactly these things, in this order. */
export const instead = (id, reason, scenarios, check = () => true, heard = (list) => list) => ({
  id,
  reason,
  scenarios,
  apply({ sdk, module, scenario }) {
    const meant = scenarios[scenario];
    const got = heard(module.journal.map(words).filter(Boolean));
    if (!same(got, meant) || !check(module)) {
      module.journal.push(["not what is meant by " + id, got, meant]);
      return;
    }
    sdk.journal = module.journal;
    sdk.server = module.server;
  },
});

/** What was sent, before everything else: the order of each among themselves stays. */
export const requestsFirst = ({ sdk, module }) => {
  const isRequest = ([kind]) => kind == "request";
  for (const side of [sdk, module]) side.journal.sort((a, b) => isRequest(b) - isRequest(a));
};

export const updated = ["request POST profile/update", "event User Profile Updated", "event profile::updated"];
export const fetched = ["request GET auth/user", "event profile::info.fetched"];
export const notUpdated = ["request POST profile/update", "event document::request.failed", "event profile::update.failed"];

export const refused = (name, failure, message) => [
  "event document::request.failed",
  "notice error: " + message,
  "event profile::" + failure,
  "rejected " + name + ": ERR_VALIDATION, local",
];

/** The journal from one case to the next. */
function segments(journal) {
  const list = [[]];
  for (const entry of journal) {
    if (entry[0] == "case") list.push([]);
    list.at(-1).push(entry);
  }
  return list;
}

const path = (url) => url.replace(/^API\//, "").replace(/\/?\?.*/, "");

/** Where `differs` says so of a case's journal with the SDK, the module's counts, and its requests. */
export function takeModules({ sdk, module }, differs) {
  const [ours, theirs] = [segments(module.journal), segments(sdk.journal)];
  const paths = new Set();
  sdk.journal = theirs.flatMap((journal, i) => {
    if (!ours[i] || !differs(journal)) return journal;
    for (const [kind, , url] of [...journal, ...ours[i]]) if (kind == "request") paths.add(path(url));
    return ours[i];
  });
  const inPaths = ([, request]) => paths.has(path(request.path));
  sdk.server = [...sdk.server.filter((entry) => !inPaths(entry)), ...module.server.filter(inPaths)];
  sdk.server.sort((a, b) => (JSON.stringify(a[1]) < JSON.stringify(b[1]) ? -1 : 1));
}

export const messageOf = (error) => error["(message)"] ?? error.message ?? "";
