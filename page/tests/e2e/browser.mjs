/** Debian's Chromium as the tests use it: no network of its own, an empty profile that is thrown away. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const executable = process.env.JOBCAST_CHROMIUM ?? "/usr/bin/chromium";

const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync",
];

/** A browser with a profile of its own; `close` ends it and removes the profile. */
export async function launch(options = {}) {
  const profile = await mkdtemp(join(tmpdir(), "jobcast-page-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath: executable, args: flags, headless: true, ...options });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
