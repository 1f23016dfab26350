#!/usr/bin/env bash
# Run: react-otp-input@3.1.1 and input-otp@1.5.0 with React 19.3.1, in jsdom@26.1.0: a code
#   of four digits pasted as "1234", as "12 34" and with a blank in front.
# Guess: where only digits are wanted (inputType="number", or the pattern REGEXP_ONLY_DIGITS)
#   the code comes out as 1234; at worst the paste is refused.
# What happens: the text is cut to four characters first. react-otp-input with "number" then
#   takes the blank for a digit, since Number(" ") is 0: the code is "12 3", complete. With
#   any other inputType, and in input-otp without a pattern, the same. With the pattern input-otp
#   takes nothing, and shows nothing.
# Why it matters: messages show codes in groups, and a double tap often selects the blank, too.
#   A form that sends itself at the last digit sends a wrong code, and uses up one of the
#   customer's tries. input-otp has `pasteTransformer` for it; for react-otp-input take the blanks
#   out in `onPaste` before it sees them.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  react-otp-input@3.1.1 input-otp@1.5.0 react@19.3.1 react-dom@19.3.1 jsdom@26.1.0 >/dev/null

cat >run.cjs <<'EOF'
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<main></main>", { pretendToBeVisual: true });
window.CSS = { supports: () => false };
window.document.elementFromPoint = () => null;
window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
const names = ["document", "navigator", "HTMLElement", "HTMLInputElement", "HTMLIFrameElement", "Event", "Node",
  "CSS", "ResizeObserver", "getComputedStyle"];
for (const name of names) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
}
Object.assign(globalThis, { window, IS_REACT_ACT_ENVIRONMENT: true });
const React = require("react");
const { createRoot } = require("react-dom/client");
const library = require("react-otp-input");
const ReactOtpInput = library.default ?? library;
const { OTPInput, REGEXP_ONLY_DIGITS } = require("input-otp");
const h = React.createElement;

const setValue = Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, "value").set;
function paste(input, text) {
  const event = new window.Event("paste", { bubbles: true, cancelable: true });
  event.clipboardData = { getData: () => text };
  if (!input.dispatchEvent(event)) return;
  setValue.call(input, input.maxLength > 0 ? text.slice(0, input.maxLength) : text);
  input.dispatchEvent(new window.Event("input", { bubbles: true }));
}
async function show(title, element, text) {
  let code = "";
  const root = createRoot(document.querySelector("main"));
  const App = () => {
    const [value, setState] = React.useState("");
    return element(value, (next) => setState((code = next)));
  };
  await React.act(() => root.render(h(App)));
  const input = document.querySelector("input");
  await React.act(() => { input.focus(); paste(input, text); });
  console.log(`${title}, ${JSON.stringify(text)}: ${code ? JSON.stringify(code) : "nothing"}`);
  await React.act(() => root.unmount());
}
const boxes = (inputType) => (value, onChange) =>
  h(ReactOtpInput, { value, onChange, inputType, numInputs: 4, renderInput: (props) => h("input", props) });
const single = (props) => (value, onChange) =>
  h(OTPInput, { value, onChange, maxLength: 4, render: () => null, ...props });
(async () => {
  for (const text of ["1234", "12 34", " 1234"]) {
    await show("react-otp-input, number", boxes("number"), text);
    await show("react-otp-input, tel", boxes("tel"), text);
    await show("input-otp", single({}), text);
    await show("input-otp, only digits", single({ pattern: REGEXP_ONLY_DIGITS }), text);
    await show("input-otp, transformer", single({ pasteTransformer: (s) => s.replace(/\s/g, "") }), text);
  }
  process.exit();
})();
EOF

want='react-otp-input, number, "1234": "1234"
react-otp-input, tel, "1234": "1234"
input-otp, "1234": "1234"
input-otp, only digits, "1234": "1234"
input-otp, transformer, "1234": "1234"
react-otp-input, number, "12 34": "12 3"
react-otp-input, tel, "12 34": "12 3"
input-otp, "12 34": "12 3"
input-otp, only digits, "12 34": nothing
input-otp, transformer, "12 34": "1234"
react-otp-input, number, " 1234": " 123"
react-otp-input, tel, " 1234": " 123"
input-otp, " 1234": " 123"
input-otp, only digits, " 1234": nothing
input-otp, transformer, " 1234": "1234"'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
