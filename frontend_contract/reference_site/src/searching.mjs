// The only home of answers to searches of the whole site.

import { SearchDocument } from "@helsinki-smart-region/client";

import { addressOf, part } from "./case-address.mjs";
import { search } from "./screens/search.mjs";
import { searchPath } from "./layout.mjs";
import { TEXTS } from "./texts/index.mjs";
import { withoutCursor } from "./cursors.mjs";

const SIZE = 12;

export async function searchAnswer({ client, viewOf, pageAnswer }, asked, locale) {
  const { parameters, path } = asked;
  const query = (parameters.get("q") ?? "").trim().slice(0, 200);
  const place = part({ after: parameters.get("after"), before: parameters.get("before") }, SIZE);
  return withoutCursor(asked, async () => {
    const [view, found] = await Promise.all([
      viewOf(asked, locale),
      query ? client.query(SearchDocument, { locale, query, ...place }).then((data) => data.search) : null,
    ]);
    const switches = view.layout.locales.map(({ code }) => {
      const own = searchPath({ locale: code, texts: TEXTS[code] ?? TEXTS.en });
      return { locale: code, path: addressOf(own, { q: query || undefined }) };
    });
    const title = query ? `${view.texts.search}: ${query}` : view.texts.search;
    return pageAnswer(view, 200, { title, main: search(view, { query, found }), switches });
  });
}
