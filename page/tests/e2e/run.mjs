/** Runs the end-to-end tests, or says what is missing for them (exit code 77: skipped). */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../../", import.meta.url));
const chromium = process.env.JOBCAST_CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(chromium)) {
  console.error(`skipped: no Chromium at ${chromium}; scripts/install-packages test installs it`);
  process.exit(77);
}
const vitest = fileURLToPath(new URL("node_modules/vitest/vitest.mjs", `file://${page}`));
if (!existsSync(vitest)) {
  console.error("skipped: the page's packages are not installed (npm ci in page/)");
  process.exit(77);
}
process.exit(spawnSync(process.execPath, [vitest, "run", "--config", "vitest.e2e.config.ts"], { cwd: page, stdio: "inherit" }).status ?? 1);
