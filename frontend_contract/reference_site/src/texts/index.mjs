// The only home of which languages the site's own words are in.

import en from "./en.mjs";
import fi from "./fi.mjs";
import sv from "./sv.mjs";

export const TEXTS = { en, fi, sv };

/** A language that the CMS has and this site has not is read with English words around it. */
export function textsOf(locale) {
  return TEXTS[locale] ?? en;
}
