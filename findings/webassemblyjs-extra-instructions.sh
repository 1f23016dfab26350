#!/usr/bin/env bash
# Run: @webassemblyjs/wasm-parser@1.14.1 (decode; webpack's parser) on small modules that
#   wabt@1.0.39 has assembled and the engine has validated.
# Guess: an instruction that the decoder doesn't know throws (i32.trunc_sat_f64_s does), and
#   one that it names is decoded as it is.
# What happens: it names memory.copy, memory.fill and ref.null, but leaves their operands in
#   the stream and decodes those as instructions: memory.copy is followed by two
#   `unreachable`, memory.fill by one, `ref.null func` by i32.rem_u, `ref.null extern` by
#   i32.rem_s. No error follows. And i32.load is called u32.load.
# Why it matters: TinyGo, Rust and clang of today copy memory so. A tool on this AST that
#   counts, prints or rewrites functions sees a trap behind each copy, and dead code behind
#   that. webpack skips the code section, so a build tells nothing. Use wabt or binaryen.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @webassemblyjs/wasm-parser@1.14.1 wabt@1.0.39 >/dev/null

cat >run.mjs <<'EOF'
import { decode } from "@webassemblyjs/wasm-parser";
import loadWabt from "wabt";
const wabt = await loadWabt();
const bodies = {
  "memory.copy": "(func i32.const 0 i32.const 8 i32.const 4 memory.copy)",
  "memory.fill": "(func i32.const 0 i32.const 8 i32.const 4 memory.fill)",
  "ref.null func": "(func ref.null func drop)",
  "ref.null extern": "(func ref.null extern drop)",
  "i32.load": "(func i32.const 0 i32.load drop)",
  "table.copy": "(func i32.const 0 i32.const 1 i32.const 1 table.copy)",
  "i32.trunc_sat_f64_s": "(func f64.const 1 i32.trunc_sat_f64_s drop)",
};
for (const [name, func] of Object.entries(bodies)) {
  const module = wabt.parseWat("test.wat", `(module (memory 1) (table 2 funcref) ${func})`,
    { bulk_memory: true, reference_types: true, sat_float_to_int: true });
  const bytes = module.toBinary({}).buffer;
  const valid = WebAssembly.validate(bytes);
  let seen;
  try {
    const [{ fields }] = decode(bytes, {}).body;
    seen = fields.find((field) => field.type === "Func").body
      .filter(({ id, object }) => !(id === "const" && object === "i32") && id !== "end")
      .map(({ id, object }) => `${object ? `${object}.` : ""}${id}`).join(" ");
  } catch (error) {
    seen = `throws, ${error.message}`;
  }
  console.log(`${name} (valid: ${valid}): ${seen}`);
}
EOF

want='memory.copy (valid: true): memory.copy unreachable unreachable
memory.fill (valid: true): memory.fill unreachable
ref.null func (valid: true): ref.null i32.rem_u drop
ref.null extern (valid: true): ref.null i32.rem_s drop
i32.load (valid: true): u32.load drop
table.copy (valid: true): table.copy
i32.trunc_sat_f64_s (valid: true): throws, Unexpected instruction: 0xfc02'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
