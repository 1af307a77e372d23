import { defineConfig } from "vitest/config";

// A server and a browser a file; the tests run one after another, in their order.
export default defineConfig({
  test: { include: ["tests/e2e/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false, sequence: { concurrent: false } },
});
