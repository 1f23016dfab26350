// What an answer says: bridge/page/answers.js; and what a page without the SDK makes of it: standalone/outcomes.js.
import { assert, fresh, hostile, test } from "../tools.js";

const { answers, customer, outcomesAlone, send } = await fresh();
const { answerOf, eventsOf } = answers;
const { reacts } = send;

const VERIFICATION = "profile::verification";
const said = (body) => {
  const { announced, verification, type, phone, countryCode, email } = answerOf(body, {});
  return [announced, verification, type, phone, countryCode, email];
};

test("a good answer is its body, with the data of it", () => {
  const body = { data: { id: 7 } };
  const { ok, body: same, data } = answerOf(body, {});
  assert.ok(ok && same === body && data === body.data);
  for (const other of [undefined, null, "text", 7, []]) assert.strictEqual(answerOf(other, {}).data, undefined);
});

const pending = { data: { verification: { status: "pending", type: "mobile", phone: 5, country_code: "SA", email: "x" } } };
test("data.verification says what waits", () => {
  assert.deepEqual(said(pending), [false, "pending", "mobile", "5", "SA", "x"]);
  assert.deepEqual(said({ data: { verification: { status: { a: 1 }, type: [], phone: null } } }), [false, "", "", "", "", ""]);
  for (const data of [undefined, null, 7, {}, { verification: null }, { verification: "pending" }]) assert.deepEqual(said({ data }), [false, "", "", "", "", ""]);
});

const contact = { type: "email", email: "a@b", phone: "", country_code: null };
const FROM_EVENT = [true, "pending", "email", "", "", "a@b"];
test("the event profile::verification says it instead, wherever its name stands", () => {
  for (const more of [{ events: { [VERIFICATION]: contact } }, { error: { events: { [VERIFICATION]: contact } } }, { events: JSON.stringify({ [VERIFICATION]: contact }) }]) {
    assert.deepEqual(said({ ...pending, ...more }), FROM_EVENT);
  }
  assert.deepEqual(said({ data: { ...pending.data, events: { [VERIFICATION]: contact } } }), FROM_EVENT);
});

test("of a list it is the first", () => {
  assert.deepEqual(said({ ...pending, events: { [VERIFICATION]: [contact, { type: "mobile" }] } }), FROM_EVENT);
  assert.deepEqual(said({ events: { [VERIFICATION]: [] } }), [true, "", "", "", "", ""]);
});

test("one that is about a deletion isn't about a contact", () => {
  for (const event of [{ ...contact, request_type: "delete_account" }, [{ ...contact, request_type: 1 }]]) {
    assert.deepEqual(said({ ...pending, events: { [VERIFICATION]: event } }), [false, "pending", "mobile", "5", "SA", "x"]);
  }
  assert.deepEqual(said({ ...pending, events: { [VERIFICATION]: { ...contact, request_type: "" } } }), FROM_EVENT);
});

test("an event without a payload is announced, and says nothing", () => {
  for (const event of [null, "", 0, "text", true]) assert.deepEqual(said({ ...pending, events: { [VERIFICATION]: event } }), [true, "pending", "", "", "", ""]);
});

test("the id in an answer tells who the customer is, of a request that asks", () => {
  const first = customer.customerNow();
  assert.strictEqual(answerOf({ data: { id: 1 } }, { identifies: true }).customer, first);
  assert.strictEqual(answerOf({ data: { id: 2 } }, { identifies: false }).customer, first);
  assert.strictEqual(answerOf({ data: { id: { a: 1 } } }, { identifies: true }).customer, first);
  assert.notStrictEqual(answerOf({ data: { id: 2 } }, { identifies: true }).customer, first);
});

const events = [
  [{ b: 1, a: "x" }, [["b", 1], ["a", "x"]]],
  ['{"cart::updated": "x", "b": 2}', [["cart::updated", "x"], ["b", 2]]],
  [{}, []], ["{", []], ["null", []], [7, []], [null, []], [undefined, []],
  [["x", "y"], [["0", "x"], ["1", "y"]]],
];
test("server-sent events are those of an object, or of JSON, in order", () => {
  for (const [given, want] of events) assert.deepEqual(Object.entries(eventsOf({ events: given })), want, String(given));
  for (const body of [undefined, null, 7, "text"]) assert.deepEqual(Object.entries(eventsOf(body)), []);
});

test("events are at the top, in data, or in the error", () => {
  assert.deepEqual(Object.keys(eventsOf({ events: { top: 1 }, data: { events: { data: 1 } } })), ["top"]);
  assert.deepEqual(Object.keys(eventsOf({ data: { events: { data: 1 } }, error: { events: { error: 1 } } })), ["data"]);
  assert.deepEqual(Object.keys(eventsOf({ error: { events: { error: 1 } } })), ["error"]);
});

test("a page reacts to tags, events, notices and errors, and to nothing else", () => {
  for (const body of [{ googleTags: 1 }, { data: { googleTags: 1 } }, { events: {} }, { data: { events: "x" } }, { error: {} }, { msg: "x" }, { data: { message: "x" } }]) assert.ok(reacts(body));
  for (const body of [undefined, null, "text", 7, {}, { data: {} }, { data: { id: 1 }, success: true, status: 200 }, { case: "error" }, { googleTags: null, msg: "" }]) assert.notOk(reacts(body));
});

const { reactions } = outcomesAlone;

test("tags are data's, or those at the top", () => {
  const tag = { event: "x" };
  assert.strictEqual(reactions({ googleTags: tag }).tags, tag);
  assert.strictEqual(reactions({ data: { googleTags: tag } }).tags, tag);
  assert.strictEqual(reactions({ googleTags: 1, data: { googleTags: 2 } }).tags, 2);
  assert.strictEqual(reactions({ googleTags: null }).tags, undefined);
});

test("notices are the body's members, and whether it succeeded", () => {
  const body = { case: "warning", msg: "m", success: true, data: { message: "Saved" }, error: { message: "Invalid" } };
  const { case: kind, msg, message, success, error } = reactions(body);
  assert.deepEqual([kind, msg, message, success, error], ["warning", "m", "Saved", "true", "Invalid"]);
  const none = reactions({ case: {}, msg: null, success: [], data: { message: {} }, error: "text" });
  assert.deepEqual([none.case, none.msg, none.message, none.success, none.error], ["", "", "", "true", ""]);
  for (const [success, text] of [[false, "false"], [0, "false"], [null, "false"], [1, "true"], [undefined, ""]]) assert.strictEqual(reactions({ success }).success, text);
});

const fields = [
  [{ b: ["one", "two"], a: "three" }, ["one", "two", "three"]],
  [{ a: ["taken", "short"] }, ["taken", "short"]], [{ a: "taken" }, ["taken"]], [{ a: [] }, []], [{ a: [1, null, true] }, ["1", "", "true"]], [{ a: {} }, [""]],
  [["x", ["y"]], ["x", "y"]], [{}, []], [null, []], [undefined, []], [7, []],
];
test("the texts of invalid fields are those of error.fields, in order", () => {
  for (const [given, want] of fields) assert.deepEqual(reactions({ error: { fields: given } }).fields, want, JSON.stringify(given));
  for (const body of [undefined, null, "text", {}, { error: null }]) assert.deepEqual(reactions(body).fields, []);
});

test("events for the page are entries with their values", () => {
  const value = { x: 1 };
  assert.deepEqual(reactions({ events: { "a::b": value, c: null } }).events, [{ name: "a::b", value }, { name: "c", value: null }]);
});

test("a body is data, whatever its members are called", () => {
  for (const make of [hostile.frozen, hostile.setter]) assert.ok(answerOf({ data: make() }, { identifies: true }).ok);
});
