// Puts the style sheet on.
import css from "./styles.css";
import { attempt } from "./page.js";

export function adopt(shadow) {
  if (!shadow.adoptedStyleSheets) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
}

/**
 * Without constructable style sheets each node is dressed by script, as well as that goes: a policy may forbid <style>, but
 * no script's own `style`.
 */
export function dress(shadow) {
  if (shadow.adoptedStyleSheets) return;
  for (const rule of css.split("}")) {
    const [selector, declarations] = rule.split("{");
    attempt(() => shadow.querySelectorAll(selector).forEach((node) => (node.style.cssText += declarations)));
  }
}
