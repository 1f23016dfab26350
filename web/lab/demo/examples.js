// The examples of README.md and web/docs, each with a button that runs it on the development store. There is no copy of them
// here: what the documents say is what runs (web/lab/site/examples.go).

import { lang, t, translatePage } from "./i18n.js";

translatePage();
if (lang === "en") {
  document.querySelector("#first-name").value = "Noura";
  document.querySelector("#last-name").value = "Al Qahtani";
}

// The documents' store is this one, and its customer the page's.
const STORE = "https://store.example/store/v1";
const customer = new URLSearchParams(location.search).get("token") ?? "demo-customer";
sessionStorage.setItem("token", customer);
salla.profile.configure({ token: customer, language: lang });
salla.notify = { fire: (message, kind) => console.info(`${kind}: ${message}`) };

const examples = await (await fetch(`/docs/${lang}.json`)).json();
const main = document.querySelector("#examples");
let section;
for (const [number, example] of examples.entries()) {
  if (section?.heading !== example.section) {
    const card = element("section", { className: "card" });
    const heading = element("h2", { id: `section-${main.children.length}`, textContent: example.section });
    card.setAttribute("aria-labelledby", heading.id);
    card.append(heading);
    main.append(card);
    section = { card, heading: example.section };
  }
  section.card.append(show(example, number));
}
main.dataset.ready = "";

function element(name, members) {
  return Object.assign(document.createElement(name), members);
}

/** A paragraph of Markdown, as far as the documents have any. Links lead nowhere here: their text stays. */
function paragraph(markdown) {
  const p = element("p");
  const text = markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1").replaceAll("**", "");
  for (const [, code, plain] of text.matchAll(/`([^`]+)`|([^`]+)/g)) p.append(code ? element("code", { textContent: code }) : plain);
  return p;
}

function show(example, number) {
  const article = element("article", { className: "example" });
  article.dataset.state = "";
  article.classList.toggle("tall", example.code.includes("<salla-profile-verification"));
  const name = example.title || example.section;
  if (example.title) article.append(element("h3", { textContent: example.title }));
  if (example.prose) article.append(paragraph(example.prose));

  const pre = element("pre", { tabIndex: 0 }); // it scrolls
  pre.append(element("code", { textContent: example.code }));
  const button = element("button", { type: "button", className: "button", textContent: t("run") });
  button.setAttribute("aria-label", `${t("run")}: ${name}`);
  const state = element("span", { className: "state" });
  state.setAttribute("role", "status");
  const output = element("pre", { className: "output", tabIndex: 0 });
  output.setAttribute("role", "log");
  output.setAttribute("aria-label", `${t("output")}: ${name}`);
  const bar = element("div", { className: "bar" });
  bar.append(button, state);
  article.append(pre, bar, output);

  const say = (key) => {
    article.dataset.state = key;
    state.textContent = t(key);
  };
  button.addEventListener("click", async () => {
    if (article.dataset.state === "running") return;
    output.textContent = "";
    say("running");
    try {
      await (example.kind === "html" ? runPage(name, number, article) : runScript(example.code, output));
      say("done");
    } catch (error) {
      output.append(`${error.stack ?? error}\n`);
      say("failed");
    }
  });
  return article;
}

// ---------------------------------------------------------------- running

const AsyncFunction = (async () => {}).constructor;

async function runScript(code, output) {
  const log = (...words) => output.append(words.map(readable).join(" ") + "\n");
  await new AsyncFunction("console", "prompt", code.replaceAll(STORE, "/store/v1"))({ log }, ask);
}

/** The customer is asked; what the development store sent, or a new number, is filled in. */
function ask(question) {
  return window.prompt(question, /code|رمز/i.test(question) ? codeFor(question) : "0507654321");
}

/** The newest code that was sent to the contact in the question; where none is in it, the newest. */
function codeFor(question) {
  const request = new XMLHttpRequest();
  request.open("GET", `/dev/phone?token=${encodeURIComponent(customer)}`, false); // prompt() can't wait either
  request.send();
  const messages = JSON.parse(request.responseText).reverse();
  const isNamed = ({ to, type }) => question.includes(type === "email" ? to : to.slice(-9));
  return (messages.find(isNamed) ?? messages[0])?.code ?? "";
}

/** A piece of HTML runs on a page of its own, which the development server makes of it. */
async function runPage(title, number, article) {
  article.querySelector("iframe")?.remove();
  const query = new URLSearchParams({ lang, token: customer });
  const frame = element("iframe", { title, src: `/example/${number}.html?${query}` });
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  article.append(frame);
  await loaded;
  await frame.contentWindow.salla.profile.ready;
  const fit = () => (frame.style.blockSize = `${frame.contentDocument.body.offsetHeight + 2}px`);
  new ResizeObserver(fit).observe(frame.contentDocument.body);
  fit();
}

function readable(value) {
  if (typeof value === "string") return value;
  if (value instanceof Error) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
