/** The page in Chromium against the real server: what a planner does, and what can go wrong meanwhile. */

import { readFileSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { launch } from "./browser";
import { commandLine, removeFolder, root, serve } from "./server";
import { afterPicture, download, faults, meet, open, pictures, staysAtHome, views, wholeSlider } from "./visit";

const headings: Record<string, Record<string, RegExp>> = {
  ko: { overview: /2024년 10월 조사/u, budget: /달성할 가능성/u, people: /년 말 인구/u, calendar: /2024년 사업 일정/u, compare: /^비교/u, audit: /서로 맞지 않는 곳/u, take: /^내려받기/u },
  en: { overview: /October 2024 survey/u, budget: /Chance of meeting/u, people: /People at the end of/u, calendar: /Programmes through 2024/u, compare: /^Compare/u, audit: /disagrees with itself/u, take: /^Take away/u },
};

meet();

describe("every view", () => {
  it.each(["ko", "en"])("shows itself in %s, light and dark, without a fault of accessibility", async (lang) => {
    const page = await open("overview", lang);
    await page.emulateMedia({ colorScheme: lang === "ko" ? "light" : "dark" });
    for (const view of views) {
      await page.evaluate((name) => { location.hash = `#/${name}`; }, view);
      await page.locator("main h2, aside h2").filter({ hasText: headings[lang]![view]! }).first().waitFor();
      expect([view, await faults(page)]).toEqual([view, []]);
    }
    await page.close();
  });

  it("shows the command line's chance in the dial and its sentence", async () => {
    const page = await open("overview");
    const plain = commandLine() as { indicators: { id: string; survey: string; published: { p50: number } }[] };
    const rate = plain.indicators.findLast((each) => each.id === "employment_rate_15_64")!;
    expect(await page.locator(".dial").count()).toBe(6);
    expect(await page.locator(".dial").first().innerText()).toContain(`${rate.published.p50.toFixed(1)}%`);
    expect(await page.locator(".sentence").innerText()).toMatch(/고용률/u);
    await page.close();
  });

  it("changes the language in place", async () => {
    const page = await open("overview", "ko");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("link", { name: "Budget board" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });
});

describe("the budget board", () => {
  it("moves the odds with a slider, takes matched money along, and comes back", async () => {
    const page = await open("budget");
    await afterPicture(page, () => wholeSlider(page).press("PageDown"));
    await expect.poll(() => page.getByTestId("matched").innerText()).toMatch(/군비 [\d.,]+억 원 감소 → 국비 [\d.,]+억 원, 도비 [\d.,]+억 원 함께 감소/u);
    expect(await page.getByTestId("remaining-budget").innerText()).not.toBe("0원");
    expect(await page.locator(".odds .effect").first().innerText()).toMatch(/−[\d.]+%p/u);
    await afterPicture(page, () => page.keyboard.press("Control+z"));
    expect(await page.getByTestId("remaining-budget").innerText()).toBe("0원");
    expect(await page.locator(".odds .effect").count()).toBe(0);
    await page.close();
  });

  it("answers a released slider quickly", async () => {
    const page = await open("budget");
    await page.locator("tr.sector .fold").nth(1).click();
    const slider = page.locator("tr.programme input[type=range]:not(:disabled)").first();
    const turns = 16;
    for (let turn = 0; turn < turns; turn++) await afterPicture(page, () => slider.press("ArrowLeft"));
    const medians = await page.evaluate(() => Object.fromEntries(["picture", "server", "answer", "draw"].map((name) => {
      const times = performance.getEntriesByName(`jobcast ${name}`).map((each) => each.duration).sort((a, b) => a - b);
      return [name, { count: times.length, median: Math.round(times[Math.floor(times.length / 2)]!) }];
    })));
    console.log(`slider to new picture, 10,000 draws, medians of ${turns}: ${medians["picture"]!.median} ms, of them until the answer ${medians["answer"]!.median} ms `
      + `(the server's own work ${medians["server"]!.median} ms), to draw it ${medians["draw"]!.median} ms; load ${loadavg()[0]!.toFixed(1)}`);
    expect(medians["picture"]!.count).toBe(turns);
    const said = await page.locator(".foot p").nth(1).innerText();
    expect(Number(/중앙값 ([\d,]+)ms/u.exec(said)?.[1]?.replace(",", ""))).toBeGreaterThan(0);
    await page.close();
  });

  it("keeps up with a drag: one last picture, of where the slider came to rest", async () => {
    const page = await open("budget");
    const slider = wholeSlider(page);
    const box = (await slider.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 20; step++) await page.mouse.move(box.x + box.width / 2 - step * 2, box.y + box.height / 2);
    await afterPicture(page, () => page.mouse.up());
    await page.waitForTimeout(300);
    const before = await pictures(page);
    await page.waitForTimeout(300);
    expect(await pictures(page)).toBe(before);
    expect(await page.getByRole("alert").innerText()).toBe("");
    await page.close();
  });

  it("takes an amount as it is typed, and refuses what is none", async () => {
    const page = await open("budget");
    await page.getByRole("searchbox").fill("청년학교");
    const field = page.locator("tr.programme .amount-field input:not(:disabled)").first();
    await field.fill("12억쯤");
    await field.press("Tab");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("#bad-number").innerText()).toBe("0 이상의 숫자를 입력하십시오.");
    await field.fill("123.4");
    await afterPicture(page, () => field.press("Tab"));
    expect(await page.locator("tr.programme .amount-field input").first().inputValue()).toBe("123.4");
    await page.close();
  });

  it("finds, groups and sorts by keyboard alone", async () => {
    const page = await open("budget");
    await page.getByRole("combobox", { name: "묶기" }).selectOption("none");
    expect(await page.locator("tr.programme").count()).toBe(189);
    await page.getByRole("combobox", { name: "정렬" }).selectOption("money");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("노인 일자리");
    await expect.poll(() => page.locator("tr.programme").count()).toBeLessThan(20);
    await page.close();
  });
});

describe("scenarios", () => {
  it("are kept, duplicated, renamed, deleted and brought back", async () => {
    const page = await open("budget");
    await afterPicture(page, () => wholeSlider(page).press("PageDown"));
    await page.getByLabel("시나리오 이름").fill("군비 감액안");
    await page.getByLabel("시나리오 이름").press("Tab");
    await page.getByRole("button", { name: "보관", exact: true }).click();
    await page.getByText("\"군비 감액안\"을 보관했습니다.").waitFor();
    await page.getByRole("link", { name: "비교" }).click();
    await page.getByRole("button", { name: "군비 감액안 복제" }).click();
    const copy = page.getByLabel("군비 감액안 (사본)의 이름");
    await copy.waitFor();
    await copy.fill("두 번째 안");
    await copy.press("Tab");
    await page.getByLabel("두 번째 안의 이름").waitFor();
    await page.getByRole("button", { name: "두 번째 안 삭제" }).click();
    await expect.poll(() => page.getByLabel("두 번째 안의 이름").count()).toBe(0);
    await page.getByRole("status").getByRole("button", { name: "되돌리기" }).click();
    await page.getByLabel("두 번째 안의 이름").waitFor();
    await page.getByLabel("두 번째 안 비교하기").check();
    await page.locator("table.compare thead th").filter({ hasText: "두 번째 안" }).waitFor();
    await page.close();
  });

  it("give the command line's numbers to the last digit, as a file and as a forecast", async () => {
    const page = await open("budget");
    await afterPicture(page, () => wholeSlider(page).press("PageDown"));
    await page.getByRole("link", { name: "내려받기" }).click();
    const toml = await download(page, () => page.locator(".things .card", { hasText: "시나리오, TOML" }).getByRole("button").click());
    const json = JSON.parse(await download(page, () => page.locator(".things .card", { hasText: "예측, JSON" }).getByRole("button").click())) as Record<string, unknown>;
    const file = join(tmpdir(), `jobcast-${process.pid}.toml`);
    writeFileSync(file, toml.replace("../plan.toml", join(root, "scenarios/jeongseon-2024/plan.toml")));
    const own = commandLine("--scenario", file) as Record<string, unknown>;
    for (const key of ["indicators", "change", "uncertainty", "jobs", "population", "flows"]) expect(json[key]).toEqual(own[key]);
    await page.close();
  });

  it("come in as files, and a bad file says where it is bad", async () => {
    const page = await open("compare");
    const drop = (name: string, text: string) => page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/toml", buffer: Buffer.from(text) });
    await drop("broken.toml", 'schema = "jobcast.scenario/1"\nbudget = = 3\n');
    await page.getByRole("alert").getByText("2행").waitFor();
    await drop("other.toml", 'schema = "jobcast.plan/1"\n');
    await page.getByRole("alert").getByText("시나리오 파일이 아닙니다").waitFor();
    await drop("unknown.toml", 'schema = "jobcast.scenario/1"\ntitle = { ko = "a", en = "a" }\nextends = "../plan.toml"\n[[change]]\nselect = { sector = "farming" }\nbudget = "-10%"\n');
    await page.getByRole("alert").getByText("farming").first().waitFor();
    await drop("good.toml", 'schema = "jobcast.scenario/1"\ntitle = { ko = "받은 파일", en = "Taken in" }\nextends = "../plan.toml"\n[[change]]\nselect = { sector = "training" }\nbudget = "-10%"\n');
    await page.getByLabel("받은 파일의 이름").waitFor();
    await page.close();
  });

  it("do not overwrite each other from two tabs", async () => {
    const first = await open("budget");
    await afterPicture(first, () => wholeSlider(first).press("PageDown"));
    await first.getByLabel("시나리오 이름").fill("두 탭");
    await first.getByLabel("시나리오 이름").press("Tab");
    await first.getByRole("button", { name: "보관", exact: true }).click();
    await first.getByText("\"두 탭\"을 보관했습니다.").waitFor();
    const second = await open("compare");
    await second.getByRole("button", { name: "두 탭 편집" }).click();
    await Promise.all([first, second].map((page, i) => afterPicture(page, () => wholeSlider(page).press(i === 0 ? "PageDown" : "ArrowRight"))));
    await second.getByRole("button", { name: "보관", exact: true }).click();
    await second.getByText("\"두 탭\"을 보관했습니다.").waitFor();
    await first.getByRole("button", { name: "보관", exact: true }).click();
    await first.getByRole("alert").getByText("그사이 다른 곳에서").waitFor();
    await first.close();
    await second.close();
  });
});

describe("numbers", () => {
  it("say where they come from, and what a tenth less would do", async () => {
    const page = await open("budget");
    await page.locator("tr.sector .fold").first().click();
    await page.locator("tr.programme .value").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.locator(".explained").first().waitFor();
    await dialog.getByRole("button", { name: "이 예산이 10% 줄면?" }).click();
    await dialog.locator("td").first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await page.close();
  });

  it("are explained in every view", async () => {
    const page = await open("overview");
    for (const [view, place, said] of [
      ["overview", ".dial .chance", /값.*76\.1/su], ["overview", ".dial .target-line .value", /출처.*계획/su], ["overview", ".data .value", /사람, 알선/u],
      ["people", ".figures .value", /단위/u], ["calendar", "td .value", /일자리/u], ["calendar", "th .value", /부서/u], ["compare", ".compare .value", /위치|출처/u],
    ] as const) {
      await page.evaluate((name) => { location.hash = `#/${name}`; }, view);
      await page.locator(place).first().click();
      await expect.poll(() => page.getByRole("dialog").innerText(), { timeout: 10_000 }).toMatch(said);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    }
    await page.close();
  });

  it("go with their chart into a picture", async () => {
    const page = await open("overview");
    const [got] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^PNG로 저장/u }).first().click()]);
    const path = join(tmpdir(), `jobcast-${process.pid}.png`);
    await got.saveAs(path);
    expect(readFileSync(path).subarray(1, 4).toString()).toBe("PNG");
    await page.close();
  });
});

describe("a page whose server", () => {
  it("stops says so, keeps what was entered, and goes on when it is back", async () => {
    const own = await serve();
    const other = await launch(() => own.address);
    const page = await other.page();
    await page.goto(`${own.address}/?lang=ko#/budget`);
    await page.locator("aside h2").first().waitFor();
    await own.stop();
    await wholeSlider(page).press("PageDown");
    await page.getByRole("alert").getByText("jobcast가 응답하지 않습니다.").waitFor();
    expect(await page.locator("tr.all output").innerText()).toBe("−20%");
    // Nothing else waits for ever either.
    for (const [view, act] of [["audit", undefined], ["take", ".things button"], ["overview", ".worth button"]] as const) {
      await page.getByRole("button", { name: "닫기" }).click();
      await page.evaluate((name) => { location.hash = `#/${name}`; }, view);
      if (act) await page.locator(act).first().click();
      await page.getByRole("alert").getByText("jobcast가 응답하지 않습니다.").first().waitFor();
      if (view === "overview") break;
    }
    await page.evaluate(() => { location.hash = "#/budget"; });
    await wholeSlider(page).press("ArrowLeft");
    await page.getByRole("alert").getByText("jobcast가 응답하지 않습니다.").waitFor();
    const again = await serve(Number(new URL(own.address).port), join(own.store, ".."));
    await afterPicture(page, () => page.getByRole("button", { name: "다시 시도" }).click());
    expect(await page.getByRole("alert").innerText()).toBe("");
    await other.close();
    await again.stop();
    removeFolder(own.store);
  });
});

staysAtHome();
