// What all four frameworks share: one client, and what a path leads to.
import { createClient, type DataOf, RouteDocument } from "@helsinki-smart-region/client";

export const client = createClient({ endpoint: "https://cms.example.org/graphql/" });

type Route = DataOf<typeof RouteDocument>["route"];
export type Page = Extract<Route, { __typename: "PageRoute" }>["page"];

export type Outcome =
  | { status: 200; page: Page }
  | { status: 301 | 302; location: string }
  | { status: 401 | 404 | 410 };

export async function outcome(path: string, signal?: AbortSignal): Promise<Outcome> {
  const { route } = await client.query(RouteDocument, { path }, signal ? { signal } : {});
  switch (route.__typename) {
    case "PageRoute":
      return { status: 200, page: route.page };
    case "RedirectRoute":
      return { status: route.permanent ? 301 : 302, location: route.location };
    case "GoneRoute":
      return { status: 410 };
    case "PasswordRoute":
      return { status: 401 };
    default:
      return { status: 404 };
  }
}
