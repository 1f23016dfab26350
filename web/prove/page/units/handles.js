// The table of handles, bridge/js/values.js; and the members of any value, bridge/js/members.js.
import { assert, fresh, test, thrown } from "../tools.js";

const { handles, members: { members } } = await fresh();

test("the first values stay, behind undefined", () => {
  const table = handles.createValues("a", "b");
  assert.deepEqual([0, 1, 2, 3].map(table.at), [undefined, "a", "b", undefined]);
});

test("each value gets a handle of its own, and undefined is always 0", () => {
  const { at, put } = handles.createValues();
  const list = [];
  const value = {};
  const [one, two] = [put(value, list), put(value, list)];
  assert.notStrictEqual(one, two);
  assert.ok(at(one) === value && at(two) === value);
  assert.strictEqual(put(undefined, list), 0);
  assert.deepEqual(list, [one, two]);
});

test("handles that are dropped are used again, each once", () => {
  const { at, put, drop } = handles.createValues(window);
  const list = [];
  const before = [1, 2, 3].map((value) => put(value, list));
  drop(list);
  assert.isEmpty(list);
  assert.deepEqual(before.map(at), [undefined, undefined, undefined]);
  assert.sameMembers([4, 5, 6].map((value) => put(value, list)), before);
  assert.notInclude(before, put(7, list));
});

test("members are got of any value, and of nothing there is none", () => {
  assert.strictEqual(members.get({ a: 1 }, "a"), 1);
  assert.strictEqual(members.get("text", "length"), 4);
  for (const nothing of [undefined, null]) assert.strictEqual(members.get(nothing, "a"), undefined);
});

test("whether a member could be set is told", () => {
  const object = {};
  assert.isTrue(members.set(object, "a", 1));
  assert.deepEqual(object, { a: 1 });
  assert.ok(thrown(() => members.set(Object.freeze({}), "a", 1)) instanceof TypeError); // the guard says false
  assert.ok(thrown(() => members.set(7, "a", 1)) instanceof TypeError);
});
