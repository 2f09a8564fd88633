// The only home of what the CMS's routes are answered with: a page, another address, a form, or that there is nothing.

import {
  ArticleListDocument,
  CaseListDocument,
  CaseMarkersDocument,
  ClientError,
  ReferenceDataDocument,
  RouteDocument,
  UnlockPageDocument,
} from "@helsinki-smart-region/client";

import { articleFacets } from "./article-facets.mjs";
import { addressOf, ARTICLE_FACETS, filterOf, numberOf, stateOf } from "./list-address.mjs";
import { placeOf } from "./numbered.mjs";
import { gone, locked, notFound } from "./screens/absent.mjs";
import { unnamed } from "./screens/case-index.mjs";
import { screen } from "./screens/index.mjs";
import { readable } from "./unreadable.mjs";

const LATEST = 3; // articles on the home page

export async function routeAnswer(site, asked, locale) {
  if (asked.method === "POST") return unlockAnswer(site, asked, locale);
  const [route, view] = await Promise.all([routeOf(site.client, asked), site.viewOf(asked, locale)]);
  switch (route.__typename) {
    case "PageRoute":
      return pageRouteAnswer(site, asked, view, route);
    case "RedirectRoute":
      return redirect(route.permanent ? 301 : 302, route.location, asked);
    case "GoneRoute":
      return site.pageAnswer(view, 410, { title: view.texts.gone, main: gone(view) });
    case "PasswordRoute":
      return site.pageAnswer(view, 401, { title: view.texts.locked, main: locked(view) }, { isPrivate: true });
    default: {
      const main = notFound(view, route.suggestions);
      return site.pageAnswer(view, 404, { title: view.texts.notFound, main });
    }
  }
}

/** What the path leads to, as the browser asks for it; with the visitor's token only where nothing else opens the page. */
async function routeOf(client, { path, parameters, target, token }) {
  const [bare] = target.split("?");
  let { route } = await client.query(RouteDocument, { path: bare });
  // A redirect may be of a path with its query; a page never is.
  if (route.__typename !== "PageRoute" && parameters.size > 0) ({ route } = await client.query(RouteDocument, { path: target }));
  if (route.__typename !== "PasswordRoute" || !token) return route;
  try {
    const { route: opened } = await client.query(RouteDocument, { path }, { token });
    return { ...opened, isPrivate: true };
  } catch (error) {
    if (error instanceof ClientError && error.code === "INVALID_TOKEN") return route;
    throw error;
  }
}

async function pageRouteAnswer(site, asked, view, { page, isPrivate }) {
  const { path, parameters } = asked;
  if (page.path !== path) return redirect(301, encodeURI(page.path), asked);
  if ([...parameters.values()].includes("")) {
    // A form sends empty fields too; without them, one list has one address.
    const given = [...parameters].filter(([, value]) => value !== "");
    return { status: 302, headers: { Location: addressOf(encodeURI(path), Object.fromEntries(grouped(given))) } };
  }
  return readable(asked, async () => {
    const { more, switches = page.languageLinks } = await listed(site.client, asked, view.locale, page);
    const { title, seo } = page;
    return site.pageAnswer(view, 200, { title, seo, main: screen(view, page, more), switches }, { isPrivate });
  });
}

function grouped(pairs) {
  const names = [...new Set(pairs.map(([name]) => name))];
  return names.map((name) => [name, pairs.filter(([other]) => other === name).map(([, value]) => value)]);
}

/** What the screen shows besides the page: the list that the address asks for, or what is new. */
async function listed(client, asked, locale, page) {
  switch (page.__typename) {
    case "HomePage": {
      const { articles } = await client.query(ArticleListDocument, { locale, first: LATEST });
      return { more: { news: articles.edges.map(({ node }) => node) } };
    }
    case "CaseIndexPage":
      return caseList(client, asked, locale, page);
    case "ArticleIndexPage":
      return articleList(client, asked, locale, page);
    default:
      return {};
  }
}

async function caseList(client, { parameters }, locale, page) {
  const [state, number] = [stateOf(parameters), numberOf(parameters)];
  const { view, order, funding, ...shared } = state;
  const variables = { locale, filter: filterOf(state), order };
  const isWhole = Object.keys(state).length === 0 && number === 1;
  const place = view ? { first: 0 } : await placeOf(client, "cases", variables, number);
  const [{ cases: list }, map] = await Promise.all([
    isWhole ? page : client.query(CaseListDocument, { ...variables, ...place }),
    view && mapOf(client, locale, variables.filter),
  ]);
  const names = unnamed(state, list.facets) ? namesOf(await client.query(ReferenceDataDocument, { locale })) : {};
  // Codes are the same in every language; programmes are not.
  const kept = { ...shared, order, view };
  const switches = page.languageLinks.map((link) => ({ ...link, path: addressOf(link.path, kept) }));
  return { more: { state, number, list, names, map }, switches };
}

async function mapOf(client, locale, filter) {
  const [{ caseMarkers: markers }, { municipalities }] = await Promise.all([
    client.query(CaseMarkersDocument, { locale, filter }),
    client.query(ReferenceDataDocument, { locale }),
  ]);
  return { markers, municipalities };
}

async function articleList(client, { parameters }, locale, page) {
  const [state, number] = [stateOf(parameters, ARTICLE_FACETS), numberOf(parameters)];
  const variables = { locale, filter: filterOf(state, ARTICLE_FACETS) };
  const isWhole = Object.keys(state).length === 0 && number === 1;
  const [{ articles: list }, facets] = await Promise.all([
    isWhole ? page : placeOf(client, "articles", variables, number).then((place) => client.query(ArticleListDocument, { ...variables, ...place })),
    articleFacets(client, locale, state),
  ]);
  const switches = page.languageLinks.map((link) => ({ ...link, path: addressOf(link.path, state) }));
  return { more: { state, number, list, facets }, switches };
}

function namesOf({ goals, municipalities, strategies }) {
  return {
    goal: Object.fromEntries(goals.map(({ number, title }) => [number, `${number}. ${title}`])),
    municipality: Object.fromEntries(municipalities.map(({ code, name }) => [code, name])),
    priority: Object.fromEntries(strategies.flatMap(({ priorities }) => priorities.map(({ code, label }) => [code, label]))),
  };
}

/** A redirect within the site keeps what the address asks for. `location` is a URI. */
function redirect(status, location, { parameters }) {
  const [path, fragment] = location.split("#");
  const keeps = location.startsWith("/") && !path.includes("?") && parameters.size > 0;
  const end = fragment === undefined ? "" : `#${fragment}`;
  return { status, headers: { Location: keeps ? `${path}?${parameters}${end}` : location } };
}

async function unlockAnswer(site, asked, locale) {
  const { path, form, token, isOwnForm, isSecure } = asked;
  if (!isOwnForm) return { status: 403, type: "text/plain", body: "Not from here." };
  // The CMS counts tries by address: by the visitor's, where it is told to trust this server (TRUSTED_PROXY_COUNT).
  const headers = { "X-Forwarded-For": [asked.headers["x-forwarded-for"], asked.address].filter(Boolean).join(", ") };
  const input = { path, password: form.get("password") ?? "" };
  const { unlockPage: unlocked } = await site.client.mutate(UnlockPageDocument, { input }, { token, headers });
  if (unlocked.token) {
    const seconds = Math.max(0, Math.round((new Date(unlocked.expiresAt) - Date.now()) / 1000));
    const cookie = `unlocked=${unlocked.token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? "; Secure" : ""}`;
    return { status: 303, isPrivate: true, headers: { Location: encodeURI(path), "Set-Cookie": cookie } };
  }
  const view = await site.viewOf(asked, locale);
  const [{ code }] = unlocked.errors;
  const status = code === "RATE_LIMITED" ? 429 : 401;
  return site.pageAnswer(view, status, { title: view.texts.locked, main: locked(view, code) }, { isPrivate: true });
}
