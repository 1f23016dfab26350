// What the browser's tools show of calls: performance.measure, and with data-debug the console.
import { attempt } from "../../bridge/page/values.js";

// A page may have a performance of its own.
const now = () => attempt(() => performance.now());

/** measured(name, call) makes the call, and answers its promise: its outcome becomes a measure. */
export const createMeasures = (debug) => {
  // Calls that ended, and are not yet measures: these are made a moment later (but not with data-debug), when the theme
  // has done what it does on an outcome. Never what was sent or answered. Of each method one entry stays, the latest: a
  // page may live for days.
  const ended = [];
  const measure = () => {
    for (const [name, start, end, outcome, failed] of ended.splice(0)) {
      try {
        const label = "salla.profile." + name;
        const status = outcome && outcome.status;
        const code = failed && (outcome.code || outcome.name);
        performance.clearMeasures(label);
        const { duration } = performance.measure(label, { start, end, detail: { status, code } });
        if (debug) console.info(label, status || "", code || "OK", duration | 0, "ms");
      } catch (_) {} // an old browser
    }
  };
  return (name, call) => {
    const since = now();
    const note = (failed) => (outcome) => {
      const count = ended.push([name, since, now(), outcome, failed]);
      if (debug) measure();
      else if (count == 1) setTimeout(measure, 99);
      if (failed) throw outcome;
      return outcome;
    };
    return call().then(note(), note(1));
  };
};
