#!/usr/bin/env bash
# Run: form-serialize@0.7.2, get-form-data@3.0.0, dom-form-serializer@2.0.2 and jquery@4.0.0
#   (serializeArray) on one form, beside FormData, all in jsdom@29.1.1.
# Guess: the same fields as FormData, or none that are disabled: the first two say so. Perhaps
#   no empty ones in form-serialize, whose README has an option for them.
# What happens: the first two look at an input's own `disabled`, and send what a
#   <fieldset disabled> locks; dom-form-serializer sends either. All four send the inputs of a
#   <datalist>, which a browser never does. dom-form-serializer leaves out a field that stands
#   outside and names its form by `form=`, and sends an image button that nobody pressed.
# Why it matters: an e-mail address that the page shows as locked is in the request, and the
#   store starts to verify it, or refuses; the field beside the form is lost. An input with
#   `disabled` of its own passes. Use new FormData(form).
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  form-serialize@0.7.2 get-form-data@3.0.0 dom-form-serializer@2.0.2 jquery@4.0.0 jsdom@29.1.1 >/dev/null

cat >run.mjs <<'EOF'
import { createRequire } from "node:module";
import { JSDOM } from "jsdom";
const require = createRequire(import.meta.url);
const { window } = new JSDOM(`<form id="profile">
<input name="first_name" value="سارة">
<input name="own" value="1" disabled>
<fieldset disabled><input name="email" value="sara@shop.example"></fieldset>
<input name="city" list="cities"><datalist id="cities"><input name="in_datalist" value="1"></datalist>
<input type="image" name="picture">
</form><input name="outside" form="profile" value="1">`, { url: "https://shop.example/" });
for (const name of ["document", "FormData", "Element", "HTMLElement", "HTMLFormElement"]) globalThis[name] = window[name];
globalThis.window = window;
const form = window.document.forms[0];
const jquery = require("jquery");
const $ = jquery.fn ? jquery : (jquery.jQueryFactory ?? jquery)(window);
const { serialize } = await import("dom-form-serializer");
const getFormData = require("get-form-data").default;
const names = {
  FormData: [...new window.FormData(form).keys()],
  "form-serialize": Object.keys(require("form-serialize")(form, { hash: true, empty: true })),
  "get-form-data": Object.keys(getFormData(form)),
  "dom-form-serializer": Object.keys(serialize(form)),
  jquery: $(form).serializeArray().map(({ name }) => name),
};
for (const [tool, list] of Object.entries(names)) console.log(`${tool}: ${list.join(" ")}`);
EOF

want='FormData: first_name city outside
form-serialize: first_name email city in_datalist outside
get-form-data: first_name email city in_datalist outside
dom-form-serializer: first_name own email city in_datalist picture
jquery: first_name city in_datalist outside'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
