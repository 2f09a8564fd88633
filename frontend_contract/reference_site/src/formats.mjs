// The only home of dates, amounts and names of languages as each language writes them.

const TAGS = { en: "en-GB", fi: "fi-FI", sv: "sv-FI" };
const PARTS = [{ year: "numeric" }, { month: "long" }, { day: "numeric" }];

function tagOf(locale) {
  return TAGS[locale] ?? locale;
}

/** A PartialDate: 2024, 2024-06 or 2024-06-17. */
export function partialDate(locale, value) {
  const parts = Object.assign({}, ...PARTS.slice(0, value.split("-").length));
  return withDay(new Intl.DateTimeFormat(tagOf(locale), { ...parts, timeZone: "UTC" }).format(new Date(value)));
}

/** The number of a day stays with its month. */
function withDay(written) {
  return written.replace(/(?<=^\d{1,2}\.?) /, "\u00a0");
}

/** A DateTime, as the day that it was in Helsinki. */
export function day(locale, value) {
  const format = new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "long", timeZone: "Europe/Helsinki" });
  return withDay(format.format(new Date(value)));
}

/** From one PartialDate to another, or only since or until one of them; `today` is one too. */
export function period({ locale, texts }, start, end, today = new Date().toISOString().slice(0, 10)) {
  const [from, to] = [start, end].map((value) => value && partialDate(locale, value));
  if (!start || !end) {
    const [word, value, written] = start ? [start > today ? "from" : "since", start, from] : ["until", end, to];
    return texts[word](written, value.split("-").length);
  }
  if (from === to) return from;
  return `${from}${/\s/.test(`${from}${to}`) ? " – " : "–"}${to}`;
}

/** The same in years, so that cards beside each other are alike. */
export function years(view, start, end) {
  const [from, to] = [start, end].map((value) => value?.slice(0, 4));
  return period(view, from, to);
}

/** A Decimal and a currency's code. */
export function money(locale, amount, currency) {
  const style = { style: "currency", currency, maximumFractionDigits: 2, trailingZeroDisplay: "stripIfInteger" };
  return new Intl.NumberFormat(tagOf(locale), style).format(Number(amount));
}

export function fileSize(locale, bytes) {
  const [unit, size] = bytes < 1_000_000 ? ["kilobyte", bytes / 1_000] : ["megabyte", bytes / 1_000_000];
  const maximumFractionDigits = size < 10 ? 1 : 0;
  return new Intl.NumberFormat(tagOf(locale), { style: "unit", unit, maximumFractionDigits }).format(size);
}

/** What a language is called in the reader's. */
export function languageName(locale, tag) {
  return new Intl.DisplayNames(tagOf(locale), { type: "language" }).of(tag);
}
