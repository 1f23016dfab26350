// Says which of the two builds the page runs, and what it weighs. `make run` begins with the standard compiler's where TinyGo
// isn't set up yet, and puts the release in its place once that is built.

import { t } from "./i18n.js";

const PAUSE = 3000; // ms between two looks for the release

const script = [...document.scripts].map(({ src }) => src.split("/").pop()).find((name) => /^salla-profile(\.twilight)?\.js$/.test(name));
const kilobytes = (bytes) => `${(bytes / 1000).toLocaleString("en", { maximumFractionDigits: 1 })} KB`;

export async function showBuild() {
  const place = document.querySelector("#build");
  const first = await readManifest();
  if (!first?.files[script]) return;
  const { brotli } = first.files[script];
  if (!isDevelopment(first)) {
    place.textContent = t("release", { file: script, size: kilobytes(brotli) });
    return;
  }
  const module = first.files["salla-profile.wasm"];
  place.textContent = t("development", {
    file: `${script} + salla-profile.wasm`,
    size: kilobytes(first.files[script].bytes + module.bytes),
    compressed: kilobytes(brotli + module.brotli),
  });
  const timer = setInterval(async () => {
    const now = await readManifest();
    if (!now || isDevelopment(now)) return;
    clearInterval(timer);
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = t("reload");
    place.replaceChildren(link);
  }, PAUSE);
}

const isDevelopment = ({ compiler }) => compiler.startsWith("go");

async function readManifest() {
  try {
    const response = await fetch("/dist/manifest.json");
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined; // the server has ended
  }
}
