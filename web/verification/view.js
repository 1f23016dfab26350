// The nodes of the element: a bar that offers the dialog, and the dialog's form with its words.
import { addressOf, mask } from "./contact.js";
import { adopt, dress } from "./styles.js";
import { isArabic, textOf, write } from "./texts.js";

/** Makes a node. Its name in ui is its id within the element, and its part. */
function add(ui, tag, name, attributes, ...children) {
  const node = document.createElement(tag);
  if (name) {
    ui[name] = node;
    node.id = name;
    node.setAttribute("part", name);
  }
  for (const attribute in attributes) node.setAttribute(attribute, attributes[attribute]);
  node.append(...children);
  return node;
}

export function createView(host) {
  const words = {}; // nodes, by the name of their text
  const ui = { host, words, shadow: host.attachShadow({ mode: "open" }) };
  const text = (name, tag = "span") => (words[name] = add(ui, tag, "", { name }));
  const button = (name, ...more) => add(ui, "button", name, { type: "button" }, text(name), ...more);

  add(ui, "form", "form", {},
    add(ui, "h2", "title", {}, text("title", "slot")),
    add(ui, "p", "text", {}, text("text", "slot")),
    add(ui, "label", "label", { for: "input" }, text("label")),
    add(ui, "input", "input", { inputmode: "numeric", autocomplete: "one-time-code", "aria-describedby": "error" }),
    add(ui, "p", "error", { role: "alert", dir: "auto" }),
    button("submit"),
    button("resend", add(ui, "span", "timer", { "aria-hidden": true })),
    button("cancel"),
    add(ui, "p", "status", { role: "status" }),
    button("close"),
  );
  ui.submit.type = "submit";
  ui.footer = add(ui, "slot", "", { name: "footer" });
  add(ui, "div", "bar", {}, add(ui, "span", "offer"), button("enter"));
  // Always there: what comes into a live region is said; a live region that comes isn't.
  ui.place = add(ui, "div", "", { role: "status" });
  ui.root = add(ui, "div", "", {}, ui.place);
  ui.shadow.append(ui.root);
  adopt(ui.shadow);
  return ui;
}

/** Writes the texts for a contact, in the page's language as it is now. */
export function render(ui, contact) {
  const { host, root, words } = ui;
  const address = addressOf(contact);
  const to = (host.hasAttribute("masked") ? mask(address) : address) || textOf(host, contact.type);
  root.lang = isArabic(host) ? "ar" : "en";
  root.dir = isArabic(host) ? "rtl" : "ltr";
  for (const name in words) write(words[name], textOf(host, name), to);
  write(ui.offer, textOf(host, "text"), to);
  dress(ui.shadow);
}

/** Shows the bar for a contact; without one takes it away. */
export function offer(ui, contact) {
  ui.place.textContent = "";
  if (!contact) return;
  ui.place.append(ui.bar);
  render(ui, contact);
}

/** Shows the dialog: modal, or in its place where that is wanted or there is no other way. */
export function show(ui, contact) {
  const dialog = add(ui, "dialog", "dialog", { role: "dialog", "aria-labelledby": "title", "aria-describedby": "text" }, ui.form, ui.footer);
  ui.root.append(dialog);
  render(ui, contact);
  if (dialog.showModal && ui.host.getAttribute("display") != "inline") {
    dialog.showModal();
  } else {
    dialog.open = true;
    dialog.style.cssText = "position: static; margin-block: 1em";
  }
  ui.input.focus();
}
