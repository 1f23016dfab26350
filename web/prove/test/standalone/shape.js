import { equal, ok } from "./harness.js";

const members = ["name", "isAxiosError", "message", "code", "config"];

/** Fails unless a rejection is what contract, section 5, says of every one: own members as axios's, and an Error. */
export function isShaped(win, error, { name = "AxiosError", message, code }) {
  ok(error instanceof win.Error, "an Error");
  for (const member of members) ok(Object.keys(error).includes(member), `own and enumerable: ${member}`);
  equal(error.name, name);
  equal(error.isAxiosError, true);
  equal(error.message, message);
  equal(error.code, code);
  const { message: spread } = { ...error };
  equal(spread, message, "spread");
  ok(String(error).includes(message), String(error));
  ok(error.stack, "a stack");
  JSON.stringify(error); // a logger does that
}
