// Names in forms are axios's: what bridge/page/payloads.js makes of objects, beside the axios that the SDK is built with.
import axios from "axios";
import { assert, describe, file, formOf, fresh, test } from "../tools.js";

const { payloads } = await fresh();

// What axios keeps of a value in another way than JSON isn't compared: undefined and null, dates, Infinity.
const objects = {
  flat: { a: 1, b: "x", c: true, d: "" },
  deep: { a: { b: { c: 1 } }, d: "x" },
  "a flat list": { a: [1, "x", false] },
  "a list of objects": { a: [{ b: 1 }, { c: [2, 3] }] },
  "a list of lists": { a: [[1, 2], [3]] },
  "a list deep inside": { a: { b: [1, 2] } },
  "lists that are named so": { "a[]": [1, "x"], b: { "c[]": [1, 2] }, "d[]": "x" },
  "odd names": { "a[b]": 1, "c.d": 2, "": 3, "ع": 4, "a b": 5 },
  "nothing inside": { a: {}, b: [], c: { d: [] } },
};
for (const [name, object] of Object.entries(objects)) {
  test(`a form of an object is axios's: ${name}`, () => {
    const picture = file();
    const given = { ...object, picture };
    const ours = payloads.addMembers(new FormData(), given);
    assert.strictEqual(describe(ours), describe(axios.toFormData(given, new FormData())));
    const { data } = payloads.encode(payloads.look(given, []).copied, []).value;
    assert.strictEqual(describe(data), describe(ours));
  });

  test(`search parameters of an object are axios's: ${name}`, () => {
    const [transform] = axios.defaults.transformRequest;
    const headers = new axios.AxiosHeaders({ "Content-Type": "application/x-www-form-urlencoded" });
    const theirs = transform.call(axios.defaults, structuredClone(object), headers);
    assert.strictEqual(String(payloads.addMembers(new URLSearchParams(), object)), theirs);
  });
}

test("files in lists have axios's names", () => {
  const given = { a: [file(), file("x", "b.png")], b: { c: [file()] }, d: [{ e: file() }] };
  assert.strictEqual(describe(payloads.addMembers(new FormData(), given)), describe(axios.toFormData(given, new FormData())));
});

test("a form adds to what it has", () => {
  assert.strictEqual(describe(payloads.addMembers(formOf([["z", "0"]]), { a: 1 })), 'FormData [["z","0"],["a","1"]]');
});

