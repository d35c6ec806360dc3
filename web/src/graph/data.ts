// What the graph view shows: a function of the address. The entities that were
// asked for and the best documented neighbours of those that were opened; and
// all facts among them.
import { useEffect, useState } from 'preact/hooks';
import { ApiError, ask } from '../api/ask';
import { graphql } from '../gql';
import type { EntityKind, RelationType, SubgraphQuery } from '../gql/graphql';

const Around = graphql(`
  query Around($id: ID!, $limit: Int!, $relations: [RelationType!], $kinds: [EntityKind!], $asOf: Date) {
    neighborhood(ids: [$id], depth: 1, limit: $limit, relations: $relations, kinds: $kinds, asOf: $asOf) { nodes { id } truncated }
  }
`);

const Subgraph = graphql(`
  query Subgraph($ids: [ID!]!, $relations: [RelationType!], $asOf: Date) {
    neighborhood(ids: $ids, depth: 0, limit: 500, relations: $relations, asOf: $asOf) {
      nodes { ...Label documentCount ... on Meeting { startDate { value } heldStatus: status } ... on Agreement { agreedOn: date { value } agreementStatus: status } }
      facts {
        id type role roleText factStatus confidence sourceCount
        observedFrom { value } observedTo { value } validFrom { value } validTo { value }
        source { id } target { id }
      }
    }
  }
`);

/** How many neighbours one opening adds at most. */
export const step = 25;
/** How many entities are drawn at most. */
export const most = 500;

export type Node = SubgraphQuery['neighborhood']['nodes'][number];
export type Fact = SubgraphQuery['neighborhood']['facts'][number];

/** What the address asks for. */
export interface Wanted {
  ids: string[];
  /** Entities whose neighbours are shown; one that stands twice shows twice as many. */
  open: string[];
  hide: string[];
  relations: RelationType[];
  kinds: EntityKind[];
  asOf: string | null;
}

/** A number of neighbours; at least so many where they are too many to count. */
export interface Rest { count: number; atLeast: boolean }

export interface Part {
  nodes: Node[];
  facts: Fact[];
  /** Whose neighbour a node was when it came, by its id. */
  from: Map<string, string>;
  /** How many neighbours of opened entities are not shown, by their ids. */
  more: Map<string, Rest>;
  /** Whether entities were left out, since there are too many to draw. */
  cut: boolean;
}

async function read(w: Wanted, signal: AbortSignal): Promise<Part> {
  const relations = w.relations.length > 0 ? w.relations : null;
  const hidden = new Set(w.hide);
  const shown = new Set(w.ids);
  const from = new Map<string, string>();
  const more = new Map<string, Rest>();
  let cut = false;
  const times = new Map<string, number>();
  for (const id of w.open) times.set(id, (times.get(id) ?? 0) + 1);
  const opened = await Promise.all([...times].map(async ([id, n]) => {
    const answer = await ask(Around, { id, limit: most, relations, kinds: w.kinds.length > 0 ? w.kinds : null, asOf: w.asOf }, { signal });
    return { id, n, ...answer.neighborhood };
  }));
  for (const { id, n, nodes, truncated } of opened) {
    const shows = 1 + step * n;
    if (nodes.length > shows) more.set(id, { count: nodes.length - shows, atLeast: truncated });
    else if (truncated) cut = true;
    for (const node of nodes.slice(0, shows)) {
      if (!shown.has(node.id)) from.set(node.id, id);
      shown.add(node.id);
    }
  }
  const ids = [...shown].filter((id) => !hidden.has(id));
  if (ids.length === 0) return { nodes: [], facts: [], from, more, cut };
  const { neighborhood } = await ask(Subgraph, { ids: ids.slice(0, most), relations, asOf: w.asOf }, { signal });
  return { nodes: neighborhood.nodes, facts: neighborhood.facts, from, more, cut: cut || ids.length > most };
}

export type State = { part?: Part; error?: ApiError; waiting: boolean; again: () => void };

/** The part of the graph that the address asks for; while a new one is on its
 * way the old one stays. */
export function usePart(wanted: Wanted): State {
  const key = JSON.stringify(wanted);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ key: string; part?: Part; error?: ApiError }>({ key: '' });
  useEffect(() => {
    const control = new AbortController();
    read(wanted, control.signal).then(
      (part) => setState({ key, part }),
      (error: unknown) => {
        if (!control.signal.aborted) setState((old) => ({ key, part: old.part, error: error instanceof ApiError ? error : new ApiError('INTERNAL', String(error)) }));
      },
    );
    return () => control.abort();
  }, [key, round]);
  return { part: state.part, error: state.key === key ? state.error : undefined, waiting: state.key !== key, again: () => setRound((n) => n + 1) };
}

/** The facts between an ordered pair of entities, drawn as one line. */
export interface Line {
  id: string;
  source: string;
  target: string;
  facts: Fact[];
}

export function lines(facts: Fact[]): Line[] {
  const pairs = new Map<string, Line>();
  for (const fact of facts) {
    const id = `${fact.source.id}~${fact.target.id}`;
    const line = pairs.get(id) ?? { id, source: fact.source.id, target: fact.target.id, facts: [] };
    line.facts.push(fact);
    pairs.set(id, line);
  }
  return [...pairs.values()];
}

/** Whether what a node stands for has not happened, or is not in force. */
export const pending = (n: Node) =>
  ('heldStatus' in n && !!n.heldStatus && n.heldStatus !== 'HELD') || ('agreementStatus' in n && !!n.agreementStatus && n.agreementStatus !== 'SIGNED');
