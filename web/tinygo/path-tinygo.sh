# Sourced by setup.sh and compile.sh.

# path_tinygo prints where a TinyGo of 0.42 or newer is on PATH, if one is.
# TINYGO names another; TINYGO=none means: none, build our own.
path_tinygo() {
	local tinygo version major minor
	case ${TINYGO:-} in
	none) return 0 ;;
	esac
	tinygo=$(command -v "${TINYGO:-tinygo}") || return 0
	version=$("$tinygo" version 2>/dev/null) || return 0
	version=${version#tinygo version }
	major=${version%%.*}
	minor=${version#*.}
	minor=${minor%%.*}
	case $major$minor in
	'' | *[!0-9]*) return 0 ;;
	esac
	if [ "$major" -gt 0 ] || [ "$minor" -ge 42 ]; then echo "$tinygo"; fi
}
