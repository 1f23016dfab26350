// Messages that come over the page.

import { t } from "./i18n.js";

let attempt = 0; // how often the customer has begun something

/** A message for everyone, screen readers included. Errors stay until they are closed. */
export function toast(text, type) {
  const list = document.querySelector("#toasts");
  const same = [...list.children].find((shown) => shown.firstChild.textContent === text);
  // The store's notice and this page's own word are often one and the same; of an earlier attempt it is said anew.
  if (same?.dataset.attempt === String(attempt)) return;
  same?.remove();
  const item = document.createElement("div");
  const message = document.createElement("p");
  const close = document.createElement("button");
  item.className = "toast";
  item.dataset.type = type;
  item.dataset.attempt = attempt;
  message.textContent = text;
  close.type = "button";
  close.setAttribute("aria-label", t("close"));
  close.addEventListener("click", () => item.remove());
  item.append(message, close);
  list.append(item);
  // The page has become less high: what the customer is at stays in sight.
  if (document.activeElement !== document.body) document.activeElement.scrollIntoView({ block: "nearest" });
  if (type !== "error") setTimeout(() => item.remove(), 7000);
}

/** A new attempt is under way: what went wrong before no longer matters. */
export function beginAttempt() {
  attempt++;
  for (const item of document.querySelectorAll(".toast[data-type=error]")) item.remove();
}
