// The only home of what articles can be filtered by, with counts: the API counts whatever a filter leaves.

import { ReferenceDataDocument } from "@helsinki-smart-region/client";

import { ARTICLE_FACETS, filterOf } from "./list-address.mjs";

const MOST = 20; // values of a facet that are counted

const ENDS = {
  name: "articleYears",
  operation: "query",
  text: `query articleYears($locale: LocaleCode!) {
    newest: articles(locale: $locale, first: 1) { nodes { date } }
    oldest: articles(locale: $locale, last: 1) { nodes { date } }
  }`,
};

/** By facet, entries of a value, its label, how many articles have it, and the label's language. */
export async function articleFacets(client, locale, state) {
  const [{ newest, oldest }, { strategies }] = await Promise.all([
    client.query(ENDS, { locale }),
    client.query(ReferenceDataDocument, { locale }),
  ]);
  const dates = [...newest.nodes, ...oldest.nodes].map(({ date }) => Number(date.slice(0, 4)));
  const values = {
    year: dates.length > 0 ? between(Math.min(...dates), Math.max(...dates)).map((year) => [`${year}`, `${year}`]) : [],
    priority: strategies.flatMap(({ priorities }) => priorities.map(({ code, label, locale: lang }) => [code, label, lang])),
  };
  const asked = Object.entries(values).flatMap(([name, entries]) =>
    entries.slice(0, MOST).map(([value, label, lang]) => ({ name, value, label, lang, isPicked: state[name]?.includes(value) })));
  const counts = await count(client, locale, asked.map(({ name, value }) => filterOf({ ...state, [name]: [value] }, ARTICLE_FACETS)));
  const found = asked.map((entry, place) => ({ ...entry, count: counts[place] })).filter(({ count, isPicked }) => count > 0 || isPicked);
  return Object.fromEntries(Object.keys(values).map((name) =>
    [name, found.filter((entry) => entry.name === name).map(({ value, label, count, lang }) => [value, label, count, lang])]));
}

/** The latest first. */
function between(first, last) {
  return Array.from({ length: last - first + 1 }, (_, place) => last - place);
}

async function count(client, locale, filters) {
  if (filters.length === 0) return [];
  const own = filters.map((_, place) => `$f${place}: ArticleFilter`).join(", ");
  const lists = filters.map((_, place) => `c${place}: articles(locale: $locale, filter: $f${place}, first: 0) { totalCount }`);
  const text = `query articleCounts($locale: LocaleCode!, ${own}) { ${lists.join(" ")} }`;
  const variables = Object.fromEntries(filters.map((filter, place) => [`f${place}`, filter]));
  const counted = await client.query({ name: "articleCounts", operation: "query", text }, { locale, ...variables });
  return filters.map((_, place) => counted[`c${place}`].totalCount);
}
