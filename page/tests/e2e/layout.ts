/** What a glance would find wrong with a page as it is laid out: runs in the browser, knows nothing of letters' shapes. */

import type { Page } from "playwright-core";

/** A line for each fault: text that is cut or sticks out, cards and landmarks that overlap, a page that scrolls sideways. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const say = (what: string, element: Element) => faults.push(`${what}: <${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${(element.textContent ?? "").trim().slice(0, 60)}`);
    const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && element.closest(".unseen-text, .skip, dialog, details:not([open]) > :not(summary)") === null;
    /** What its user can scroll to see is not cut. */
    const scrolled = (element: Element) => {
      for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
        if (["auto", "scroll"].includes(getComputedStyle(each).overflowX)) return true;
      }
      return false;
    };
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);

    // Text: elements that hold letters of their own.
    const texts: { element: Element; box: DOMRect }[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== "");
      if (own.length === 0 || !visible(element) || element.closest("svg, select, script, noscript")) continue;
      const style = getComputedStyle(element);
      const cut = style.display !== "inline" && (element.scrollWidth > element.clientWidth + 1 || (style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1));
      if (cut && !scrolled(element)) say("text is cut or wider than its box", element);
      const range = document.createRange();
      for (const node of own) {
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          if (box.width < 1 || box.height < 1) continue;
          if ((box.left < -1 || box.right > width + 1) && !scrolled(element)) say("text is out of the page", element);
          texts.push({ element, box });
        }
      }
    }
    for (const input of document.querySelectorAll<HTMLInputElement>("input[type=text], input:not([type])")) {
      if (visible(input) && input.value !== "" && input.scrollWidth > input.clientWidth + 1) say(`what is entered is cut (${input.value})`, input);
    }

    const meet = (a: DOMRect, b: DOMRect, by: number) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > by && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
    // Lines of text over each other, line boxes' own leading aside. What sticks to the window's edge may pass over the rest.
    const still = texts.filter(({ element }) => !element.closest(".scenario-bar, .odds, .notice-place"));
    still.sort((a, b) => a.box.top - b.box.top);
    for (let i = 0; i < still.length; i++) {
      for (let j = i + 1; j < still.length && still[j]!.box.top < still[i]!.box.bottom; j++) {
        const [one, other] = [still[i]!, still[j]!];
        if (one.element !== other.element && meet(one.box, other.box, 5)) say(`text over "${(one.element.textContent ?? "").trim().slice(0, 40)}"`, other.element);
      }
    }
    // Cards beside each other.
    for (const parent of new Set([...document.querySelectorAll("main .card, main article")].map((each) => each.parentElement!))) {
      const cards = [...parent.children].filter(visible);
      cards.forEach((card, i) => cards.slice(i + 1).forEach((other) => {
        if (meet(card.getBoundingClientRect(), other.getBoundingClientRect(), 1)) say("cards overlap", other);
      }));
    }
    // From top to bottom, all within the page's width.
    const marks = ["header.top", ".scenario-bar", "main", "footer"].map((name) => document.querySelector(name)!);
    marks.forEach((mark, i) => {
      const box = mark.getBoundingClientRect();
      if (box.left < 0 || box.right > width + 1) say("landmark is wider than the page", mark);
      if (i > 0 && meet(marks[i - 1]!.getBoundingClientRect(), box, 1)) say("landmarks overlap", mark);
    });
    return [...new Set(faults)];
  });
}
