/** Debian's Chromium as the tests use it: no network of its own, an empty profile that is thrown away. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";

export const executable = process.env["JOBCAST_CHROMIUM"] ?? "/usr/bin/chromium";

const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

export interface Browser {
  context: BrowserContext;
  /** Requests to any other place than `address`; other hosts than this one are not found. */
  foreign: string[];
  /** What the pages complained of: errors, and refusals of the content-security policy. */
  complaints: string[];
  page(): Promise<Page>;
  close(): Promise<void>;
}

/** A browser with a profile of its own that reaches nothing but `address`. */
export async function launch(address: () => string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), "jobcast-page-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable, args: flags, headless: true, viewport: { width: 1280, height: 800 }, acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  const [foreign, complaints]: [string[], string[]] = [[], []];
  // Watched, not routed: a route would take each request through the test and into the times that are measured.
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address() + "/") && !url.startsWith("blob:") && !url.startsWith("data:")) foreign.push(url);
  });
  return {
    context, foreign, complaints,
    page: async () => {
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
      return page;
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
