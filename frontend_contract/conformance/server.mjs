// The only home of what the tests ask of the server that ENDPOINT names: a request for each document of the contract.

import * as client from "@helsinki-smart-region/client";

export const ENDPOINT = process.env.ENDPOINT;
if (!ENDPOINT) throw new Error("ENDPOINT must name a running server: http://localhost:8000/graphql/");

const ask = client.createClient({ endpoint: ENDPOINT }).query;

/** Each exported document's name, with variables that it has an answer for. */
export async function requests() {
  const { sitemap } = await ask(client.SitemapDocument);
  const paths = sitemap.nodes.map(({ page }) => page.path);
  const first = Object.fromEntries(sitemap.nodes.map(({ pageType, page }) => [pageType, page]));
  const found = (await ask(client.RouteDocument, { path: first.CasePage.path })).route.page;
  const locale = found.requestedLocale;
  const path = (type) => ({ path: first[type].path });
  return [
    ...paths.map((path) => ["RouteDocument", { path }]),
    ["RouteDocument", { path: `/${locale}/nothing/is/here/` }],
    ["HomeDocument", { locale }],
    ["StrategyDocument", { locale }],
    ["PriorityDocument", path("PriorityPage")],
    ["CaseListDocument", { locale, first: 5 }],
    ["CaseDocument", path("CasePage")],
    ["CaseMarkersDocument", { locale }],
    ["ArticleListDocument", { locale }],
    ["ArticleDocument", path("ArticlePage")],
    ["ContentPageDocument", path("ContentPage")],
    ["SearchDocument", { locale, query: found.title }],
    ["LayoutDocument", { locale }],
    ["LocalesDocument", {}],
    ["ReferenceDataDocument", { locale }],
    ["SitemapDocument", {}],
    ["RedirectsDocument", {}],
    ["NodeDocument", { id: found.id }],
  ];
}

/** What the server answers, through no cache. */
export function plainAnswer([name, variables]) {
  return ask(client[name], variables);
}

/** Without the caches' own prototypes. */
export function plain(value) {
  return JSON.parse(JSON.stringify(value));
}
