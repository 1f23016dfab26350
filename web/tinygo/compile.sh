#!/usr/bin/env bash
# Compiles a Go package to WebAssembly for the browser with TinyGo, as small as
# we can get it, and prints its size. Runs setup.sh first (instant when done).
#
#   compile.sh -o OUT.wasm [options] PKGDIR
#     -X NAME=VALUE        set a string variable, e.g. -X main.version=1.2.3
#     -tags a,b            build tags
#     -scheduler S         none (default: callbacks only) or asyncify (goroutines)
#     -buildmode M         default: c-shared with -scheduler none
#     -gc G                precise (default), or idle: much smaller, but the program has to call
#                          runtime.GC when it is idle (idle.go); a tinygo on PATH takes precise then
#     -panic P, -opt O, -stack-size N
#                          as TinyGo's; defaults: print, z, the target's
#     -names               keep the functions' names, to see what takes the bytes
#     -debug               keep DWARF and names, no last pass
#     -x                   print commands
#   compile.sh --version   "tinygo 0.42.0 (go1.26.8, llvm 22)"
#   compile.sh --root      TINYGOROOT, and on a second line its wasm_exec.js
#
# TINYGO_DIR is the set-up's folder (default build/tinygo), TINYGO the compiler
# (default: tinygo on PATH; "none": ours), WASMOPT binaryen's wasm-opt.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
die() { echo "compile.sh: $*" >&2; exit 1; }

# shellcheck source=path-tinygo.sh
. "$here/path-tinygo.sh"

dir=${TINYGO_DIR:-$here/../../build/tinygo}
[ "${1:-}" = --version ] && [ -e "$dir/stamp" ] || "$here/setup.sh" "$dir"
dir=$(cd "$dir" && pwd)
have=$(path_tinygo)

if [ -n "$have" ]; then
	root=$("$have" env TINYGOROOT)
else
	root=$dir/root
fi

case ${1:-} in
--version)
	if [ -n "$have" ]; then
		# tinygo version 0.42.0 linux/amd64 (using go version go1.26.8 and LLVM version 20.1.1)
		"$have" version | sed -E 's/^tinygo version ([^ ]+).*go version ([^ ]+) and LLVM version ([0-9]+).*$/tinygo \1 (\2, llvm \3)/'
	else
		TINYGOROOT=$root "$dir/tinygo-build" -version
	fi
	exit
	;;
--root)
	echo "$root"
	echo "$root/targets/wasm_exec.js"
	exit
	;;
esac

out='' pkg='' tags='' scheduler=none buildmode='' panics=print gc=precise opt=z stack='' names='' debug='' show='' ldflags=''
while [ $# -gt 0 ]; do
	case $1 in
	-o | -X | -tags | -scheduler | -buildmode | -panic | -gc | -opt | -stack-size)
		[ $# -ge 2 ] || die "$1 without a value"
		case $1 in
		-o) out=$2 ;;
		-X) ldflags="$ldflags -X $2" ;;
		-tags) tags=$2 ;;
		-scheduler) scheduler=$2 ;;
		-buildmode) buildmode=$2 ;;
		-panic) panics=$2 ;;
		-gc) gc=$2 ;;
		-opt) opt=$2 ;;
		-stack-size) stack=$2 ;;
		esac
		shift 2
		;;
	-names) names=1; shift ;;
	-debug) debug=1; shift ;;
	-x) show=1; shift ;;
	-*) die "unknown option $1" ;;
	*)
		[ -z "$pkg" ] || die "one package, not $pkg and $1"
		pkg=$1
		shift
		;;
	esac
done
[ -n "$out" ] && [ -n "$pkg" ] || die "usage: compile.sh -o OUT.wasm [options] PKGDIR"
[ -d "$pkg" ] || die "no directory $pkg"
if [ -z "$buildmode" ]; then
	if [ "$scheduler" = none ]; then buildmode=c-shared; else buildmode=default; fi
fi

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$(dirname "$out")"

wasmopt=${WASMOPT:-}
if [ -z "$wasmopt" ] && [ -x "$dir/npm/node_modules/.bin/wasm-opt" ]; then wasmopt=$dir/npm/node_modules/.bin/wasm-opt; fi
if [ -n "$wasmopt" ]; then export WASMOPT=$wasmopt; fi

if [ -n "$have" ] && [ "$gc" = idle ]; then gc=precise; fi
options=(-scheduler "$scheduler" -buildmode "$buildmode" -panic "$panics" -gc "$gc" -opt "$opt")
[ -z "$stack" ] || options+=(-stack-size "$stack")
[ -z "$tags" ] || options+=(-tags "$tags")
[ -z "$ldflags" ] || options+=(-ldflags "${ldflags# }")
[ -z "$show" ] || options+=(-x)

if [ -n "$have" ]; then
	# Its target for WebAssembly and our lean.c, named relative to TINYGOROOT.
	up=$(printf '%s' "$root/" | sed -E 's|^/||; s|[^/]+/+|../|g')
	printf '{"inherits": ["wasm"], "extra-files": ["%s"]}\n' "$up${here#/}/lean/lean.c" >"$tmp/lean.json"
	[ -n "$debug" ] || options+=(-no-debug)
	(cd "$pkg" && "$have" build -target "$tmp/lean.json" "${options[@]}" -o "$tmp/a.wasm" .)
else
	[ -z "$debug" ] || options+=(-debug)
	TINYGOROOT=$root "$dir/tinygo-build" -lean "$here/lean/lean.c" "${options[@]}" -o "$tmp/a.wasm" "$pkg"
fi

if [ -n "$debug" ] || [ -z "$wasmopt" ]; then
	cp "$tmp/a.wasm" "$tmp/c.wasm"
else
	# TinyGo exports a C allocator and more that nothing here calls: keep the
	# other exports, with what they need.
	metadce=$(dirname "$wasmopt")/wasm-metadce
	cp "$tmp/a.wasm" "$tmp/b.wasm"
	if [ -x "$metadce" ]; then
		"$wasmopt" "$tmp/a.wasm" -S -o "$tmp/a.wat" 2>/dev/null
		sed -n 's/^ (export "\([^"]*\)".*/\1/p' "$tmp/a.wat" |
			grep -Evx 'malloc|free|calloc|realloc|f(min|max)imumf?' |
			sed 's/.*/{"name": "keep &", "export": "&", "root": true}/' | paste -sd, | sed 's/.*/[&]/' >"$tmp/keep.json"
		"$metadce" "$tmp/a.wasm" --graph-file "$tmp/keep.json" -g -o "$tmp/b.wasm" >/dev/null
	fi
	strip=(--strip-debug)
	[ -z "$names" ] || strip=(-g --strip-dwarf)
	# The first kilobyte is the end of the stack: no pointer is that small, so small offsets move into loads and stores.
	"$wasmopt" "$tmp/b.wasm" --low-memory-unused -Oz --converge "${strip[@]}" --strip-producers --strip-target-features -o "$tmp/c.wasm"
fi
cp "$tmp/c.wasm" "$out.new.$$"
mv "$out.new.$$" "$out"

size="$(wc -c <"$out" | tr -d ' ') bytes"
if command -v node >/dev/null; then
	size="$size, $(node -e 'const z = require("zlib"); process.stdout.write(String(z.brotliCompressSync(require("fs").readFileSync(process.argv[1])).length))' "$out") brotli"
fi
echo "$out: $size"
