// The only home of the claims about types; the compiler is the test.

import {
  type CaseCardFragment,
  CaseListDocument,
  createClient,
  type DataOf,
  LocalesDocument,
  RouteDocument,
  type VariablesOf,
} from "@helsinki-smart-region/client";

const client = createClient({ endpoint: "https://cms.example.org/graphql/" });

export async function documentsAreTyped(): Promise<CaseCardFragment[]> {
  await client.query(LocalesDocument);
  // @ts-expect-error A locale is needed.
  await client.query(CaseListDocument, {});
  // @ts-expect-error A locale is needed, so variables are.
  await client.query(CaseListDocument);
  // @ts-expect-error The site has no such language.
  await client.query(CaseListDocument, { locale: "de" });
  const { cases } = await client.query(CaseListDocument, { locale: "sv" });
  return cases.edges.map(({ node }) => node);
}

export async function unionsNarrow(path: string): Promise<string> {
  const { route } = await client.query(RouteDocument, { path });
  if (route.__typename === "RedirectRoute") return route.location;
  if (route.__typename !== "PageRoute") return "";
  const { page } = route;
  if (page.__typename !== "CasePage") return page.title;
  const [block] = page.body;
  return block?.__typename === "HeadingBlock" ? block.text : page.status;
}

export const data: DataOf<typeof LocalesDocument> = { locales: [] };
export const variables: VariablesOf<typeof CaseListDocument> = { locale: "fi" };
