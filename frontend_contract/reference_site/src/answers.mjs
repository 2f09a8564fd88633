// The only home of what each address answers: a status, headers and a body.

import { ClientError, createClient, LayoutDocument } from "@helsinki-smart-region/client";

import { documentOf } from "./document.mjs";
import { searchPath } from "./layout.mjs";
import { manifest, manifestPath } from "./manifest.mjs";
import { isPassedOn, passOn } from "./passed-on.mjs";
import { previewAnswer } from "./preview.mjs";
import { routeAnswer } from "./routes.mjs";
import { failed, notAllowed } from "./screens/absent.mjs";
import { searchAnswer } from "./searching.mjs";
import { TEXTS } from "./texts/index.mjs";
import { View } from "./view.mjs";

const PREVIEW_PATH = "/preview";

/** A function from what is asked to its answer. It never fails: what goes wrong is answered as well as may be. */
export function createAnswers({ cms, tiles, outlines, assets }) {
  const client = createClient({ endpoint: `${cms}/graphql/` });

  async function viewOf(asked, locale) {
    const layout = await client.query(LayoutDocument, { locale });
    return new View({ locale, layout, tiles, outlines, path: asked.path });
  }

  function pageAnswer(view, status, page, more = {}) {
    const switches = page.switches ?? view.layout?.locales.map(({ code }) => ({ locale: code, path: `/${code}/` }));
    const body = documentOf(view, { ...page, switches }, assets.address).text;
    return { status, body, view, ...more };
  }

  const site = { client, cms, viewOf, pageAnswer };

  async function answer(asked) {
    const { path } = asked;
    const locale = localeOf(asked);
    if (path === "/") return { status: 302, headers: { Location: `/${locale}/`, Vary: "Accept-Language" } };
    if (isPassedOn(path)) return passOn(cms, asked);
    if (path === manifestPath(locale)) return manifest(await viewOf(asked, locale), assets.address);
    if (path === PREVIEW_PATH) return previewAnswer(site, asked);
    if (Object.keys(TEXTS).some((code) => path === searchPath({ locale: code, texts: TEXTS[code] }))) {
      return searchAnswer(site, asked, locale);
    }
    return routeAnswer(site, asked, locale);
  }

  return async (asked) => {
    const view = new View({ locale: localeOf(asked) });
    const bare = (status, screen, headers) => {
      const page = { title: view.texts.failed, main: screen(view) };
      return pageAnswer(view, status, page, { headers });
    };
    if (!["GET", "HEAD", "POST"].includes(asked.method)) return bare(405, notAllowed, { Allow: "GET, HEAD, POST" });
    if (asked.path === "/favicon.ico" || asked.path.startsWith("/assets/")) return assets.answer(asked.path) ?? bare(404, notAllowed);
    try {
      return await answer(asked);
    } catch (error) {
      console.error(error instanceof ClientError ? `${asked.path}: ${error.code}: ${error.message}` : error);
      return bare(503, failed, { "Retry-After": "30" });
    }
  };
}

/** The reader's language: what the path begins with, else the first that the browser asks for and the site has. */
function localeOf({ path, headers }) {
  const [, first] = path.split("/");
  if (Object.hasOwn(TEXTS, first)) return first;
  const wanted = (headers["accept-language"] ?? "").toLowerCase().split(",").map((one) => one.trim().split(/[-;]/)[0]);
  return wanted.find((code) => Object.hasOwn(TEXTS, code)) ?? "en";
}
