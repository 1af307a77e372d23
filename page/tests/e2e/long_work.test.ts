/** What takes the server seconds: what parts are worth, what is worth knowing, the audit and the reports. */

import { describe, expect, it } from "vitest";
import { afterPicture, busy, faults, meet, open, staysAtHome, textOf, wholeSlider } from "./visit";

meet();

describe("numbers", () => {
  it("of parts of the plan are worked out while their progress is seen", async () => {
    const page = await open("overview");
    const worth = page.locator(".worth", { hasText: "부분마다 얼마만큼인가" });
    await worth.getByRole("button", { name: "계산하기" }).click();
    await worth.locator("progress").waitFor();
    await worth.getByRole("button", { name: "멈춤" }).click();
    await worth.getByRole("button", { name: "계산하기" }).waitFor();
    await page.close();
  });

  it.each([
    ["ko", "무엇을 더 알면 좋은가", ["더 알아볼 가치가 있는 것", "알아본다고 사라지지 않는 것", "상관없는 것"], "고용의 실제 출발점", "사중손실"],
    ["en", "What is worth knowing better", ["Worth knowing better", "What no study takes away", "What does not matter"], "Where employment really stands", "Deadweight"],
  ])("that are not known are sorted by what knowing them would be worth, in %s", async (lang, title, classes, group, chip) => {
    const page = await open("overview", lang);
    const part = page.locator(".worth", { hasText: title });
    await part.getByRole("button").click();
    // The second language's answer is the first's, which the server has kept.
    if (lang === "ko") await part.locator("progress").waitFor();
    await part.locator(".knowing").waitFor({ timeout: 40_000 });
    expect(await part.locator(".classes h4").allInnerTexts()).toEqual(classes);
    await part.locator("summary").click();
    expect(await part.locator(".data tbody tr").filter({ hasText: group }).innerText()).toMatch(/\d+\.\d%.*\d+\.\d[-~]\d+\.\d%/su);
    expect(await faults(page)).toEqual([]);
    await page.getByRole("link", { name: lang === "ko" ? "예산판" : "Budget board" }).click();
    await page.locator("tr.sector .fold").first().click();
    await page.locator("tr.programme .value").first().click();
    await page.getByRole("dialog").getByRole("button", { name: chip, exact: true }).click();
    await page.locator(".if-known p").filter({ hasText: chip }).first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  it("of an assumption say what knowing it would be worth once that is worked out", async () => {
    const page = await open("budget");
    await page.locator("tr.sector .fold").first().click();
    await page.locator("tr.programme .value").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.locator(".explained").first().waitFor();
    expect(await dialog.locator(".if-known").count()).toBe(0);
    await dialog.getByRole("button", { name: "충원율" }).click();
    await dialog.locator(".if-known").getByRole("button", { name: "계산하기" }).click();
    await dialog.locator(".if-known p").filter({ hasText: "충원과 시작 지연" }).first().waitFor({ timeout: 40_000 });
    await page.close();
  });
});

describe("the audit", () => {
  it.each([["ko", /117건 가운데 79건/u, "2건을", /계획: |출처/u], ["en", /79 of 117 findings/u, "2 of", /plan/u]] as const)(
    "shows both sides of each finding, by weight, kind and word, in %s", async (lang, counts, few, source) => {
      const page = await open("audit", lang);
      const count = page.getByTestId("audit-count");
      await expect.poll(() => count.innerText()).toMatch(counts);
      expect(await page.locator(".finding").count()).toBe(79);
      const first = page.locator(".finding").first();
      expect(await first.innerText()).toMatch(/13,267/u);
      expect(await first.innerText()).toMatch(/21,850/u);
      expect(await first.innerText()).toMatch(/−8,583/u);
      // By keyboard: all but the gravest hidden.
      const weights = page.locator(".audit-tools .chips button");
      for (const each of [1, 2, 3]) { await weights.nth(each).focus(); await page.keyboard.press("Space"); }
      await expect.poll(() => count.innerText()).toContain(few);
      expect(await page.locator(".finding").count()).toBe(2);
      await page.locator(".audit-tools select").selectOption("label");
      await expect.poll(() => page.locator(".finding").count()).toBe(1);
      await page.locator(".audit-tools select").selectOption("all");
      await page.getByRole("searchbox").fill("4-3-3");
      await expect.poll(() => page.locator(".finding").count()).toBe(1);
      await page.locator(".finding .value").first().click();
      await expect.poll(() => page.locator("dialog .explained").first().innerText()).toMatch(source);
      await page.keyboard.press("Escape");
      await page.getByRole("searchbox").fill("없는 말");
      await page.locator(".empty").waitFor();
      expect(await faults(page)).toEqual([]);
      await page.close();
    });

  it("says that the server is busy and can be asked again", async () => {
    const page = await open("overview");
    await page.route("**/audit?*", (route) => route.fulfill(busy), { times: 1 });
    await page.evaluate(() => { location.hash = "#/audit"; });
    await page.getByRole("alert").getByText("요청이 많아").waitFor();
    await page.getByRole("button", { name: "다시 시도" }).click();
    await page.locator(".finding").first().waitFor();
    expect(await page.getByRole("alert").innerText()).toBe("");
    await page.close();
  });
});

describe("reports", () => {
  it.each([["ko", "내려받기", 0, "jeongseon-2024-report.html"], ["en", "Download", 1, "jeongseon-2024-report.xlsx"]] as const)(
    "of the scenario in hand are made while nothing else is, in %s", async (lang, button, place, name) => {
      const page = await open("budget", lang);
      await afterPicture(page, () => wholeSlider(page).press("PageDown"));
      await page.evaluate(() => { location.hash = "#/take"; });
      const cards = page.locator(".things .card");
      await cards.first().waitFor();
      const [got] = await Promise.all([
        page.waitForEvent("download", { timeout: 60_000 }),
        (async () => {
          await cards.nth(place).getByRole("button", { name: button }).click();
          await cards.nth(place).locator("progress").waitFor();
          expect(await cards.nth(1 - place).getByRole("button", { name: button }).isDisabled()).toBe(true);
        })(),
      ]);
      expect(got.suggestedFilename()).toBe(name);
      const text = await textOf(got);
      if (place === 1) expect(text.slice(0, 2)).toBe("PK");
      else expect(text).toMatch(/<!doctype html>.*<html [^>]*lang="ko".*달성/isu);
      await cards.nth(place).getByText(lang === "ko" ? "다 만들었습니다" : "Done").waitFor();
      await page.close();
    });

  it("can be cancelled, and say when the server is busy", async () => {
    const page = await open("take");
    const card = page.locator(".things .card").first();
    await card.getByRole("button", { name: "내려받기" }).click();
    await card.getByRole("button", { name: "취소" }).click();
    await card.getByRole("button", { name: "내려받기" }).waitFor();
    expect(await page.getByRole("alert").innerText()).toBe("");
    await page.route("**/report?*", (route) => route.fulfill(busy), { times: 1 });
    await card.getByRole("button", { name: "내려받기" }).click();
    await page.getByRole("alert").getByText("요청이 많아").waitFor();
    await page.close();
  });

  it("and long work that is refused says why, where it was asked", async () => {
    const page = await open("overview");
    await page.route("**/sensitivity", (route) => route.fulfill(busy), { times: 1 });
    const part = page.locator(".worth", { hasText: "무엇을 더 알면 좋은가" });
    await part.getByRole("button").click();
    await part.getByRole("alert").getByText("요청이 많아").waitFor();
    await page.close();
  });
});

staysAtHome();
