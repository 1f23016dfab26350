import { assert } from "./pages.js";

const members = ["name", "isAxiosError", "message", "code", "config"];

/** Fails unless a rejection is what web/docs/forms-and-errors.md says of every one: own members as axios's, and an Error. */
export function isShaped(win, error, { name = "AxiosError", message, code }) {
  assert.ok(error instanceof win.Error, "an Error");
  for (const member of members) assert.ok(Object.keys(error).includes(member), `own and enumerable: ${member}`);
  assert.strictEqual(error.name, name);
  assert.strictEqual(error.isAxiosError, true);
  assert.strictEqual(error.message, message);
  assert.strictEqual(error.code, code);
  const { message: spread } = { ...error };
  assert.strictEqual(spread, message, "spread");
  assert.ok(String(error).includes(message), String(error));
  assert.ok(error.stack, "a stack");
  JSON.stringify(error); // a logger does that
}
