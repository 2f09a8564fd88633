// The only home of the page to try queries on, in development.
const EXAMPLE = `# What a Swedish reader gets of a case that has no Swedish version yet
{
  page(path: "/sv/cases/varanto/") {
    title
    requestedLocale
    locale
    isFallback
    breadcrumbs { title path }
    ... on CasePage {
      status
      priorities { label color textColor }
    }
  }
}
`;

ReactDOM.render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: window.location.pathname }),
    defaultQuery: EXAMPLE,
    defaultEditorToolsVisibility: true,
  }),
  document.getElementById("graphiql"),
);
