import { defineConfig } from "vite";

export default defineConfig({
  build: { rolldownOptions: { input: ["index.html", "sdk.html"] }, outDir: "dist-vite" },
});
