// Starts GraphiQL on the server that the page comes from. A link may carry a
// query and its variables: graphiql?query=…&variables=….
const link = new URLSearchParams(location.search);
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: 'graphql' }),
    defaultEditorToolsVisibility: true,
    query: link.get('query') ?? undefined,
    variables: link.get('variables') ?? undefined,
    defaultQuery: `# Who chaired which meeting, and which words say so?
{
  meetings(first: 5, orderBy: { field: DATE, direction: DESC }) {
    nodes {
      name
      startDate { value buddhist }
      chairs {
        edges {
          role
          node { name }
          evidence(first: 1) { quote document { url } }
        }
      }
    }
  }
}
`,
  }),
);
