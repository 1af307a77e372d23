import { defineConfig } from "vitest/config";

// The page is served by jobcast itself under a content-security policy of 'self': nothing is inlined, no other host is named.
export default defineConfig({
  base: "./",
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  test: { include: ["tests/unit/**/*.test.ts"] },
});
