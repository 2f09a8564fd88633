// Astro, static: export these from src/pages/[...path].astro, and write the markup below its fence:
//   const { page } = Astro.props;
//   <html lang={page.locale}><title>{page.seo.title}</title><h1>{page.title}</h1></html>
import { type DataOf, SitemapDocument } from "@helsinki-smart-region/client";

import { client, outcome, type Page } from "./cms";

interface StaticPath {
  params: { path: string };
  props: { page: Page };
}

export async function getStaticPaths(): Promise<StaticPath[]> {
  const paths: string[] = [];
  let after: string | null = null;
  do {
    const { sitemap }: DataOf<typeof SitemapDocument> = await client.query(SitemapDocument, { after });
    paths.push(...sitemap.nodes.map(({ page }) => page.path));
    after = sitemap.pageInfo.hasNextPage ? sitemap.pageInfo.endCursor : null;
  } while (after !== null);
  const pages: StaticPath[] = [];
  for (const path of paths) {
    const found = await outcome(path);
    if (found.status === 200) pages.push({ params: { path: path.slice(1, -1) }, props: { page: found.page } });
  }
  return pages;
}
