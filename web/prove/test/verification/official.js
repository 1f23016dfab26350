// Beside Salla's <salla-verify>, here a stand-in that opens as that one does: in a microtask of the event. The real one is in
// verification_official_test.go.
import { assert, test, turn } from "../standalone/pages.js";
import { ELEMENT, mobile, openPage } from "./page.js";

const official = (attributes = "") => `<salla-verify ${attributes}></salla-verify><salla-modal class="s-verify"></salla-modal>
  <script>{
    const modal = document.querySelector("salla-modal");
    if (!modal.previousElementSibling.matches("[display=inline]")) document.addEventListener("profile::verification", () =>
      Promise.resolve().then(() => modal.setAttribute("visible", "")).then(() => setTimeout(() => (window.later = modal.hasAttribute("visible")))));
  }</script>`;
const forChanges = "<salla-profile-verification for-changes></salla-profile-verification>";
const isOfficialOpen = ({ win }) => win.document.querySelector("salla-modal").hasAttribute("visible");

for (const order of ["event first", "list first"]) {
  test("the official one opens where the event was emitted: " + order, async () => {
    const page = await openPage({ element: official() + ELEMENT });
    page.fake.change(mobile, { event: true, order });
    await turn(page.win);
    assert.deepEqual([page.isOpen(), isOfficialOpen(page)], [false, true]);
    assert.ok(page.part("bar"), "offered, for when that one is closed");
  });

  test("ours opens in each case with for-changes: " + order, async () => {
    const page = await openPage({ element: official() + forChanges });
    page.fake.change(mobile, { event: true, order });
    assert.ok(page.isOpen(), "at once");
    await turn(page.win);
    assert.deepEqual([page.isOpen(), isOfficialOpen(page)], [true, false]);
    assert.strictEqual(page.win.later, false, "in the same task");
  });
}

test("ours opens where no event was emitted, or one of another contact, or of a deletion", async () => {
  for (const payload of [null, { ...mobile, phone: "509999999" }, { ...mobile, request_type: "delete_account" }]) {
    const page = await openPage({ element: official() + ELEMENT });
    if (payload) page.fake.emit("verification", payload);
    await turn(page.win);
    page.win.document.querySelector("salla-modal").removeAttribute("visible");
    page.fake.change(mobile);
    await turn(page.win);
    assert.ok(page.isOpen(), JSON.stringify(payload));
  }
});

test("an event counts for the change that it came with", async () => {
  const page = await openPage({ element: official() + ELEMENT });
  page.fake.change(mobile, { event: true });
  await turn(page.win);
  page.fake.end();
  page.fake.change(mobile);
  await turn(page.win);
  assert.ok(page.isOpen(), "open");
});

test("an inline one doesn't count", async () => {
  const page = await openPage({ element: official('display="inline"') + ELEMENT });
  page.fake.change(mobile, { event: true });
  assert.ok(page.isOpen(), "open");
});

test("show opens ours in its place", async () => {
  const page = await openPage({ element: official() + ELEMENT });
  page.fake.change(mobile, { event: true });
  await turn(page.win);
  page.host.show();
  assert.deepEqual([page.isOpen(), isOfficialOpen(page)], [true, false]);
});

test("what opens the official one otherwise is left alone", async () => {
  const page = await openPage({ element: official() + forChanges });
  page.fake.change(mobile, { event: true });
  await turn(page.win);
  page.fake.end();
  page.win.document.querySelector("salla-modal").setAttribute("visible", "");
  await turn(page.win);
  assert.ok(isOfficialOpen(page), "open");
});
