// Compares the journals of each scenario: the module's with the SDK's in the same set-up. Of which build, says the address.
import { intended } from "/v/intended/index.js";
import { differences } from "./differ.js";

/** The requests of the README's "Methods", which the module makes, and by fetch. */
const OURS =
  /^(GET auth\/user|GET profile\/fields|POST profile\/(update|fields|contacts\/update|verify|settings)|(GET|POST) account\/data-request(\/verify|\/cancel)?|DELETE profile)(\?|$)/;

const build = Number(location.search.slice(1));
const jobs = (await (await fetch("/results")).json()).filter(({ setup }) => !setup.module || setup.build == build);
const byName = new Map(jobs.map((job) => [job.group + "\n" + job.scenario + "\n" + job.setup.name, job]));
const modules = {};

const used = new Set();

/** Whether version a is older than b. */
const older = (a, b) => a.localeCompare(b, "en", { numeric: true }) < 0;

const same = (a, b) => JSON.stringify(a) == JSON.stringify(b);

/** What is compared of a job: its journal, what went wrong before it began, and what the server saw. */
const recorded = (job) => ({
  boot: structuredClone(job.result.boot),
  journal: structuredClone(job.result.journal), // rules change it
  // Arrival of concurrent requests is a race; their order in the page is in the journal. And a preflight, or two GETs
  // that are alike, an engine may send once or twice.
  server: job.requests
    .filter((request, i, all) => !["OPTIONS", "GET"].includes(request.method) || all.findIndex((other) => same(other, request)) == i)
    .map((request) => JSON.stringify(request))
    .sort()
    .map((text) => ["server", JSON.parse(text)]),
});

/** Where a scenario begins while the SDK still starts, what is not the profile's comes at any time. */
function onlyOurs(side) {
  side.journal = side.journal.filter(([kind, name, at]) => {
    if (kind == "event") return /^(profile|document)::|^User Profile/.test(name);
    if (kind == "dataLayer") return /^(profile|document)::|^User Profile/.test(name.event);
    if (kind == "request") return OURS.test(name + " " + at.slice("API/".length));
    return true;
  });
  side.server = side.server.filter(([, { method, path, headers }]) => OURS.test((headers?.["access-control-request-method"] || method) + " " + path));
}

const lines = (side) => [...side.boot.map((entry) => ["before the scenario", ...entry]), ...side.journal, ...side.server];

const diff = (sdk, module) => differences(lines(sdk), lines(module));

async function compare(job) {
  const { group, scenario, setup } = job;
  const cell = { group, scenario, setup: setup.name, intended: [], raw: [], diff: [], failure: "" };
  const reference = byName.get(group + "\n" + scenario + "\n" + setup.reference);
  for (const one of [reference, job]) {
    if (one.result.failure) {
      cell.failure += one.setup.name + ": " + one.result.failure + "\n";
    }
  }
  if (cell.failure) return cell;
  modules[group] ??= (await import("/v/scenarios/" + group + ".js")).default;
  const definition = modules[group][scenario];

  const sides = { sdk: recorded(reference), module: recorded(job), scenario: group + ": " + scenario, definition };
  if (definition.early) [sides.sdk, sides.module].forEach(onlyOurs);
  cell.raw = diff(sides.sdk, sides.module);
  let rest = cell.raw;
  for (const rule of intended) {
    if (!rest.length) break;
    if (rule.until && (older(rule.until, job.version) || older(job.version, rule.since || "0"))) continue;
    if (rule.scenarios && !(sides.scenario in rule.scenarios)) continue;
    try {
      rule.apply(sides);
    } catch (error) {
      rest = ["intended:" + rule.id + " broke: " + error.stack];
      break;
    }
    const next = diff(sides.sdk, sides.module);
    if (!same(next, rest)) {
      cell.intended.push(rule.id);
      used.add(rule.id);
    }
    rest = next;
  }
  cell.diff = rest;
  if (!definition.early && !definition.bySDK) {
    for (const { by, method, path } of job.result.transports) {
      if (by != "fetch" && OURS.test(method + " " + path)) {
        cell.diff = [...cell.diff, "! " + method + " " + path + " went by " + by + ": the SDK served it, not the module"];
      }
    }
  }
  return cell;
}

const report = { cells: [], cases: 0, stale: [] };
try {
  for (const job of jobs) if (job.setup.module) report.cells.push(await compare(job));
  const scenarios = new Set(jobs.map(({ group, scenario }) => modules[group]?.[scenario]));
  for (const { cases } of [...scenarios].filter(Boolean)) report.cases += cases ? Object.keys(cases).length : 1;
  report.stale = intended
    .filter((rule) => !rule.until)
    .map((rule) => rule.id)
    .filter((id) => !used.has(id));
} catch (error) {
  report.error = String(error.stack || error);
}
await fetch("/report", { method: "POST", body: JSON.stringify(report) });
