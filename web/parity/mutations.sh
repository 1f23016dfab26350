#!/usr/bin/env bash
# Shows that the parity suite sees it when one line of the SDK's behaviour is broken in our code: breaks one
# line after the other in a copy of the tree, and fails unless parity does. Standard Go: it builds in seconds.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD
copy=$root/build/mutant
escaped=0

# mutate NAME FILE OLD NEW SCENARIOS
mutate() {
	rm -rf "$copy" && mkdir -p "$copy"
	git ls-files -z | tar --null -T - -cf - | tar -C "$copy" -xf -
	node -e '
		const fs = require("fs"), [path, old, next] = process.argv.slice(1), parts = fs.readFileSync(path, "utf8").split(old);
		if (parts.length != 2) throw new Error(`${path}: ${parts.length - 1} times ${old}`);
		fs.writeFileSync(path, parts.join(next));' "$copy/$2" "$3" "$4" || exit 1
	go -C "$copy/web" run ./build -compiler go -out ../dist >/dev/null 2>&1 || { echo "mutations: $1 doesn't build" >&2; exit 1; }
	if go -C web run ./parity -dist "$copy/dist" -engines chromium -only "$5" >"$root/build/mutant.log" 2>&1; then
		echo "ESCAPED  $1"
		escaped=1
	else
		echo "caught   $1: $(grep -E '^[0-9]+ passed' "$root/build/mutant.log" | tail -n 1)"
	fi
}

mutate "document::request.failed is not emitted" profile/service.go \
	's.page.Delegate("event.document.requestFailed", info, err)' '_ = info' 'fails|failure|422'
mutate "the anonymous id is not sent" profile/service.go \
	'if ok && x.AnonymousID != "" {' 'if ok && x.AnonymousID == "none" {' 'nonymous'
mutate "the user is not stored" profile/service.go \
	's.page.Delegate("api.profile.syncUserData", data, nil)' '_ = data' 'user'
exit $escaped
