// Three pages, which is all that Vite is told: of the package it knows nothing. (Vite 8 still reads Vite 7's word.)
export default {
  build: { rollupOptions: { input: ["index.html", "sdk.html", "storefront.html"] } },
};
