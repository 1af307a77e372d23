/** Pictures of every view, to be looked at: npm run screenshots ADDRESS FOLDER [WIDTHS] [LANGUAGES] [THEMES] */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browser";

const [address, folder, widths = "1280,390,1920", languages = "ko,en", themes = "light,dark", only = ""] = process.argv.slice(2).filter((word) => word !== "--");
if (!address || !folder) throw new Error("usage: screenshots ADDRESS FOLDER [WIDTHS] [LANGUAGES] [THEMES] [VIEWS]");
await mkdir(folder, { recursive: true });
const browser = await launch(() => address);
const page = await browser.page();
for (const width of widths.split(",")) {
  for (const lang of languages.split(",")) {
    for (const theme of themes.split(",")) {
      await page.setViewportSize({ width: Number(width), height: width === "390" ? 844 : width === "1920" ? 1080 : 800 });
      await page.emulateMedia({ colorScheme: theme === "dark" ? "dark" : "light" });
      for (const view of only ? only.split(",") : ["overview", "budget", "people", "calendar", "compare", "audit", "take"]) {
        await page.goto(`${address}/?lang=${lang}#/${view}`);
        await page.locator("main h2, main .sentence, .trouble").first().waitFor();
        if (view === "budget") {
          const fold = page.locator(".fold").first();
          if ((await fold.getAttribute("aria-expanded")) !== "true") await fold.click();
          const slider = page.locator("tr.programme input[type=range]:not(:disabled)").first();
          await slider.focus();
          for (let i = 0; i < 3; i++) await page.keyboard.press("PageDown");
        }
        await page.waitForTimeout(["compare", "budget", "audit"].includes(view) ? 2500 : 400);
        await page.screenshot({ path: join(folder, `${view}-${width}-${lang}-${theme}.png`), fullPage: view !== "calendar" && view !== "budget" && view !== "audit" });
      }
    }
  }
}
await browser.close();
if (browser.foreign.length + browser.complaints.length > 0) console.error(browser.foreign, browser.complaints);
