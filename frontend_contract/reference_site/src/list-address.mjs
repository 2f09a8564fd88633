// The only home of what a list says in its address: `?search=heat&priority=climate&goal=7&page=2`.

const MOST_VALUES = 50;
const STATUSES = ["planned", "ongoing", "completed", "cancelled"];
const SECTORS = ["company", "public", "research", "civic"];
const ORDERS = ["relevance", "newest", "oldest", "title"];

const anything = (text) => text;
const wholeNumber = (text) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined);
const oneOf = (values) => (text) => (values.includes(text) ? text : undefined);

const priority = { name: "priority", condition: "priorities", parse: anything };
const year = { name: "year", condition: "year", parse: wholeNumber, single: true };

/** Each facet: its name in the address, its condition in a CaseFilter, and what it makes of a value in the address. */
export const CASE_FACETS = [
  priority,
  { name: "goal", condition: "goals", parse: wholeNumber },
  { name: "municipality", condition: "municipalities", parse: anything },
  { name: "status", condition: "status", parse: oneOf(STATUSES) },
  year,
  { name: "sector", condition: "sectors", parse: oneOf(SECTORS) },
  { name: "organisation", condition: "organisations", parse: anything },
  { name: "funding", condition: "funding", parse: anything },
];

/** The same of an ArticleFilter. */
export const ARTICLE_FACETS = [year, priority];

const VIEWS = ["map", "capital"];

/** What the address says, by its names; what it cannot mean is left out. Values are lists of texts, else texts. */
export function stateOf(parameters, facets = CASE_FACETS) {
  const state = {};
  for (const { name, parse, single } of facets) {
    const values = parameters.getAll(name).filter((text) => text && parse(text) !== undefined);
    const different = [...new Set(values)].slice(0, single ? 1 : MOST_VALUES);
    if (different.length > 0) state[name] = different;
  }
  const search = (parameters.get("search") ?? "").trim().slice(0, 200);
  if (search) state.search = search;
  if (facets === ARTICLE_FACETS) return state;
  if (ORDERS.includes(parameters.get("order"))) state.order = parameters.get("order");
  if (VIEWS.includes(parameters.get("view"))) state.view = parameters.get("view");
  return state;
}

/** Which numbered part of a list the address asks for. */
export function numberOf(parameters) {
  return Math.max(1, wholeNumber(parameters.get("page") ?? "") ?? 1);
}

/** The condition of a list in this state. */
export function filterOf({ search, ...state }, facets = CASE_FACETS) {
  const filter = { search };
  for (const { name, condition, parse, single } of facets) {
    const values = state[name]?.map(parse);
    if (values) filter[condition] = single ? values[0] : values;
  }
  return filter;
}

/** The address of a list in this state. */
export function addressOf(path, state) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) for (const one of [value ?? []].flat()) parameters.append(name, one);
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** The path of the list that a page is in: it is right below it. */
export function listOf({ path }) {
  return path.replace(/[^/]+\/$/, "");
}
