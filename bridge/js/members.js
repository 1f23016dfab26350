// The page's end of value.go: the members of any JavaScript value.
import { bool, text, value } from "compiler:types";

/** The schema of what value.go imports. */
export const Members = {
  get: [[value, text], value],
  set: [[value, text, value], bool],
};

/** The functions behind it. They may throw: whoever runs them tries. */
export const members = {
  /**
   * @param {any} of
   * @param {string} name
   */
  get: (of, name) => (of == null ? undefined : of[name]),
  /**
   * @param {any} of
   * @param {string} name
   * @param {unknown} member
   */
  set(of, name, member) {
    const before = of[name];
    of[name] = member;
    return before === member || of[name] !== before;
  },
};
