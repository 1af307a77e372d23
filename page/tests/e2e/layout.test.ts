/** Every view at a phone's, a laptop's and a projector's width, in both languages: nothing cut, nothing over anything else. */

import { describe, expect, it } from "vitest";
import { layoutFaults } from "./layout";
import { browser, meet, server, views } from "./visit";

meet();

describe("the layout", () => {
  it.each(["ko", "en"])("holds in every view and width, in %s", async (lang) => {
    const page = await browser.page();
    await page.goto(`${server.address}/?lang=${lang}#/budget`);
    // A scenario in hand makes the most of every view: its name, its differences, money that is left.
    const slider = page.locator("tr.all input[type=range]");
    await slider.waitFor();
    await slider.press("PageDown");
    await page.locator("tr.sector .fold").nth(1).click();
    await page.locator(".odds .effect").first().waitFor();
    const found: string[] = [];
    for (const view of views) {
      await page.evaluate((name) => { location.hash = `#/${name}`; }, view);
      await page.locator("nav [aria-current]").filter({ has: page.locator(`xpath=self::*[@href="#/${view}"]`) }).waitFor({ state: "attached" });
      if (view === "audit") await page.locator(".finding").first().waitFor();
      if (view === "compare") await page.locator("table.compare th").nth(2).waitFor();
      for (const width of [390, 1280, 1920]) {
        await page.setViewportSize({ width, height: 844 });
        // The charts take the new width in the next frame.
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        found.push(...(await layoutFaults(page)).map((fault) => `${view} ${width}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
    await page.close();
  });

  it("is found wrong where it is: what is made narrow, moved or widened on purpose is told", async () => {
    const page = await browser.page();
    await page.goto(`${server.address}/?lang=ko#/take`);
    await page.locator(".things .card").first().waitFor();
    expect(await layoutFaults(page)).toEqual([]);
    const spoilt = async (selector: string, style: Record<string, string>) => {
      await page.locator(selector).first().evaluate((element, wanted) => Object.assign((element as HTMLElement).style, wanted), style);
      const found = (await layoutFaults(page)).join("\n");
      await page.locator(selector).first().evaluate((element) => element.removeAttribute("style"));
      return found;
    };
    expect(await spoilt(".things .card h3", { width: "20px", whiteSpace: "nowrap", overflow: "hidden" })).toContain("text is cut");
    expect(await spoilt(".things .card", { marginRight: "-80px" })).toContain("cards overlap");
    expect(await spoilt(".things .card p", { marginTop: "-24px" })).toContain("text over");
    expect(await spoilt(".things", { width: "1700px" })).toContain("scrolls sideways");
    expect(await spoilt("main", { marginTop: "-40px" })).toContain("landmarks overlap");
    await page.close();
  });
});
