// The only home of what a list of cases says in its address: `?search=heat&priority=climate&goal=7&after=…`.

const MOST_VALUES = 50;
const STATUSES = ["planned", "ongoing", "completed", "cancelled"];
const SECTORS = ["company", "public", "research", "civic"];
const ORDERS = ["relevance", "newest", "oldest", "title"];

const anything = (text) => text;
const wholeNumber = (text) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined);
const oneOf = (values) => (text) => (values.includes(text) ? text : undefined);

/** Each facet: its name in the address, its condition in a CaseFilter, and what it makes of a value in the address. */
export const FACETS = [
  { name: "priority", condition: "priorities", parse: anything },
  { name: "goal", condition: "goals", parse: wholeNumber },
  { name: "municipality", condition: "municipalities", parse: anything },
  { name: "status", condition: "status", parse: oneOf(STATUSES) },
  { name: "year", condition: "year", parse: wholeNumber, single: true },
  { name: "sector", condition: "sectors", parse: oneOf(SECTORS) },
  { name: "organisation", condition: "organisations", parse: anything },
  { name: "funding", condition: "funding", parse: anything },
];

/** What the address says, by its names; what it cannot mean is left out. Values are lists of texts, else texts. */
export function stateOf(parameters) {
  const state = {};
  for (const { name, parse, single } of FACETS) {
    const values = parameters.getAll(name).filter((text) => text && parse(text) !== undefined);
    const different = [...new Set(values)].slice(0, single ? 1 : MOST_VALUES);
    if (different.length > 0) state[name] = different;
  }
  const search = (parameters.get("search") ?? "").trim().slice(0, 200);
  if (search) state.search = search;
  if (ORDERS.includes(parameters.get("order"))) state.order = parameters.get("order");
  for (const cursor of ["after", "before"]) if (parameters.get(cursor)) state[cursor] = parameters.get(cursor);
  return state;
}

/** The variables of `caseList`, besides the language. */
export function variablesOf({ search, order, after, before, ...facets }, size) {
  const filter = { search };
  for (const { name, condition, parse, single } of FACETS) {
    const values = facets[name]?.map(parse);
    if (values) filter[condition] = single ? values[0] : values;
  }
  return { filter, order, ...part({ after, before }, size) };
}

/** Which part of a list; the address may name where it begins or where it ends. */
export function part({ after, before }, size) {
  return before ? { last: size, before } : { first: size, after };
}

/** The address of a list in this state. */
export function addressOf(path, state) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) for (const one of [value ?? []].flat()) parameters.append(name, one);
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** The path of the list that a case is in: cases are right below it. */
export function listOf({ path }) {
  return path.replace(/[^/]+\/$/, "");
}
