// Pages that have taken something of the browser's away, or have something else by its name: one thing at a time, before our script and
// after it. With the SDK what comes of the calls is what comes of the SDK's own; without it they do what they always do, or say that they can't.
import { assert } from "../others/from.js";
import { aloneGround, FILES, ground, played, usual } from "../others/ground.js";
import { isEndless, isExcused, isExcusedAlone, loops, waitsForOurs } from "./exceptions.js";
import { listOf } from "./list.js";
import { take, waysOf } from "./take.js";

const list = await listOf();

// Both scripts are one source: make test tries the file for storefronts with the SDK, and the other one without it.
const files = new URLSearchParams(location.search).has("whole") ? FILES : FILES.slice(1);

/** What comes of the calls on a page, as text. */
async function playedOn(page) {
  // Where a page has taken what ready is made of, its methods serve all the same.
  const { outcomes, requests } = await played(page, { ready: false });
  return JSON.stringify({ outcomes, requests }, undefined, 1);
}

// On pages that have everything.
const [withSDK, alone] = await Promise.all([ground({}).then(playedOn), aloneGround().then(playedOn)]);

const linesThatDiffer = (ours, theirs) => {
  const lines = new Set(theirs.split("\n"));
  return ours.split("\n").filter((line) => !lines.has(line)).slice(0, 6).join(" ");
};

/** Each call of ours answers a promise, whatever becomes of that. */
function answersPromises({ salla }) {
  for (const call of usual(salla.profile)) {
    let promise;
    try {
      promise = call();
    } catch (error) {
      if (/salla-profile/.test(error.stack)) throw error;
      continue; // the SDK's own
    }
    assert.isFunction(promise?.then);
    promise.then(null, () => {});
  }
}

/** What is wrong with a page that has the SDK: nothing, where the SDK alone doesn't do there what it does. */
async function wrongWithSDK(page, playedBySDK) {
  const ours = await playedOn(page);
  if (ours == withSDK) return;
  assert.notInclude(ours, "no promise");
  return (await playedBySDK()) == withSDK ? `${page.file}: ${linesThatDiffer(ours, withSDK)}` : undefined;
}

/** What is wrong with a page that has ours alone: it does all that it always does, or says that it can't. */
async function wrongAlone(page) {
  const { profile } = page.salla || {};
  if (!profile) return "without the SDK: no salla.profile";
  const ours = await playedOn(page);
  const { outcomes, requests } = JSON.parse(ours);
  const cannot = !requests.length && outcomes.every(({ error }) => error?.code == "ERR_RUNTIME");
  if (!cannot) return ours == alone ? undefined : "without the SDK: " + linesThatDiffer(ours, alone);
  await profile.ready.then(() => assert.fail("ready resolves"), () => {});
}

/** What is wrong where it is taken before our script comes. */
async function before(path, way) {
  const name = `${path}: ${way}`;
  if (loops(name)) return [];
  const between = `parent.take(window, "${path}", "${way}")`;
  const waits = !isEndless(name);
  const isAsked = waits && !isExcused(name);
  const wrong = await Promise.all([
    aloneGround({ between }).then((page) => {
      if (!isExcusedAlone(name)) return wrongAlone(page);
      if (page.salla?.profile?.update) answersPromises(page);
    }),
    ...files.map(async (file) => {
      const page = await ground({ between, file, waits });
      if (waitsForOurs(name)) await page.salla.profile.ready;
      if (isAsked) return wrongWithSDK(page, () => ground({ between }).then(playedOn));
      answersPromises(page);
    }),
  ]);
  return wrong.filter(Boolean).map((text) => `${way}: ${text}`);
}

const pageOf = async (file) => {
  const page = await ground({ file });
  if (file) await page.salla.profile.ready;
  return page;
};

const playedWithout = async (page, path, way) => {
  const putBack = take(page.win, path, way);
  try {
    return await playedOn(page);
  } finally {
    putBack();
  }
};

/** What is wrong where it is taken once the module runs. */
async function afterwards(path, way, file) {
  const name = `${path}: ${way}`;
  if (loops(name) || isEndless(name) || isExcused(name)) return [];
  const ours = await playedWithout(await pageOf(file), path, way);
  if (ours == withSDK) return [];
  const theirs = await playedWithout(await pageOf(), path, way);
  return theirs == withSDK ? [`${way}, afterwards: ${file}: ${linesThatDiffer(ours, withSDK)}`] : [];
}

for (const path of list) {
  it(path, async () => {
    const wrong = await Promise.all(waysOf(path).flatMap((way) => [before(path, way), ...files.map((file) => afterwards(path, way, file))]));
    assert.isEmpty(wrong.flat(), wrong.flat().join("\n"));
  });
}
