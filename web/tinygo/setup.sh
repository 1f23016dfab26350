#!/usr/bin/env bash
# Makes TinyGo 0.42 and binaryen's wasm-opt ready for compile.sh, in a folder of
# their own. Instant when that is done already; safe to run at the same time twice.
#
#   setup.sh [DIR]     DIR: default build/tinygo of this repository
#
# With a `tinygo` of 0.42 or newer on PATH only wasm-opt is fetched. Without, the
# compiler is built from its Go module, with Debian's LLVM 22: see README.md.
# WASMOPT=/path/to/wasm-opt: use that one (119 or newer) and fetch none.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=${1:-${TINYGO_DIR:-$here/../../build/tinygo}}
llvm=22

die() { echo "tinygo setup: $*" >&2; exit 1; }

# shellcheck source=path-tinygo.sh
. "$here/path-tinygo.sh"

mkdir -p "$dir" 2>/dev/null || die "can't create $dir"
dir=$(cd "$dir" && pwd)

command -v go >/dev/null || die "no Go: install Go 1.26 or newer (https://go.dev/dl/)"

have=$(path_tinygo)
stamp() {
	{
		echo "$here" "$have" "${WASMOPT:-}"
		(cd "$here" && go version && cat main.go idle.go go.mod go.sum lean/lean.c package.json package-lock.json setup.sh)
	} | cksum
}
want=$(stamp)
ready() { [ "$(cat "$dir/stamp" 2>/dev/null)" = "$want" ]; }
if ready; then exit 0; fi

# One set-up at a time; whoever waited finds it done.
if command -v flock >/dev/null; then
	exec 9>"$dir/lock"
	flock 9
	if ready; then exit 0; fi
fi
rm -f "$dir/stamp"

say() { echo "tinygo setup: $*" >&2; }

install_wasmopt() {
	if [ -n "${WASMOPT:-}" ]; then
		"$WASMOPT" --version >/dev/null 2>&1 || die "WASMOPT=$WASMOPT doesn't run"
		return
	fi
	if ! command -v npm >/dev/null; then
		# TinyGo's releases bring a wasm-opt; ours needs one.
		if [ -n "$have" ]; then say "no npm: going on without the last wasm-opt pass"; return; fi
		die "no npm: install Node.js 18 or newer with npm, or set WASMOPT to binaryen's wasm-opt"
	fi
	say "fetching binaryen (npm)"
	mkdir -p "$dir/npm"
	cp "$here/package.json" "$here/package-lock.json" "$dir/npm/"
	(cd "$dir/npm" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >npm.log 2>&1) ||
		die "npm could not install binaryen: $(grep -m1 -i error "$dir/npm/npm.log" || tail -n1 "$dir/npm/npm.log") (or set WASMOPT to a wasm-opt)"
}

# What is missing of Debian's packages, by a file of each.
missing() {
	local lib=/usr/lib/llvm-$llvm
	[ -e $lib/include/llvm-c/Core.h ] || echo llvm-$llvm-dev
	[ -e $lib/include/clang-c/Index.h ] || echo libclang-$llvm-dev
	command -v clang-$llvm >/dev/null || echo clang-$llvm
	command -v wasm-ld-$llvm >/dev/null || echo lld-$llvm
	[ -e /usr/lib/wasm32-wasi/libc.a ] || echo wasi-libc
	compgen -G "$lib/lib/clang/$llvm/lib/wasi*/libclang_rt.builtins-wasm32.a" >/dev/null ||
		compgen -G "$lib/lib/clang/$llvm/lib/wasm32-*/libclang_rt.builtins.a" >/dev/null || echo libclang-rt-$llvm-dev-wasm32
	command -v "${CXX:-g++}" >/dev/null || echo g++
}

install_packages() {
	local packages
	mapfile -t packages < <(missing)
	[ ${#packages[@]} -gt 0 ] || return 0
	local otherwise="install TinyGo 0.42 or newer (https://tinygo.org/getting-started/install/)"
	command -v apt-get >/dev/null || die "no TinyGo, and no apt-get to build it with: $otherwise"
	local sudo=()
	if [ "$(id -u)" != 0 ]; then
		command -v sudo >/dev/null && sudo -n true 2>/dev/null || die "run: sudo apt-get install --no-install-recommends ${packages[*]} -- or $otherwise"
		sudo=(sudo -n)
	fi
	say "installing ${packages[*]}"
	local apt=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
	{
		"${apt[@]}" install -y --no-install-recommends "${packages[@]}" ||
			{ "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${packages[@]}"; }
	} >"$dir/apt.log" 2>&1 || die "apt-get could not install ${packages[*]} ($(grep '^E:' "$dir/apt.log" | tail -n1)): $otherwise"
}

build_compiler() {
	say "downloading TinyGo's module"
	local module
	(cd "$here" && GOFLAGS='' GOWORK=off go mod download -json github.com/tinygo-org/tinygo) >"$dir/go.log" 2>&1 ||
		die "could not download TinyGo's module: $(sed -n 's/^\t"Error": "\(.*\)",*$/\1/p' "$dir/go.log" | grep . || tail -n1 "$dir/go.log")"
	module=$(sed -n 's/^\t"Dir": "\(.*\)",*$/\1/p' "$dir/go.log")
	say "building the compiler (half a minute to two)"
	(cd "$here" && CGO_ENABLED=1 GOOS='' GOARCH='' GOFLAGS='' GOWORK=off go build -tags "llvm$llvm" -o "$dir/tinygo-build" .) >"$dir/go.log" 2>&1 ||
		die "could not build the compiler: $(grep -v '^#' "$dir/go.log" | head -n1) (all of it: $dir/go.log)"
	# TINYGOROOT is a copy of the module that can be changed.
	rm -rf "$dir/root.new"
	cp -R "$module" "$dir/root.new"
	chmod -R u+w "$dir/root.new"
	TINYGOROOT=$dir/root.new "$dir/tinygo-build" -patch "$dir/root.new" || die "could not make TinyGo's root"
	rm -rf "$dir/root"
	mv "$dir/root.new" "$dir/root"
}

if [ -z "$have" ]; then install_packages; fi
install_wasmopt
if [ -z "$have" ]; then build_compiler; fi
echo "$want" >"$dir/stamp"
say "ready: $(TINYGO_DIR=$dir "$here/compile.sh" --version)"
