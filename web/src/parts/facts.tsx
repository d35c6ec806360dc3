import { useState } from 'preact/hooks';
import { ApiError, ask } from '../api/ask';
import type { Direction, RelationType, RowsFragment } from '../gql/graphql';
import { usePlace } from '../shell/place';
import { MoreRelations } from '../views/entity.documents';
import { number, words } from '../text/words';
import { CsvLink } from './csv';
import { When } from './date';
import { Name } from './name';
import { Failure } from './state';
import { Thing, nameOf } from './thing';

type Edge = RowsFragment['edges'][number];

interface Props {
  id: string;
  type: RelationType;
  direction: Direction;
  asOf: string | null;
  rows: RowsFragment;
}

const pageSize = 50;

/** The facts of one relation: the first rows, and more when they are asked for. */
export function FactTable({ id, type, direction, asOf, rows }: Props) {
  const w = words();
  const place = usePlace();
  const [more, setMore] = useState<RowsFragment[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const pages = [rows, ...more];
  const edges = pages.flatMap((page) => page.edges);
  const last = pages.at(-1)!.pageInfo;
  const title = w.relations[type][direction === 'IN' ? 'in' : 'out'];
  const heading = `${type}-${direction}`;
  const open = place.get('f');

  const next = () =>
    ask(MoreRelations, { id, types: [type], direction, asOf, rows: pageSize, after: last.endCursor ?? null }).then(
      (answer) => {
        setError(null);
        if (answer.node && 'relations' in answer.node) setMore([...more, answer.node.relations]);
      },
      (e: ApiError) => setError(e),
    );

  return (
    <section class="relation" aria-labelledby={heading}>
      <h3 id={heading}>{title} <span class="count">{number(rows.totalCount)}</span></h3>
      <table>
        <tbody>
          {edges.map((edge) => (
            <tr key={edge.factId} class={[edge.factStatus === 'DISPUTED' && 'disputed', edge.factId === open && 'chosen'].filter(Boolean).join(' ') || undefined}>
              <td><Thing of={edge.node} /></td>
              <td>{roleOf(edge) && <Name text={roleOf(edge)!} />}{edge.onBehalfOf && <> {w.fact.onBehalfOf} <Thing of={edge.onBehalfOf} /></>}{edge.amount && <> <Name text={edge.amount.original ?? ''} /></>}</td>
              <td class="when"><When value={dayOf(edge)} />{statusOf(edge) && <span class="tag">{w.meetingStatus[statusOf(edge)!] ?? statusOf(edge)}</span>}</td>
              <td class="proof">
                <a href={place.with({ f: edge.factId })} data-fact={edge.factId} aria-label={w.fact.open(sources(edge), `${title}, ${nameOf(edge.node)}`)}>
                  {sources(edge)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {error && <Failure error={error} again={next} />}
      <p class="pages">
        {last.hasNextPage && <button type="button" onClick={next}>{w.more} ({number(rows.totalCount - edges.length)})</button>}
        <CsvLink
          name={`${id}-${type}-${direction}`} of={rows.totalCount} rows={() => edges.map((e) => rowOf(e))}
          head={['fact', 'relation', 'direction', 'id', 'kind', 'name', 'role', 'date', 'validFrom', 'validTo', 'observedFrom', 'observedTo', 'status', 'confidence', 'sources']}
        />
      </p>
    </section>
  );
}

const sources = (e: Edge) => (e.sourceCount === 1 ? words().fact.oneSource : words().fact.sources(number(e.sourceCount)));

const roleOf = (e: Edge) => e.roleText ?? e.capacity ?? null;

/** The day that a row is about: of the event or, of something that lasts, since when it is known. */
const dayOf = (e: Edge) =>
  ('startDate' in e.node ? e.node.startDate?.value : 'agreedOn' in e.node ? e.node.agreedOn?.value : undefined) ?? e.date?.value ?? e.validFrom?.value ?? e.observedFrom?.value;

// What has not happened, or may not hold, is marked.
function statusOf(e: Edge): string | null {
  if (e.factStatus === 'DISPUTED') return words().factStatus.DISPUTED;
  if ('heldStatus' in e.node && e.node.heldStatus && e.node.heldStatus !== 'HELD') return e.node.heldStatus;
  if ('agreementStatus' in e.node && e.node.agreementStatus && e.node.agreementStatus !== 'SIGNED') return e.node.agreementStatus.toLowerCase();
  return null;
}

const rowOf = (e: Edge) => [
  e.factId, e.type, e.direction, e.node.id, e.node.kind, nameOf(e.node), roleOf(e) ?? e.role ?? '', dayOf(e) ?? '', e.validFrom?.value ?? '', e.validTo?.value ?? '',
  e.observedFrom?.value ?? '', e.observedTo?.value ?? '', e.factStatus, e.confidence.toFixed(2), String(e.sourceCount),
];
