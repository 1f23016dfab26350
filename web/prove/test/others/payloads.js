// The same data in each shape that a page may have it in: what is refused, and what arrives as PHP reads it (of a name the last entry), is
// the same for all of them and, but for the intended differences, what the SDK sends.
import { assert, test } from "./from.js";
import { FILES, aloneGround, ground } from "./ground.js";

const lastOf = (entries) => Object.fromEntries(entries);

/** What the data is as an object, which has a name once. */
const objectOf = ({ entries }) => lastOf(entries.map(({ name, value }) => [name, value]));

const filled = (form, { entries }) => {
  for (const { name, value } of entries) form.append(name, value);
  return form;
};

const SHAPES = {
  "an object": (win, data) => win.Object.assign({}, objectOf(data)),
  "a model with toJSON": (win, data) => ({ phone: "of nobody", attributes: objectOf(data), toJSON() { return this.attributes; } }),
  "a proxy": (win, data) => new win.Proxy(objectOf(data), {}),
  "an object without a prototype": (win, data) => Object.assign(Object.create(null), objectOf(data)),
  "boxed texts": (win, data) => Object.fromEntries(Object.entries(objectOf(data)).map(([name, value]) => [name, new win.String(value)])),
  FormData: (win, data) => filled(new win.FormData(), data),
  "a form": ({ document }, { entries }) => {
    const form = document.createElement("form");
    for (const { name, value } of entries) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    return form;
  },
  URLSearchParams: (win, data) => filled(new win.URLSearchParams(), data),
  text: (win, { text }) => text,
};

/** A body as PHP reads it. */
function readBody(body) {
  if (body == null) return {};
  if (typeof body != "string") return lastOf([...body.entries()]);
  return /^\s*\{/.test(body) ? JSON.parse(body) : lastOf([...new URLSearchParams(body).entries()]);
}

const ANSWER = { status: 200, success: true, data: { verification: { status: "pending", type: "mobile" } } };

/** Answers what a page sends at once, without a network; answers() returns what was sent since it was last asked. */
function stub({ win, salla, file }) {
  let sent = [];
  const note = (url, body) => /profile\//.test(url) && sent.push(readBody(body)); // the SDK's tracker sends too, when it has a moment
  if (file) {
    win.fetch = (url, { body }) => {
      note(url, body);
      return Promise.resolve(new win.Response(JSON.stringify(ANSWER)));
    };
  } else {
    salla.api.axios.defaults.adapter = (config) => {
      note(config.url, config.data);
      return Promise.resolve({ data: ANSWER, status: 200, statusText: "OK", headers: {}, config });
    };
  }
  return () => sent.splice(0);
}

/** What comes of the data in a shape: what is sent and waits then; or the fields that it is refused for. */
async function decide({ win, salla }, answers, data, shape) {
  const { profile } = salla;
  try {
    await profile[data.method](SHAPES[shape](win, data));
  } catch ({ code, response }) {
    assert.strictEqual(code, "ERR_VALIDATION");
    assert.isEmpty(answers(), "sent, though it was refused");
    return { refused: Object.keys(response.data.error.fields).sort() };
  }
  const [sent, ...more] = answers();
  assert.isEmpty(more, "sent more than once");
  const waits = profile.pendingVerifications;
  if (waits) for (const type of ["mobile", "email"]) await profile.cancelVerification(type);
  return { sent, waits };
}

const TYPED = ["phone", "code", "email", "birthday"];

/** The rules of the contract, on what the SDK has sent. meant: each text as it is meant, as a text and as a code. */
function intended({ method }, theirs, ours, meant) {
  const sent = { ...theirs };
  for (const name of TYPED) if (sent[name]) sent[name] = meant[sent[name]][+(name == "code")];
  const { phone = "", email = "", code = "" } = sent;
  const refuses = {
    verify: !code,
    updateContacts: (!phone && !email) || (phone && !/\d/.test(phone)) || (email && !email.includes("@")),
  };
  if (refuses[method]) return "refused";
  if (method == "verify" && sent.type == "phone") sent.type = "mobile";
  if (method != "updateContacts" || !phone) return sent;
  const isNamed = [theirs.country_code, theirs.countryCode].some((text = "") => text.trim() != "");
  if (!isNamed && /^[\d\s-]+$/.test(phone) && !/^00/.test(phone)) sent.country_code = "SA";
  else if (!isNamed && ours.sent?.country_code == "SA") sent.country_code = "SA"; // whose code it is, profile/ has its own tests for
  return sent;
}

let payloads;
/** The random payloads, and each text in them as it is meant: others_test.go. */
const fetchPayloads = async () => (payloads ??= await (await fetch("/payloads")).json());

const PAGES = [["with the SDK", ground, FILES[0]], ["with the SDK, on the storefront file", ground, FILES[1]], ["without the SDK", aloneGround, FILES[0]]];

for (const [where, make, file] of PAGES) {
  test(`random payloads, ${where}: the shape decides nothing, and the SDK sends the same`, async () => {
    const { data: all, meant } = await fetchPayloads();
    const [ours, alone] = await Promise.all([make({ file }), ground({})]);
    await ours.salla.profile.ready;
    const [answersOfOurs, answersOfTheirs] = [stub(ours), stub(alone)];
    const shapes = Object.keys(SHAPES);
    let refused = 0;
    const some = file == FILES[1] ? all.filter((_, i) => i % 4 == 0) : all; // it has the same code
    for (const [i, data] of some.entries()) {
      const what = `SEED=${data.seed}: ${JSON.stringify(data)}`;
      const first = await decide(ours, answersOfOurs, data, shapes[0]);
      for (const shape of shapes.slice(1)) assert.deepEqual(await decide(ours, answersOfOurs, data, shape), first, `as ${shape}, ${what}`);
      const shape = shapes[i % shapes.length];
      const theirs = (await decide(alone, answersOfTheirs, data, shape)).sent;
      assert.deepEqual(first.refused ? "refused" : first.sent, intended(data, theirs, first, meant), `the SDK as ${shape}, ${what}`);
      if (first.refused) refused++;
    }
    assert.isAbove(all.length, 1_999);
    assert.isAbove(refused, some.length / 20, "and some are refused");
  });
}
