// The examples of README.md and web/docs, each with a button that runs it on the development store. There is no copy of them
// here: what the documents say is what runs.

import { lang, t, translatePage } from "./i18n.js";

translatePage();

// The documents' store is this one, and its customer the page's.
const STORE = "https://store.example/store/v1";
const customer = new URLSearchParams(location.search).get("token") ?? "demo-customer";
sessionStorage.setItem("token", customer);
salla.profile.configure({ token: customer, language: lang });
salla.notify = { fire: (message, kind) => console.info(`${kind}: ${message}`) };

const text = await (await fetch(lang === "ar" ? "/docs/ar.md" : "/docs/en.md")).text();
const main = document.querySelector("#examples");
let section;
for (const example of examplesOf(text)) {
  if (section?.heading !== example.section) {
    const card = element("section", { className: "card" });
    const heading = element("h2", { id: `section-${main.children.length}`, textContent: example.section });
    card.setAttribute("aria-labelledby", heading.id);
    card.append(heading);
    main.append(card);
    section = { card, heading: example.section };
  }
  section.card.append(show(example));
}
main.dataset.ready = "";

/** The documents' examples that can run: {section, title, prose, code, kind}. */
function* examplesOf(markdown) {
  let section = "";
  let title = "";
  let prose = "";
  let block; // {kind, lines}
  for (const line of markdown.split("\n")) {
    if (block && line === "```") {
      const code = block.lines.join("\n");
      const runs = block.kind === "js" || (block.kind === "html" && code.includes("<form"));
      if (runs) yield { section, title, prose, code, kind: block.kind };
      block = undefined;
      prose = "";
    } else if (block) block.lines.push(line);
    else if (line.startsWith("```")) block = { kind: line.slice(3), lines: [] };
    else if (line.startsWith("## ")) [section, title, prose] = [line.slice(3), "", ""];
    else if (line.startsWith("### ")) [title, prose] = [line.slice(4), ""];
    else if (line && !/^[|<-]/.test(line)) prose = line;
  }
}

function element(name, members) {
  return Object.assign(document.createElement(name), members);
}

/** A paragraph of Markdown, as far as the documents have any. */
function paragraph(markdown) {
  const p = element("p");
  for (const [, code, link, plain] of markdown.matchAll(/`([^`]+)`|\[([^\]]+)\]\([^)]*\)|([^`[]+|\[)/g)) {
    p.append(code ? element("code", { textContent: code }) : link ? link.replaceAll("`", "") : plain.replaceAll("**", ""));
  }
  return p;
}

function show(example) {
  const article = element("article", { className: "example" });
  article.dataset.state = "";
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
      await (example.kind === "html" ? runPage(example, article) : runScript(example.code, output));
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
  return window.prompt(question, /code|رمز/i.test(question) ? latestCode() : "0507654321");
}

function latestCode() {
  const request = new XMLHttpRequest();
  request.open("GET", `/dev/phone?token=${encodeURIComponent(customer)}`, false); // prompt() can't wait either
  request.send();
  return JSON.parse(request.responseText).at(-1)?.code ?? "";
}

/** A piece of HTML runs in a page of its own, with the tag. */
async function runPage({ code, title, section }, article) {
  article.querySelector("iframe")?.remove();
  const frame = element("iframe", { title: title || section });
  const tag = element("script", { src: "/dist/salla-profile.js" });
  Object.assign(tag.dataset, { api: "/store/v1", storeId: "1", token: customer, language: lang });
  const { dir } = document.documentElement;
  frame.srcdoc = `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><title>${frame.title}</title>${tag.outerHTML}${code}`;
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  article.append(frame);
  await loaded;
  await frame.contentWindow.salla.profile.ready;
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
