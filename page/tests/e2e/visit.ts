/** What the tests of the page share: a server, a browser, and what is done with them. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, type Browser } from "./browser";
import { removeFolder, serve, type Server } from "./server";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const views = ["overview", "budget", "people", "calendar", "compare", "audit", "take"];

export let server: Server;
export let browser: Browser;

/** Starts a server and a browser for the tests of a file, and ends them. */
export function meet(): void {
  beforeAll(async () => {
    server = await serve();
    browser = await launch(() => server.address);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (server) removeFolder(server.store);
  });
}

export async function open(view: string, lang = "ko", page?: Page): Promise<Page> {
  const tab = page ?? await browser.page();
  await tab.goto(`${server.address}/?lang=${lang}#/${view}`);
  await tab.locator("main h2").first().waitFor();
  return tab;
}

/** How often a new picture has been drawn. */
export const pictures = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset["pictures"] ?? 0));

export async function afterPicture(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await pictures(page);
  await act();
  // Not waitForFunction, which evaluates text: the page's policy refuses that.
  await expect.poll(() => pictures(page), { timeout: 15_000, interval: 20 }).toBeGreaterThan(before);
}

export async function textOf(download: Download): Promise<string> {
  const path = join(tmpdir(), `jobcast-${process.pid}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return readFileSync(path, "utf8");
}

export async function download(page: Page, act: () => Promise<void>): Promise<string> {
  const [got] = await Promise.all([page.waitForEvent("download"), act()]);
  return textOf(got);
}

/** What axe-core finds wrong, a line each. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
    return found.violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)}`));
  });
}

export const wholeSlider = (page: Page) => page.locator("tr.all input[type=range]");

/** What a server with more to do than it can take answers. */
export const busy = { status: 429, contentType: "application/json", headers: { "Retry-After": "1" }, body: JSON.stringify({ error: { code: "too_many_requests", message: { ko: "바쁨", en: "busy" } } }) };

/** The last test of a file. */
export function staysAtHome(): void {
  describe("all along", () => {
    it("the page asked no other host for anything, and its policy refused nothing", () => {
      expect(browser.foreign).toEqual([]);
      // A refused file and a lost race are answers that the browser notes as well.
      expect(browser.complaints.filter((each) => !/status of (409|412|422|400|429)/u.test(each))).toEqual([]);
    });
  });
}
