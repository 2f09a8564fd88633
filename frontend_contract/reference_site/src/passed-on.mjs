// The only home of the files that the CMS writes for the site: sitemaps, robots.txt and feeds.

const PATHS = /^\/(sitemap(-\d+)?\.xml|robots\.txt|feeds\/\w+\.atom)$/;

export function isPassedOn(path) {
  return PATHS.test(path);
}

export async function passOn(cms, { path, headers }) {
  const known = headers["if-none-match"];
  const answer = await fetch(`${cms}${path}`, {
    headers: known ? { "If-None-Match": known } : {},
    signal: AbortSignal.timeout(10_000),
  });
  const etag = answer.headers.get("etag");
  return {
    status: answer.status,
    type: answer.headers.get("content-type") ?? "text/plain",
    body: Buffer.from(await answer.arrayBuffer()),
    headers: etag ? { ETag: etag } : {},
  };
}
