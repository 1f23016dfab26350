// The script of the tag.
import { start } from "./index.js";

const tag = document.currentScript || document.querySelector('script[src*="salla-profile.js"]');
try {
  start({ ...tag?.dataset, base: tag?.src });
} catch (reason) {
  console.warn("salla-profile: " + reason); // a page that forbids even this goes on without it
}
