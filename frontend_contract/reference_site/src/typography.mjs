// The only home of how texts are set: no line ends inside a number, or between it and what it counts, and a very long
// word ends a line with a hyphen.

const [NBSP, SOFT_HYPHEN] = ["\u00a0", "\u00ad"];
const SIGNS = [
  "%", "‰", "[€$£]", "°[CF]?", "km/h", "CO₂",
  "[kMGTPµmcdnh]?(?:Wh|m|g|l|W|V|A|Hz|J|N|Pa|B|bit|t|K|bar|ekv|eq|ha|h|s)(?:[²³]|/(?:s|h|d|a|v))?",
].join("|");
const COUNTS = [
  ["thousand", "millions?", "billions?", "per cent", "percent", "euros?"],
  ["tuha(?:t|tta|nsia)", "miljoona\\p{L}*", "miljardi\\p{L}*", "prosent\\p{L}*", "euro\\p{L}*", "kpl"],
  ["tusen", "miljon(?:er)?", "miljard(?:er)?", "procent", "euro"],
].flat().join("|");

/** 1 733 033: the spaces between groups of three figures are part of the number. */
const GROUPED = /(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/g;
/** 20 × 300 × 40 */
const REPEATED = /(?<=\d) (?=[×–−] ?\d)|(?<=\d[ \u00a0][×–−]) (?=\d)/g;
const COUNTED = new RegExp(`(?<=\\d|\\d[ \u00a0](?:${COUNTS})) (?=(?:${SIGNS}|${COUNTS})(?![\\p{L}\\d]))`, "gu");

/** Of letters: what is longer finds no room on a phone, where browsers may know nothing of the language's words. */
const LONGEST_WORD = 19;
const LONG_WORD = new RegExp(`\\p{L}{${LONGEST_WORD + 1},}`, "gu");
/** Finnish and Swedish alike: the last consonant before a vowel begins the next line. */
const SYLLABLE = /(?<=\p{L}{4})(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö]\p{L}{3})/giu;
const ADDRESS = /@|:\/\//;

/** A text of any of the site's languages as it is shown. */
export function typeset(text) {
  const spaced = /\d/.test(text) ? text.replace(GROUPED, joined).replace(REPEATED, NBSP).replace(COUNTED, NBSP) : text;
  return ADDRESS.test(text) ? spaced : spaced.replace(LONG_WORD, (word) => word.replace(SYLLABLE, SOFT_HYPHEN));
}

export function joined(text) {
  return text.replaceAll(" ", NBSP);
}

/** How many characters the longest word has that stays on one line; it may end at hyphens and dashes. */
export function longestWord(text) {
  return Math.min(longest(text.split(/[\s\-–/]+/)), LONGEST_WORD);
}

/** How many characters the longest part has that stays on one line. */
export function longestPart(text) {
  return longest(typeset(text).split(" "));
}

function longest(parts) {
  return Math.max(...parts.map((part) => [...part].length));
}
