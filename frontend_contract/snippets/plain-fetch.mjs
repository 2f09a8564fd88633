// Your first page, with nothing but fetch. It runs in a browser and in Node.
const endpoint = "https://cms.example.org/graphql/";

export const query = `
  query FirstPage($path: String!) {
    route(path: $path) {
      __typename
      ... on PageRoute {
        page {
          __typename title ingress locale
          ... on CasePage { status body { __typename ... on ParagraphBlock { content { html } } } }
        }
      }
      ... on RedirectRoute { location permanent }
      ... on NotFoundRoute { suggestions { title path } }
    }
  }`;

/** @param {string} path */
export async function read(path) {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables: { path } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data.route;
}
