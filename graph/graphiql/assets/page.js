// Starts GraphiQL on the server that the page comes from.
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: 'graphql' }),
    defaultEditorToolsVisibility: true,
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
