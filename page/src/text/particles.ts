/**
 * Korean particles as app/messages/particle.cpp chooses them: a sentence writes both forms, as 이(가), and takes the one
 * that fits the word before it.
 */

type Ending = "vowel" | "rieul" | "consonant";

const pairs: { written: string; afterConsonant: string; afterVowel: string; rieulAsVowel?: boolean }[] = [
  { written: "이(가)", afterConsonant: "이", afterVowel: "가" },
  { written: "을(를)", afterConsonant: "을", afterVowel: "를" },
  { written: "은(는)", afterConsonant: "은", afterVowel: "는" },
  { written: "과(와)", afterConsonant: "과", afterVowel: "와" },
  { written: "(으)로", afterConsonant: "으로", afterVowel: "로", rieulAsVowel: true },
  { written: "(이)라", afterConsonant: "이라", afterVowel: "라" },
];

const digits: Record<string, Ending> = {
  "2": "vowel", "4": "vowel", "5": "vowel", "9": "vowel", "%": "vowel",
  "1": "rieul", "7": "rieul", "8": "rieul",
  "0": "consonant", "3": "consonant", "6": "consonant",
};

function endingOf(word: string): Ending | undefined {
  // %p is 퍼센트포인트, which ends as 퍼센트 does.
  const letter = word.replace(/[)"]+$/u, "").replace(/%p$/u, "%").slice(-1);
  const code = letter.codePointAt(0);
  if (code === undefined) return undefined;
  if (code >= 0xac00 && code <= 0xd7a3) {
    const ending = (code - 0xac00) % 28;
    return ending === 0 ? "vowel" : ending === 8 ? "rieul" : "consonant";
  }
  return digits[letter];
}

/** The particle's form and how much of `rest` it replaces; undefined where none stands or the sound is not known. */
export function particle(rest: string, word: string): { text: string; length: number } | undefined {
  const closing = /^[")]/u.test(rest) ? rest.slice(0, 1) : "";
  const ending = endingOf(word);
  if (ending === undefined) return undefined;
  const pair = pairs.find((each) => rest.startsWith(each.written, closing.length));
  if (!pair) return undefined;
  const asVowel = ending === "vowel" || (pair.rieulAsVowel === true && ending === "rieul");
  return { text: closing + (asVowel ? pair.afterVowel : pair.afterConsonant), length: closing.length + pair.written.length };
}
