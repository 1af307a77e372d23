/** The sentences of app/messages/*.toml, as the server sends them: the command line's own. */

import { signal } from "@preact/signals";
import type { Language, Text } from "../api/types";
import { particle } from "./particles";

export type Messages = Record<string, string>;

export const language = signal<Language>("ko");
export const messages = signal<Messages>({});

/** A sentence with {0}, {1}, … replaced, and the particles after them in the form that fits. */
export function fill(sentence: string, words: readonly (string | number)[]): string {
  let text = "";
  let at = 0;
  for (const place of sentence.matchAll(/\{(\d+)\}/gu)) {
    if (place.index < at) continue;
    text += sentence.slice(at, place.index);
    at = place.index + place[0].length;
    const word = String(words[Number(place[1])] ?? place[0]);
    text += word;
    const found = particle(sentence.slice(at), word);
    if (found) {
      text += found.text;
      at += found.length;
    }
  }
  return text + sentence.slice(at);
}

/** The sentence of an id in the language of the page; the id itself where the catalogue has none. */
export function t(id: string, ...words: (string | number)[]): string {
  return fill(messages.value[id] ?? id, words);
}

export function of(text: Text): string {
  return text[language.value];
}
