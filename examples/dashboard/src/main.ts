import { ask, follow } from './ask';
import { graphql } from './gql';

const overview = graphql(`
  query Overview {
    meetingStatistics(groupBy: [YEAR]) {
      keys
      count
    }
    meetings(first: 20, orderBy: { field: DATE, direction: DESC }) {
      totalCount
      nodes {
        id
        name
        startDate {
          value
        }
        chairs(first: 3) {
          edges {
            node {
              ... on Person {
                name
              }
            }
            evidence {
              quote
            }
          }
        }
      }
    }
  }
`);

const changes = graphql(`
  subscription Changes {
    changes {
      node {
        action
        kind
        nodeId
        at
      }
    }
  }
`);

const place = (id: string) => document.getElementById(id)!;

/** A row of cells: texts as they are, whatever stands in them. */
function row(...cells: (string | Node)[]): HTMLTableRowElement {
  const made = document.createElement('tr');
  for (const cell of cells) made.insertCell().append(cell);
  return made;
}

async function show() {
  const { meetingStatistics, meetings } = await ask(overview);
  place('state').textContent = `${meetings.totalCount} meetings`;
  const most = Math.max(...meetingStatistics.map((b) => b.count));
  place('years').replaceChildren(
    ...meetingStatistics.map((b) => {
      const bar = Object.assign(document.createElement('meter'), { value: b.count, max: most });
      bar.setAttribute('aria-label', String(b.count));
      return row(b.keys[0] ?? 'unknown', bar, String(b.count));
    }),
  );
  place('chairs').replaceChildren(
    ...meetings.nodes.map((m) => {
      const edge = m.chairs.edges[0];
      const quote = document.createElement('q');
      quote.textContent = edge?.evidence[0]?.quote ?? '';
      return row(m.startDate?.value ?? '', m.name ?? '', (edge && 'name' in edge.node ? edge.node.name : null) ?? '', quote);
    }),
  );
}

follow(changes, ({ changes: { node } }) => {
  const item = document.createElement('li');
  item.textContent = `${node.at} ${node.action} ${node.kind} ${node.nodeId}`;
  place('changes').prepend(item);
  void show();
});
show().catch((error) => (place('state').textContent = String(error)));
