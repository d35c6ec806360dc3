// What the Relay compiler reads: pages by its conventions (Connection, Node) and a
// fragment on an interface.
import { graphql } from 'relay-runtime';

export const meetings = graphql`
  query meetingsQuery($count: Int!, $cursor: String) {
    ...meetings_page @arguments(count: $count, cursor: $cursor)
  }
`;

export const page = graphql`
  fragment meetings_page on Query @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) @refetchable(queryName: "meetingsPageQuery") {
    meetings(first: $count, after: $cursor) @connection(key: "meetings_page_meetings") {
      edges {
        node {
          id
          name
          ...meetings_names
        }
      }
    }
  }
`;

export const names = graphql`
  fragment meetings_names on Node {
    id
  }
`;

export const changes = graphql`
  subscription meetingsChangesSubscription($after: String) {
    changes(after: $after) {
      cursor
      node {
        action
        nodeId
        kind
        at
      }
    }
  }
`;
