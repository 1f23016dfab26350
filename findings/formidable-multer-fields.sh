#!/usr/bin/env bash
# Run: formidable@3.5.4 and multer@2.5.0 (with express@5.1.0), each reading one body as Chromium
#   writes it, the profile form with no new photo chosen; Node.js's formData() beside them.
# Guess: they agree on names and values. Multer makes {"12": …, "15": …} of custom_fields[12]
#   and [15]; the empty file input is an empty file, or left out.
# What happens: formidable refuses the whole form with 400 for the file input that was left
#   empty: its default is `allowEmptyFiles: false`, and an input without a choice counts.
#   Multer makes an array of sixteen of the two numbered fields, and reads a *field's* name as
#   Latin-1: an Arabic name comes out garbled, its value doesn't. (That of file names is known.)
# Why it matters: these two are what a theme's local store is made of. There a form fails that
#   the real store takes, or a test passes on fields that nobody could read. Give formidable
#   { allowEmptyFiles: true, minFileSize: 0 } and multer { defParamCharset: "utf8" }; for the
#   numbers nothing helps but another reader.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  formidable@3.5.4 multer@2.5.0 express@5.1.0 >/dev/null

cat >run.mjs <<'EOF'
import http from "http";
import express from "express";
import formidable from "formidable";
import multer from "multer";
const boundary = "----WebKitFormBoundary0123456789abcdef";
const part = (disposition, value, type = "") =>
  `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type && `Content-Type: ${type}\r\n`}\r\n${value}\r\n`;
const body = [
  part('name="first_name"', "سارة"),
  part('name="custom_fields[12]"', "a"),
  part('name="custom_fields[15]"', "b"),
  part('name="المدينة"', "جدة"),
  part('name="interests"', "1"),
  part('name="interests"', "2"),
  part('name="photo"; filename=""', "", "application/octet-stream"),
  `--${boundary}--\r\n`,
].join("");
const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
const post = { method: "POST", body: Buffer.from(body), headers };
const served = async (handler) => {
  const server = http.createServer(handler);
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const response = await fetch(`http://127.0.0.1:${server.address().port}/`, post);
  const text = await response.text();
  server.close();
  return text;
};
const readable = (name) => (/^[\w[\]\u0600-\u06ff]+$/.test(name) ? name : "(garbled)");
const byFormidable = (options) => served(async (request, response) => {
  const [fields, files] = await formidable(options).parse(request).catch((error) => [`${error.httpCode} ${error.message}`]);
  response.end(files ? JSON.stringify({ fields, files: Object.keys(files) }) : fields);
});
const byMulter = (options) => served(express().post("/", multer(options).any(), (request, response) =>
  response.json({ names: Object.keys(request.body).map(readable), custom_fields: request.body.custom_fields })));

console.log("formidable:", await byFormidable());
console.log("formidable, empty allowed:", await byFormidable({ allowEmptyFiles: true, minFileSize: 0 }));
console.log("multer:", await byMulter());
console.log("multer, utf8:", await byMulter({ defParamCharset: "utf8" }));
const form = await new Response(post.body, { headers: post.headers }).formData();
console.log("formData():", JSON.stringify([...form].map(([name, value]) => [name, typeof value === "string" ? value : "a file"])));
EOF

want='formidable: 400 options.allowEmptyFiles is false, file size should be greater than 0
formidable, empty allowed: {"fields":{"first_name":["سارة"],"custom_fields[12]":["a"],"custom_fields[15]":["b"],"المدينة":["جدة"],"interests":["1","2"]},"files":["photo"]}
multer: {"names":["first_name","custom_fields","(garbled)","interests"],"custom_fields":[null,null,null,null,null,null,null,null,null,null,null,null,"a",null,null,"b"]}
multer, utf8: {"names":["first_name","custom_fields","المدينة","interests"],"custom_fields":[null,null,null,null,null,null,null,null,null,null,null,null,"a",null,null,"b"]}
formData(): [["first_name","سارة"],["custom_fields[12]","a"],["custom_fields[15]","b"],["المدينة","جدة"],["interests","1"],["interests","2"],["photo","a file"]]'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
