// What the dialog says while it is open: politely in its status, or of the code at once.
import { textOf, write } from "./texts.js";

/** Says one of the texts; none is silence. */
export const say = (ui, name, to) => write(ui.status, name ? textOf(ui.host, name) : "", to);

/** Says what is wrong; "" that nothing is. Where that is the code, the next one replaces it. */
export function complain(ui, words, isAboutCode) {
  ui.error.textContent = words;
  ui.input.setAttribute("aria-invalid", !!isAboutCode);
  if (!isAboutCode) return;
  ui.input.focus();
  ui.input.select();
}
