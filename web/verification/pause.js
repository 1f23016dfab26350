// The time until a new code can be asked for, counted down in the button.
import { later } from "./page.js";
import { say } from "./say.js";

export const secondsLeft = (ui) => Math.ceil((ui.freeAt - Date.now()) / 1000);

export function pause(ui, seconds) {
  const isCounting = ui.freeAt;
  ui.freeAt = Date.now() + seconds * 1000;
  if (!isCounting) tick(ui);
}

function tick(ui) {
  const seconds = secondsLeft(ui);
  const isOver = seconds < 1;
  ui.timer.textContent = isOver ? "" : ` (${seconds})`;
  ui.resend.setAttribute("aria-disabled", !isOver);
  if (!isOver) return later(() => tick(ui), 1000);
  // Its end is said, and not each second.
  if (ui.freeAt) say(ui, "again");
  ui.freeAt = 0;
}
