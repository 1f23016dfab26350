// What a payload becomes.
import { assert, parts, store, test } from "./pages.js";

const file = (name = "me.png", content = "pixels") => new File([content], name, { type: "image/png" });

test("FormData is sent as multipart", async () => {
  const { api, profile } = await store();
  const form = new FormData();
  form.append("first_name", "نورة");
  form.append("tags[]", "a");
  form.append("tags[]", "b");
  form.append("avatar", file());
  await profile.update(form);
  const [request] = await api.got(1);
  assert.ok(request.headers["content-type"].startsWith("multipart/form-data; boundary="), "multipart");
  assert.deepEqual(parts(request), { first_name: "نورة", "tags[]": "a|b", avatar: "me.png image/png pixels" });
});

test("URLSearchParams are sent as a form", async () => {
  const { api, profile } = await store();
  await profile.update(new URLSearchParams([["first_name", "نورة & co"], ["a", "1"], ["a", "2"]]));
  const [request] = await api.got(1);
  assert.ok(request.headers["content-type"].startsWith("application/x-www-form-urlencoded"), request.headers["content-type"]);
  assert.strictEqual(new URLSearchParams(request.body).get("first_name"), "نورة & co");
  assert.deepEqual(new URLSearchParams(request.body).getAll("a"), ["1", "2"]);
});

test("a form element is sent as multipart", async () => {
  const { api, win, profile } = await store();
  const form = win.document.createElement("form");
  form.innerHTML = `<input name="first_name" value="Noura"><input type="checkbox" name="off" value="1">
    <input name="elements" value="a trap"><select name="gender"><option value="female" selected></select><input name="none" disabled value="x">`;
  await profile.update(form);
  const [request] = await api.got(1);
  assert.deepEqual(parts(request), { first_name: "Noura", elements: "a trap", gender: "female" });
});

test("nothing is sent without a body", async () => {
  const { api, profile } = await store();
  await profile.update();
  await profile.update(null);
  for (const request of await api.got(2)) {
    assert.strictEqual(request.body, "");
    assert.strictEqual(request.headers["content-type"], undefined);
  }
});

test("an object is sent as JSON, as JSON.stringify has it", async () => {
  const { api, profile } = await store();
  const payload = {
    text: "نورة \u2028 \"quoted\" \\", number: 1.5, big: 1.2345678901234567e19, yes: true, no: null, gone: undefined, list: [1, { a: [] }],
    date: new Date(0), fn() {}, toJSON: undefined,
  };
  await profile.update(payload);
  const [request] = await api.got(1);
  assert.strictEqual(request.body, JSON.stringify(payload));
});

test("a File in an object is sent as multipart", async () => {
  const { api, profile } = await store();
  await profile.update({
    first_name: "Noura", avatar: file(), id: 7, yes: true, nothing: null, gone: undefined,
    address: { city: "الرياض", plan: file("plan.png", "lines") }, list: ["a", "b"],
  });
  const [request] = await api.got(1);
  assert.ok(request.headers["content-type"].startsWith("multipart/form-data; boundary="), "multipart");
  const form = parts(request);
  assert.strictEqual(form.first_name, "Noura");
  assert.strictEqual(form.avatar, "me.png image/png pixels");
  assert.strictEqual(form.id, "7");
  assert.strictEqual(form.yes, "true");
  assert.strictEqual(form.nothing, "");
  assert.ok(!("gone" in form), "undefined is left out");
  assert.strictEqual(form["address[city]"], "الرياض");
  assert.strictEqual(form["address[plan]"], "plan.png image/png lines");
  assert.strictEqual(form["list[0]"] ?? form["list[]"]?.split("|")[0], "a");
});

test("a Blob too", async () => {
  const { api, profile } = await store();
  await profile.updateCustomFields({ id: 1, fields: { 3: new Blob(["text"], { type: "text/plain" }) } });
  const [request] = await api.got(1);
  assert.strictEqual(parts(request).id, "1");
  assert.ok(parts(request)["fields[3]"].endsWith(" text/plain text"), parts(request)["fields[3]"]);
});

test("a file alone is sent as it is", async () => {
  const { api, profile } = await store();
  await profile.update(file());
  const [request] = await api.got(1);
  assert.strictEqual(request.body, "pixels");
  assert.strictEqual(request.headers["content-type"], "application/x-www-form-urlencoded", "axios's");
});

test("text that begins with a question mark keeps it, normalized or not", async () => {
  const { api, profile } = await store();
  for (const code of ["1", "١"]) await profile.update("?phone=٥&code=" + code);
  const bodies = (await api.got(2)).map(({ body }) => Object.fromEntries(new URLSearchParams("&" + body)));
  assert.deepEqual(bodies, [{ "?phone": "٥", code: "1" }, { "?phone": "٥", code: "1" }]);
});

test("a large body arrives", async () => {
  const { api, profile } = await store();
  const text = "ن".repeat(300_000);
  await profile.update({ text });
  assert.strictEqual(JSON.parse((await api.got(1))[0].body).text, text);
});

test("payloads aren't changed", async () => {
  const { profile } = await store();
  const contact = Object.freeze({ phone: "٠٥٠١٢٣٤٥٦٧" });
  await profile.updateContacts(contact);
  assert.deepEqual(contact, { phone: "٠٥٠١٢٣٤٥٦٧" });
  const form = new FormData();
  form.append("phone", "٠٥٠١٢٣٤٥٦٧");
  await profile.updateContacts(form);
  assert.deepEqual([...form], [["phone", "٠٥٠١٢٣٤٥٦٧"]]);
  const params = new URLSearchParams("code=١٢٣٤");
  await profile.verify(params);
  assert.deepEqual([...params], [["code", "١٢٣٤"]]);
});

test("objects of another page are taken", async () => {
  const { api, win, profile } = await store();
  await profile.update(win.eval(`({ first_name: "Frame" })`));
  await profile.update(win.eval(`new URLSearchParams("first_name=Frame")`));
  const form = new win.FormData();
  form.append("first_name", "Frame");
  await profile.update(form);
  const [json, params, multipart] = await api.got(3);
  assert.deepEqual([json.body, params.body, parts(multipart).first_name], ['{"first_name":"Frame"}', "first_name=Frame", "Frame"]);
});
