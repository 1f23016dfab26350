package site

import (
	"net/http"
	"path/filepath"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"
)

// modules are what /lib/NAME.js exports. React's packages are CommonJS, whose names a bundle must list.
var modules = map[string]string{
	"vue":   `export * from "vue/dist/vue.esm-browser.prod.js";`,
	"turbo": `export * from "@hotwired/turbo";`,
	"react": `export { createElement, useEffect, useState, useSyncExternalStore } from "react"; export { createRoot } from "react-dom/client";`,
}

// library bundles modules of a node_modules, each once.
type library struct {
	npm   string
	mu    sync.Mutex
	built map[string][]byte
}

func (l *library) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	module := l.module(strings.TrimSuffix(r.PathValue("file"), ".js"))
	if module == nil {
		http.Error(w, "404 page not found", http.StatusNotFound)
		return
	}
	serveText(w, r, ".js", module)
}

// module returns a bundle; nil where it can't be made.
func (l *library) module(name string) []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	if module, ok := l.built[name]; ok || modules[name] == "" {
		return module
	}
	folder, err := filepath.Abs(l.npm)
	if err != nil {
		return nil
	}
	result := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: modules[name], ResolveDir: folder},
		Bundle: true, Format: api.FormatESModule, LogLevel: api.LogLevelSilent,
		Define: map[string]string{"process.env.NODE_ENV": `"production"`},
	})
	if len(result.Errors) > 0 {
		return nil
	}
	l.built[name] = result.OutputFiles[0].Contents
	return l.built[name]
}
