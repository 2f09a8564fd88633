// SvelteKit: src/routes/[...path]/+page.server.ts; +page.svelte reads `data.page`.
import { error, redirect } from "@sveltejs/kit";

import { outcome, type Page } from "./cms";

export async function load({ url, setHeaders }: {
  url: URL;
  setHeaders: (headers: Record<string, string>) => void;
}): Promise<{ page: Page }> {
  const found = await outcome(url.pathname);
  if (found.status === 301 || found.status === 302) redirect(found.status, found.location);
  if (found.status !== 200) error(found.status);
  setHeaders({ "Content-Language": found.page.locale });
  return { page: found.page };
}
