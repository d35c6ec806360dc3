import { useState } from 'preact/hooks';
import { ApiError, ask } from '../api/ask';
import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import type { TimelinePageQuery } from '../gql/graphql';
import { CsvLink } from '../parts/csv';
import { When } from '../parts/date';
import { Picker, useNamed } from '../parts/picker';
import { Failure, Nothing, Shown } from '../parts/state';
import { Thing, nameOf } from '../parts/thing';
import { usePlace, useScroll } from '../shell/place';
import { useTitle } from '../shell/title';
import { year } from '../text/dates';
import { language, number, words } from '../text/words';

const TimelinePage_ = graphql(`
  query TimelinePage($ids: [ID!], $from: Date, $to: Date, $after: String) {
    timeline(ids: $ids, from: $from, to: $to, first: 100, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { date { value } node { ...Label ... on Meeting { heldStatus: status places(first: 3) { nodes { ...Label } } } ... on Agreement { agreementStatus: status } } }
    }
  }
`);

type Edge = TimelinePageQuery['timeline']['edges'][number];

/** Meetings, agreements and projects in the order of their dates. */
export function TimelinePage() {
  const w = words();
  const place = usePlace();
  const ids = place.list('ids');
  const variables = { ids: ids.length > 0 ? ids : null, from: place.get('from') || null, to: place.get('to') || null };
  const answer = useAnswer(TimelinePage_, { ...variables, after: null });
  const about = useNamed(ids);
  useTitle(w.nav.timeline);
  useScroll(place, answer.state !== 'waiting');
  return (
    <>
      <h1>{w.nav.timeline}</h1>
      <div class="form">
        <Picker label={w.timeline.about} id="" choose={(id) => id && place.go({ ids: [...new Set([...ids, id])] })} />
        <label>{w.timeline.from} <input type="date" value={place.get('from')} onChange={(event) => place.go({ from: event.currentTarget.value || null })} /></label>
        <label>{w.timeline.to} <input type="date" value={place.get('to')} onChange={(event) => place.go({ to: event.currentTarget.value || null })} /></label>
      </div>
      {about.length > 0 && (
        <ul class="chips">
          {about.map((e) => <li key={e.id}><Thing of={e} /> <button type="button" class="plain" aria-label={`${w.close}: ${nameOf(e)}`} onClick={() => place.go({ ids: ids.filter((id) => id !== e.id) })}>✕</button></li>)}
        </ul>
      )}
      <Shown answer={answer}>
        {({ timeline }) => (timeline.totalCount === 0 ? <Nothing title={w.timeline.none}><p>{w.timeline.noneHint}</p></Nothing> : <Years key={JSON.stringify(variables)} first={timeline} variables={variables} />)}
      </Shown>
    </>
  );
}

interface Variables { ids: string[] | null; from: string | null; to: string | null }

function Years({ first, variables }: { first: TimelinePageQuery['timeline']; variables: Variables }) {
  const w = words();
  const [more, setMore] = useState<TimelinePageQuery['timeline'][]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const pages = [first, ...more];
  const edges = pages.flatMap((p) => p.edges);
  const last = pages.at(-1)!.pageInfo;
  const years = Map.groupBy(edges, (e) => e.date.value.slice(0, 4));
  const next = () => ask(TimelinePage_, { ...variables, after: last.endCursor ?? null }).then((a) => { setError(null); setMore([...more, a.timeline]); }, (e: ApiError) => setError(e));
  return (
    <>
      <p role="status">{w.search.results(number(first.totalCount))}</p>
      {[...years].map(([y, list]) => (
        <section key={y} aria-labelledby={`y${y}`} class="year">
          <h2 id={`y${y}`}>{year(Number(y), language.value)}</h2>
          <ol>
            {list.map((e) => (
              <li key={e.node.id} class={pending(e) ? 'pending' : undefined}>
                <span class="day"><When value={e.date.value} brief /></span> <Thing of={e.node} />
                {pending(e) && <span class="tag">{w.meetingStatus[pending(e)!] ?? pending(e)!.toLowerCase()}</span>}
                {'places' in e.node && e.node.places.nodes.map((p) => <span key={p.id} class="small"> <Thing of={p} /></span>)}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {error && <Failure error={error} again={next} />}
      <p class="pages">
        {last.hasNextPage && <button type="button" onClick={next}>{w.more} ({number(first.totalCount - edges.length)})</button>}
        <CsvLink name="timeline" head={['date', 'id', 'kind', 'name']} rows={() => edges.map((e) => [e.date.value, e.node.id, e.node.kind, nameOf(e.node)])} of={first.totalCount} />
      </p>
    </>
  );
}

// What was only planned, announced or called off.
function pending({ node }: Edge): string | null {
  if ('heldStatus' in node && node.heldStatus && node.heldStatus !== 'HELD') return node.heldStatus;
  if ('agreementStatus' in node && node.agreementStatus && node.agreementStatus !== 'SIGNED') return node.agreementStatus;
  return null;
}
