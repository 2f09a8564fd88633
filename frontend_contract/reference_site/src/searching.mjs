// The only home of answers to searches of the whole site.

import { ClientError, SearchDocument } from "@helsinki-smart-region/client";

import { searchPath } from "./layout.mjs";
import { addressOf, numberOf } from "./list-address.mjs";
import { placeOf } from "./numbered.mjs";
import { search } from "./screens/search.mjs";
import { TEXTS } from "./texts/index.mjs";
import { readable } from "./unreadable.mjs";

/** What a visitor may narrow a search to, by its name in the address, and the types of pages that it has. */
const KINDS = {
  case: ["CasePage"],
  article: ["ArticlePage"],
  strategy: ["StrategyPage", "PriorityPage"],
  page: ["HomePage", "ContentPage", "CaseIndexPage", "ArticleIndexPage"],
};

const COUNTS = {
  name: "searchCounts",
  operation: "query",
  text: `query searchCounts($locale: LocaleCode!, $query: String!) {
    ${Object.entries(KINDS).map(([kind, types]) =>
      `${kind}: search(locale: $locale, query: $query, pageTypes: ${JSON.stringify(types)}, first: 0) { totalCount }`).join("\n")}
  }`,
};

export async function searchAnswer({ client, viewOf, pageAnswer }, asked, locale) {
  const { parameters } = asked;
  const query = (parameters.get("q") ?? "").trim().slice(0, 200);
  const kind = Object.hasOwn(KINDS, parameters.get("type") ?? "") ? parameters.get("type") : undefined;
  const number = numberOf(parameters);
  return readable(asked, async () => {
    const [view, found, kinds] = await Promise.all([
      viewOf(asked, locale),
      query ? find(client, { locale, query, pageTypes: KINDS[kind] }, number) : null,
      query ? kindsOf(client, { locale, query }) : [],
    ]);
    const switches = view.layout.locales.map(({ code }) => {
      const own = searchPath({ locale: code, texts: TEXTS[code] ?? TEXTS.en });
      return { locale: code, path: addressOf(own, { q: query || undefined, type: kind }) };
    });
    const title = query ? `${view.texts.search}: ${query}` : view.texts.search;
    return pageAnswer(view, 200, { title, main: search(view, { query, kind, kinds, found, number }), switches });
  });
}

async function find(client, variables, number) {
  const place = await placeOf(client, "search", variables, number);
  return (await client.query(SearchDocument, { ...variables, ...place })).search;
}

/** How many pages of each kind were found. What was found is shown without them where they cannot be counted. */
async function kindsOf(client, variables) {
  try {
    const counted = await client.query(COUNTS, variables);
    return Object.keys(KINDS).map((kind) => [kind, counted[kind].totalCount]).filter(([, count]) => count > 0);
  } catch (error) {
    if (error instanceof ClientError) return [];
    throw error;
  }
}
