#!/usr/bin/env bash
# Shows that the tests see it when one line is broken: breaks one after the other in a copy of the tree, and fails unless
# the test named for it does. By parity, in Chromium with the standard compiler's build, which takes seconds; or natively.
# Of all mutations, or of those whose name matches: mutations.sh wrapper
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
root=$PWD
copy=$root/build/mutant
wanted=${1-}
escaped=0

# mutate NAME FILE OLD NEW TEST: TEST is "parity SCENARIOS" or "profile TESTS", both regular expressions.
mutate() {
	[[ $1 =~ $wanted ]] || return
	rm -rf "$copy" && mkdir -p "$copy"
	git ls-files -z | tar --null -T - -cf - | tar -C "$copy" -xf -
	ln -s "$root/web/node_modules" "$copy/web/node_modules" # the minifier's
	node -e '
		const fs = require("fs"), [path, old, next] = process.argv.slice(1), parts = fs.readFileSync(path, "utf8").split(old);
		if (parts.length != 2) throw new Error(`${path}: ${parts.length - 1} times ${old}`);
		fs.writeFileSync(path, parts.join(next));' "$copy/$2" "$3" "$4" || exit 1
	local how=${5%% *} which=${5#* }
	if [ "$how" = parity ]; then
		go -C "$copy/web" run ./make/build -compiler go -out ../dist >"$root/build/mutant.log" 2>&1 || {
			echo "mutations: $1 doesn't build: $(tail -n 3 "$root/build/mutant.log")" >&2
			exit 1
		}
		go -C web run ./prove/parity -dist "$copy/dist" -engines chromium -only "$which" >"$root/build/mutant.log" 2>&1
	else
		go -C "$copy" vet ./profile || exit 1
		go -C "$copy" test -run "$which" ./profile >"$root/build/mutant.log" 2>&1
	fi
	if [ $? = 0 ]; then
		echo "ESCAPED  $1"
		escaped=1
	else
		echo "caught   $1: $(grep -E '^[0-9]+ passed|^ *--- FAIL' "$root/build/mutant.log" | head -n 1)"
	fi
}

# What the module does with the SDK.
mutate "the call doesn't go by fetch" bridge/page/sdk/ask.js \
	'if (byFetch) config.adapter = adapterOf(axios, way);' '' 'parity instance: interceptors of requests'
mutate "the instance's interceptors are gone round" bridge/page/sdk/ask.js \
	'const { axios } = api;' 'const axios = api.axios.create();' \
	'parity instance: interceptors of requests'
mutate "an adapter of somebody's is replaced" bridge/page/sdk/ask.js \
	'== "xhr,http,fetch"' '!= "none"' 'parity instance: adapters'
mutate "the token stays in the error" bridge/page/errors.js \
	'/^authorization$/i.test(name)' 'false' 'parity byhand: what handlers use'
mutate "a theme's interceptor is gone round" bridge/page/sdk/plain.js \
	'isOwn(interceptors.request, /preview.+theme\.mode.+use_username_url/) &&' '' 'parity instance: interceptors of requests'
mutate "a theme's transform is gone round" bridge/page/sdk/plain.js \
	'isAlone(defaults.transformResponse, /silentJSONParsing.+ERR_BAD_RESPONSE/) &&' '' 'parity instance: defaults'
mutate "a wrapper of the instance's is gone round" bridge/page/sdk/plain.js \
	'isSDKs(axios[verb], /^function ?\(\) ?{ ?return \w+\.apply\((?!this)\w+, ?arguments\);? ?}$/);' 'true;' 'parity instance: wrappers'
mutate "a default header is left out" bridge/page/sdk/plain.js \
	'Object.values(defaults.headers).every((group) => classOf(group) == "Object") &&' '' 'parity instance: defaults'
mutate "a wrapper is dropped" web/loader/sdk.js \
	'if (!isTheirs) continue;' '' 'parity byhand: a wrapper on the prototype, from before'
mutate "the user is not stored" profile/mode.go \
	's.page.SyncUser(data)' '_ = data' 'parity user'

# What it does without: axios's rules, shared requests, payloads.
mutate "a Content-Type by hand stays with FormData" profile/standalone_headers.go \
	'if bodyType != "" || !sameName(fields[i].Name, contentType) {' 'if true {' 'profile .'
mutate "on, off, on: the third is merged with the first" profile/share.go \
	'other.turn == s.sent && ' '' 'profile .'
mutate "a question after a save is answered by one from before" profile/share.go \
	'(changes || other.answered == s.answered)' '(changes || true)' 'profile .'
mutate "what can't be encoded is told to the customer" profile/standalone.go \
	'case f.Silent:' 'case false:' 'profile .'
mutate "a call doesn't wait for its token" profile/standalone.go \
	'm.headers(c, a.Token)' 'm.headers(c, "")' 'profile .'
exit $escaped
