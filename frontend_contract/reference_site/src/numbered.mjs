// The only home of numbered parts of lists. The API's cursors tell what comes next; a visitor asks for page 7.

import { NoSuchPart } from "./unreadable.mjs";

/** How many entries a page of a list has. */
export const SIZE = 12;
const STEP = 100; // entries that the API passes over at once
const STEPS = 20;
/** The last page that has a number: who wants to see more than 2,000 entries is better served by a filter. */
const LAST = 1 + Math.floor((STEPS * STEP) / SIZE);

const LISTS = {
  cases: { own: "$filter: CaseFilter, $order: CaseOrder", given: "filter: $filter, order: $order" },
  articles: { own: "$filter: ArticleFilter", given: "filter: $filter" },
  search: { own: "$query: String!, $pageTypes: [String!]", given: "query: $query, pageTypes: $pageTypes" },
};

/** A document that only asks where the next entries begin, which costs the API next to nothing. */
const stepOf = Object.fromEntries(Object.entries(LISTS).map(([list, { own, given }]) => [list, {
  name: `${list}Step`,
  operation: "query",
  text: `query ${list}Step($locale: LocaleCode!, ${own}, $first: Int, $after: String) {
    list: ${list}(locale: $locale, ${given}, first: $first, after: $after) { pageInfo { endCursor hasNextPage } }
  }`,
}]));

/** Where a page of a list begins, as `first` and `after`. Raise NoSuchPart where the list has no such page. */
export async function placeOf(client, list, variables, number) {
  if (number > LAST) throw new NoSuchPart();
  let after;
  for (let left = (number - 1) * SIZE; left > 0; left -= STEP) {
    const first = Math.min(left, STEP);
    const { list: { pageInfo } } = await client.query(stepOf[list], { ...variables, first, after });
    if (!pageInfo.hasNextPage) throw new NoSuchPart();
    after = pageInfo.endCursor;
  }
  return { first: SIZE, after };
}

/** How many pages a list has, and which of them are offered beside page `number`: the ends, and its neighbours. */
export function numbersOf(totalCount, number) {
  const all = Math.ceil(totalCount / SIZE);
  const last = Math.min(all, LAST);
  const near = [1, number - 1, number, number + 1, last].filter((one) => one >= 1 && one <= last);
  return { all, last, offered: [...new Set(near)].sort((one, other) => one - other) };
}
