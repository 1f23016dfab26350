# Two commands do everything: make run, make test. They install what they need, or say what to install.

COMPILER ?= tinygo
VERSION  ?= $(shell sed -n 's/^## \[\([0-9][^]]*\)\].*/\1/p' CHANGELOG.md 2>/dev/null | head -n 1)
ifeq ($(strip $(VERSION)),)
override VERSION := dev
endif
ADDR     ?= 127.0.0.1:8765
ENGINES  ?= chromium
# Of the suites in three engines: where make test has just run, Chromium has had its turn (.ci/run).
BROWSERS ?= chromium,firefox,webkit
SDK      ?= 2.14.570
# The builds that parity compares with the SDK in three engines.
COMPARED ?= ../build/dist-tinygo,../build/dist-go
# The script that parity compares besides the storefront's, in Chromium; "" for none (.ci/run).
ALSO     ?= salla-profile.js

comma := ,
WEB := go -C web

# What the built module is made of.
SOURCES := $(shell find profile bridge wasm web/loader web/verification web/make/build web/make/bundle -type f ! -name '*_test.go' 2>/dev/null) \
           wasm_exec.js go.mod web/go.mod web/package-lock.json web/salla-profile.d.ts web/salla-profile.verification.d.ts CHANGELOG.md
RELEASE := build/release
NPM     := web/node_modules/.package-lock.json

.PHONY: all run test lint test-profile test-bridge test-web test-links test-package test-browsers test-faults test-others parity parity-mutations soak bench bench-quick
.PHONY: generate size gate-proof dist release tinygo npm browsers clean help

help: ## says what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 24
	@printf '%s\n' '' 'The first time costs, once:' \
		'  any of them           Go modules and npm packages, 370 MB in web/node_modules: a minute' \
		'  a build with TinyGo   85 MB of Debian packages (LLVM 22), and the compiler of its Go module: two minutes.' \
		'                        Less where a tinygo of 0.42 or newer is on PATH. make run serves meanwhile' \
		'  make test             Chromium, where there is none; make test-browsers also Firefox and WebKit'

dist: npm ## builds dist/ with TinyGo, or with COMPILER=go
	$(WEB) run ./make/build -compiler $(COMPILER) -version $(VERSION) -out ../dist
	@case $(COMPILER) in go) echo 'dist/ is the build of the standard compiler, for development: a page loads 2.9 MB. For a theme: make dist' ;; esac

# npm writes the same bytes for the same files, and no dates.
release: npm ## builds the npm package with TinyGo, in build/release (VERSION=x.y.z)
	rm -rf $(RELEASE)
	$(WEB) run ./make/build -compiler tinygo -version $(VERSION) -out ../$(RELEASE)/dist -package ../$(RELEASE)/package
	npm pack ./$(RELEASE)/package --pack-destination $(RELEASE) --silent --ignore-scripts
	cd $(RELEASE) && sha256sum *.tgz

# Both builds, for the tests. Scripts are minified by one of the development dependencies.
build/dist-tinygo/manifest.json: $(SOURCES) | $(NPM)
	$(WEB) run ./make/build -compiler tinygo -version $(VERSION) -out ../build/dist-tinygo
build/dist-go/manifest.json: $(SOURCES) | $(NPM)
	$(WEB) run ./make/build -compiler go -version $(VERSION) -out ../build/dist-go

# The same with a trap inside (bridge/js/trap_on.go), for the tests of what a page sees when the program dies.
build/dist-tinygo-trap/manifest.json: $(SOURCES) | $(NPM)
	$(WEB) run ./make/build -compiler tinygo -dev -version $(VERSION) -tags trap -out ../build/dist-tinygo-trap
build/dist-go-trap/manifest.json: $(SOURCES) | $(NPM)
	$(WEB) run ./make/build -compiler go -dev -version $(VERSION) -tags trap -out ../build/dist-go-trap

# A development build, in which a fault of our own is heard: what make test tries.
build/dist-tinygo-dev/manifest.json: $(SOURCES) | $(NPM)
	$(WEB) run ./make/build -dev -compiler tinygo -version $(VERSION) -out ../build/dist-tinygo-dev

BUILDS := $(foreach b,tinygo tinygo-dev go tinygo-trap go-trap,build/dist-$b/manifest.json)

tinygo: ## finds TinyGo, or sets it up in build/tinygo
	$(WEB) run ./make/build -setup

npm: $(NPM) ## the development dependencies: the SDK and its components
$(NPM): web/package.json web/package-lock.json
	npm --prefix web ci --no-audit --no-fund --loglevel=error
	@touch $@

# The first run needs nothing installed. Where no TinyGo is set up yet, the standard compiler's build serves at once, and the
# release takes its place once it is built beside.
TINYGO_BUILD := build/dist-tinygo/manifest.json
run: npm ## builds, starts the development store and prints the URL of the demo (ADDR=)
	@if [ -e build/tinygo/stamp ] || command -v tinygo >/dev/null; then \
		$(MAKE) --no-print-directory $(TINYGO_BUILD) && \
		$(WEB) run ./lab/serve -addr $(ADDR) -dist ../build/dist-tinygo; \
	else \
		$(MAKE) --no-print-directory build/dist-go/manifest.json && \
		$(WEB) run ./lab/serve -addr $(ADDR) -dist ../build/dist-go -next ../build/dist-tinygo \
			-make "$(MAKE) --no-print-directory -C .. $(TINYGO_BUILD)"; \
	fi

test: lint test-profile test-web ## all tests, with the release in headless Chromium

lint: npm ## go vet, staticcheck and ESLint
	go vet ./profile/... ./bridge/js
	go vet -tags twilight ./profile
	GOOS=js GOARCH=wasm go vet ./bridge/... ./wasm
	$(WEB) vet ./...
	staticcheck=$$($(WEB) tool -n staticcheck) && "$$staticcheck" ./profile/... ./bridge/js && \
		GOOS=js GOARCH=wasm "$$staticcheck" ./bridge/... ./wasm && cd web && "$$staticcheck" ./...
	web/node_modules/.bin/eslint -c web/eslint.config.js wasm_exec.js bridge web
	$(WEB) run $(BRIDGEGEN) -check

# Both ends of the wire between Go and the page.
BRIDGEGEN := ./make/bridgegen -package ../profile -interface Storefront -interface 'Standalone:!twilight' -out ../bridge

generate: ## writes both ends of the wire anew, from the interfaces of profile/page*.go
	$(WEB) run $(BRIDGEGEN)

test-profile: ## the rules, natively, also those of the file for storefronts
	go test ./profile/... ./bridge/js
	go test -tags twilight ./profile

test-bridge: npm browsers ## of that what is about the bridge: both generated ends, and the page's JavaScript in headless Chromium
	go test ./bridge/js
	$(WEB) test -count=1 -timeout 20m ./make/bridgegen ./prove/page

test-web: npm browsers $(BUILDS) ## the store, the pages and the module on them
	DIST_TINYGO=$(CURDIR)/build/dist-tinygo-dev $(WEB) test -count=1 -timeout 20m ./...
	npm --prefix web run --silent types

test-links: ## follows the documents' external links, where the net answers
	LINKS=1 $(WEB) test -count=1 -timeout 5m -v -run 'Links|Follow' ./prove/docs

test-package: browsers ## packs, installs, bundles with Vite, webpack and esbuild, runs it in Chromium; and packs again elsewhere
	$(MAKE) --no-print-directory release
	RELEASE=$(CURDIR)/$(RELEASE) $(WEB) test -count=1 -timeout 30m -v ./make/release

browsers:
	web/prove/browser/install.sh chromium

parity: npm browsers build/dist-tinygo/manifest.json ## the same theme code on the SDK and on the module, compared (SDK=, ENGINES=)
	web/prove/browser/install.sh $(subst $(comma), ,$(ENGINES))
	$(WEB) run ./prove/parity -dist ../build/dist-tinygo -engines $(ENGINES) -sdk $(SDK)

parity-mutations: npm browsers ## shows that parity, and the tests of the rules, catch broken lines
	web/prove/parity/mutations.sh

# WHOLE: web/prove/test/main_test.go.
test-browsers: npm $(BUILDS) ## what make test has with the standard build; the standalone suite, the dialog's and parity in three engines
	web/prove/browser/install.sh chromium firefox webkit
	WHOLE=rest $(WEB) test -count=1 -timeout 30m ./prove/test ./prove/soak
	WHOLE=1 ENGINES=$(BROWSERS) $(WEB) test -count=1 -timeout 30m -run 'Standalone|VerificationSuite|VerificationKeys' ./prove/test
	$(WEB) run ./prove/parity -turns -dist $(COMPARED) -engines chromium,firefox,webkit -sdk $(SDK)
	$(if $(ALSO),$(WEB) run ./prove/parity -turns -dist $(COMPARED) -engines chromium -sdk $(SDK) -script $(ALSO))

test-faults: npm $(BUILDS) ## the faults, and the page being left, in three engines
	web/prove/browser/install.sh chromium firefox webkit
	WHOLE=1 ENGINES=$(BROWSERS) $(WEB) test -count=1 -timeout 30m -run 'Faults|Leaving|KeepaliveQuota|BackForwardCache' ./prove/test

test-others: npm $(BUILDS) ## other people's pages, pages that have taken what the scripts use, and a store that hangs, in three engines
	web/prove/browser/install.sh chromium firefox webkit
	WHOLE=1 ENGINES=$(BROWSERS) $(WEB) test -count=1 -timeout 30m -run 'Others|Taken|HangingStore|ServiceWorker|WithPassword' ./prove/test

soak: npm build/dist-tinygo/manifest.json build/dist-go/manifest.json ## 100,000 calls in three engines, and the fuzz targets (CALLS=, FUZZTIME=)
	web/prove/browser/install.sh chromium firefox webkit
	ENGINES=chromium,firefox,webkit $(WEB) test -count=1 -timeout 4h -v ./prove/soak -calls $(or $(CALLS),100000)
	for target in $$(go test -list '^Fuzz' ./profile | grep ^Fuzz); do \
		go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(or $(FUZZTIME),30s) ./profile || exit 1; \
	done

bench: npm browsers build/dist-tinygo/manifest.json build/dist-go/manifest.json ## bytes, time and memory of both scripts against the SDK (AGAINST=folder: and another dist/)
	$(WEB) run ./prove/bench -tinygo ../build/dist-tinygo -go ../build/dist-go -json ../build/bench.json $(if $(AGAINST),-only . -against $(abspath $(AGAINST)))

bench-quick: npm browsers build/dist-tinygo/manifest.json build/dist-go/manifest.json ## the same in a few minutes
	$(WEB) run ./prove/bench -quick -tinygo ../build/dist-tinygo -go ../build/dist-go

size: ## where the bytes of the module are
	$(WEB) run ./make/build -version $(VERSION) -names ../build/names.wasm
	$(WEB) run ./make/size -wasm ../build/names.wasm

# Thirty builds under other names, and two with a kilobyte more: a dozen seconds each on a quiet machine.
gate-proof: tinygo ## shows that the byte gate passes renames and catches a kilobyte
	$(WEB) test -count=1 -timeout 2h -v -run GateProof ./prove/budget -proof 30

clean: ## removes what was built
	rm -rf build dist
