// The only home of dates, amounts and names of languages as each language writes them.

const TAGS = { en: "en-GB", fi: "fi-FI", sv: "sv-FI" };
const PARTS = [{ year: "numeric" }, { month: "long" }, { day: "numeric" }];

function tagOf(locale) {
  return TAGS[locale] ?? locale;
}

/** A PartialDate: 2024, 2024-06 or 2024-06-17. */
export function partialDate(locale, value) {
  const parts = Object.assign({}, ...PARTS.slice(0, value.split("-").length));
  return new Intl.DateTimeFormat(tagOf(locale), { ...parts, timeZone: "UTC" }).format(new Date(value));
}

/** A DateTime, as the day that it was in Helsinki. */
export function day(locale, value) {
  const format = new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "long", timeZone: "Europe/Helsinki" });
  return format.format(new Date(value));
}

/** From one PartialDate to another; without an end it is left open. */
export function period(locale, start, end) {
  const [from, to] = [start, end].map((value) => (value ? partialDate(locale, value) : ""));
  if (from === to) return from;
  const dash = `${from}${to}`.includes(" ") || !from || !to ? " – " : "–";
  return `${from}${dash}${to}`.trim();
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
