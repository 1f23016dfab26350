#!/bin/sh
# Installs the browsers that the tests run in, where they are missing: install.sh chromium [firefox webkit]
set -eu

packages=
has() { command -v "$1" >/dev/null 2>&1; }
for engine in "$@"; do
	case $engine in
	chromium) has chromium || has chromium-browser || has google-chrome || packages="$packages chromium" ;;
	firefox) has firefox-esr || has firefox || packages="$packages firefox-esr" ;;
	webkit)
		has WebKitWebDriver && { has MiniBrowser || ls /usr/lib/*/webkit2gtk-4.1/MiniBrowser >/dev/null 2>&1; } || packages="$packages webkit2gtk-driver"
		has xvfb-run || packages="$packages xvfb"
		has xauth || packages="$packages xauth"
		;;
	*)
		echo "install.sh: no engine \"$engine\": there are chromium, firefox and webkit" >&2
		exit 1
		;;
	esac
done
[ -n "$packages" ] || exit 0

missing() {
	echo "install.sh: please install:$packages ($1)" >&2
	exit 1
}
has apt-get || missing "there is no apt-get here"
root=
if [ "$(id -u)" != 0 ]; then
	has sudo && sudo -n true 2>/dev/null || missing "apt-get needs root: sudo apt-get install$packages"
	root="sudo -n"
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "installing$packages" >&2
install() { $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages >"$log" 2>&1; }
# The package lists may be missing, or too old.
install || { $root apt-get update >"$log" 2>&1 && install; } || missing "apt-get failed: $(grep '^E:' "$log" | head -n 1)"
