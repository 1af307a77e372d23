import { readFileSync, readdirSync } from "node:fs";
import { parse } from "smol-toml";
import { beforeEach, describe, expect, it } from "vitest";
import type { Language } from "../../src/api/types";
import { fill, language, messages, type Messages } from "../../src/text/catalogue";
import { differenceText, figure, grouped, millions, money, probability, signed, survey, typedNumber } from "../../src/text/numbers";

const folder = new URL("../../../app/messages/", import.meta.url);

/** The catalogue as the server sends it. */
function catalogue(lang: Language): Messages {
  const found: Messages = {};
  const walk = (table: Record<string, unknown>, path: string) => {
    for (const [key, value] of Object.entries(table)) {
      const id = path === "" ? key : `${path}.${key}`;
      const text = value as Record<string, unknown>;
      if (typeof text[lang] === "string") found[id] = text[lang];
      else walk(text, id);
    }
  };
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".toml"))) walk(parse(readFileSync(new URL(file, folder), "utf8")), "");
  return found;
}

function speak(lang: Language): void {
  language.value = lang;
  messages.value = catalogue(lang);
}

function sources(path: URL): string {
  return readdirSync(path, { withFileTypes: true }).map((entry) => {
    const next = new URL(entry.name + (entry.isDirectory() ? "/" : ""), path);
    return entry.isDirectory() ? sources(next) : /\.tsx?$/u.test(entry.name) ? readFileSync(next, "utf8") : "";
  }).join("\n");
}

describe("numbers", () => {
  beforeEach(() => speak("ko"));

  it("writes money in 억 from there on and in 백만 원 below, in English in billions and millions", () => {
    expect(money(103_554_000)).toBe("1,035.5억 원");
    expect(money(100_000)).toBe("1.0억 원");
    expect(money(99_500)).toBe("99.5백만 원");
    expect(money(-8_000)).toBe("−8백만 원");
    expect(money(0)).toBe("0원");
    speak("en");
    expect(money(103_554_000)).toBe("KRW 103.6 billion");
    expect(money(400_000)).toBe("KRW 400 million");
    expect(millions(33_200)).toBe("33.2");
  });

  it("shows no more digits of a chance than the draws carry, and never none or all", () => {
    expect(probability(0.6861, 0.0046)).toBe("69%");
    expect(probability(0.6861, 0.0001)).toBe("68.6%");
    expect(probability(0.6861, 0.01)).toBe("70%");
    expect(probability(0.31, 0.1)).toBe("30%");
    expect(probability(0, 0.0001)).toBe("<0.1%");
    expect(probability(1, 0.005)).toBe(">99%");
    expect(probability(0.004, 0.005)).toBe("<1%");
  });

  it("gives no sign to nothing", () => {
    expect(signed(0)).toBe("0");
    expect(signed(-0.0001, 1)).toBe("0.0");
    expect(signed(3.14, 1)).toBe("+3.1");
    expect(grouped(-1234.5, 1)).toBe("−1,234.5");
  });

  it("writes figures and differences in their units", () => {
    expect(figure(76.1, "percent")).toBe("76.1%");
    expect(figure(21_850, "persons")).toBe("21,850");
    expect(differenceText(-0.0123, "percent")).toBe("−0.012%p");
    expect(differenceText(1.26, "percent")).toBe("+1.3%p");
    expect(differenceText(-463.2, "persons")).toBe("−463명");
    expect(survey("2024-10")).toBe("2024년 10월");
  });

  it("reads numbers as people type them, and nothing else", () => {
    expect(typedNumber(" 12,095.4 ")).toBe(12_095.4);
    expect(typedNumber("400백만원")).toBe(400);
    expect(typedNumber("−5")).toBe(-5);
    for (const wrong of ["", "abc", "1e9", "12..3", "--2", "NaN", "Infinity", "1 2 3 x"]) expect(typedNumber(wrong)).toBeUndefined();
  });
});

describe("sentences", () => {
  it("choose the particle that fits the word before it", () => {
    expect(fill("{0}을(를) 목표로", ["76.1%"])).toBe("76.1%를 목표로");
    expect(fill("\"{0}\"을(를) 보관", ["시험"])).toBe("\"시험\"을 보관");
    expect(fill("{0}(으)로", ["서울"])).toBe("서울로");
    expect(fill("{0}은(는) {1}이(가)", ["군비", "3"])).toBe("군비는 3이");
    expect(fill("{0}이(가)", ["plan"])).toBe("plan이(가)");
    expect(fill("{1} {0} {2}", ["a", "b"])).toBe("b a {2}");
  });

  it.each(["ko", "en"] as const)("all stand in the catalogue (%s), and the page uses all of its own", (lang) => {
    const known = catalogue(lang);
    const code = sources(new URL("../../src/", import.meta.url));
    const families = ["view_", "theme_", "order_", "take_", "male", "female"];
    const used = [...code.matchAll(/"((?:page|forecast|name|number|programmes|app)\.[a-z0-9_]+)"/gu)].map((match) => match[1]!);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((id) => !(id in known))).toEqual([]);
    const own = Object.keys(known).filter((id) => id.startsWith("page."));
    expect(own.filter((id) => !used.includes(id) && !families.some((family) => id.startsWith(`page.${family}`)))).toEqual([]);
  });

  it("take as many words in one language as in the other", () => {
    const [korean, english] = [catalogue("ko"), catalogue("en")];
    const places = (text: string | undefined) => [...[...new Set(text?.match(/\{\d+\}/gu) ?? [])]].sort();
    for (const id of Object.keys(korean).filter((each) => each.startsWith("page."))) expect([id, places(english[id])]).toEqual([id, places(korean[id])]);
  });
});
