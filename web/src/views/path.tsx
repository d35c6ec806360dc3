import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import type { PathQuery, RelationType } from '../gql/graphql';
import { CsvLink } from '../parts/csv';
import { When } from '../parts/date';
import { EvidenceDrawer } from '../parts/evidence';
import { Name } from '../parts/name';
import { Picker } from '../parts/picker';
import { Nothing, Shown } from '../parts/state';
import { Thing, nameOf } from '../parts/thing';
import { href, usePlace, useScroll } from '../shell/place';
import { useTitle } from '../shell/title';
import { visible } from '../text/hostile';
import { number, words } from '../text/words';

const Path = graphql(`
  query Path($from: ID!, $to: ID!, $max: Int!, $relations: [RelationType!], $asOf: Date) {
    path(from: $from, to: $to, maxLength: $max, relations: $relations, asOf: $asOf, first: 5) {
      length
      nodes { ...Label }
      hops {
        factId type direction roleText factStatus sourceCount confidence
        from { ...Label }
        to { ...Label }
        observedFrom { value } observedTo { value } validFrom { value } validTo { value }
        evidence(first: 1) { quote document { id title publisher publishedOn { value } } }
      }
      together { from { value } to { value } }
    }
  }
`);

const longest = 6;

/** How two are connected, hop by hop, with the sentence that says so. */
export function PathPage() {
  const w = words();
  const place = usePlace();
  const [from, to, asOf] = [place.get('from'), place.get('to'), place.get('asOf') || null];
  const max = Math.min(Math.max(Number(place.get('max')) || 4, 1), longest);
  const relations = place.list('rel') as RelationType[];
  useTitle(w.nav.path);
  const answer = useAnswer(Path, from && to ? { from, to, max, relations: relations.length > 0 ? relations : null, asOf } : null);
  useScroll(place, answer.state !== 'waiting');
  return (
    <>
      <h1>{w.path.title}</h1>
      <div class="form">
        <Picker label={w.path.from} id={from} choose={(id) => place.go({ from: id })} />
        <Picker label={w.path.to} id={to} choose={(id) => place.go({ to: id })} />
        <label>{w.path.max}{' '}
          <select value={max} onChange={(event) => place.go({ max: event.currentTarget.value })}>
            {Array.from({ length: longest }, (_, i) => <option key={i} value={i + 1}>{i + 1}</option>)}
          </select>
        </label>
        <label>{w.entity.asOf} <input type="date" value={asOf ?? ''} onChange={(event) => place.go({ asOf: event.currentTarget.value || null })} /></label>
        <details>
          <summary>{w.path.relations}{relations.length > 0 && ` (${relations.length})`}</summary>
          <fieldset class="checks">
            <legend class="unseen">{w.path.relations}</legend>
            {(Object.keys(w.relations) as RelationType[]).map((type) => (
              <label key={type}>
                <input type="checkbox" checked={relations.includes(type)} onChange={(event) => place.go({ rel: event.currentTarget.checked ? [...relations, type] : relations.filter((r) => r !== type) })} />
                {' '}{w.relations[type].out}
              </label>
            ))}
          </fieldset>
        </details>
      </div>
      {!from || !to ? (
        <Nothing title={w.path.begin} />
      ) : (
        <Shown answer={answer}>
          {({ path }) => (path.length === 0 ? <Nothing title={w.path.none(max)}><p>{max < longest ? <a href={place.with({ max: max + 1 })}>{w.path.longer(max + 1)}</a> : w.path.noneHint}</p></Nothing> : <Paths paths={path} />)}
        </Shown>
      )}
      <EvidenceDrawer />
    </>
  );
}

type ThePath = PathQuery['path'][number];

function Paths({ paths }: { paths: ThePath[] }) {
  const w = words();
  const place = usePlace();
  const rows = () => paths.flatMap((p, i) => p.hops.map((h, n) => [String(i + 1), String(n + 1), h.factId, nameOf(h.from), h.type, h.direction, nameOf(h.to), h.evidence[0]?.quote ?? '']));
  return (
    <>
      <ol class="paths">
        {paths.map((p) => (
          <li key={p.hops.map((h) => h.factId).join()}>
            <h2>{w.path.hops(number(p.length))}{p.together && <span class="small"> · {w.path.together} {p.together.from ? <When value={p.together.from.value} /> : '…'} – {p.together.to ? <When value={p.together.to.value} /> : '…'}</span>}</h2>
            <ol class="hops">
              <li><Thing of={p.hops[0]!.from} /></li>
              {p.hops.map((h) => (
                <li key={h.factId} class={h.factStatus === 'DISPUTED' ? 'disputed' : undefined}>
                  <p>
                    <a href={place.with({ f: h.factId })} data-fact={h.factId}>{h.direction === 'OUT' ? '↓' : '↑'} {w.relations[h.type][h.direction === 'OUT' ? 'out' : 'in']}</a>
                    {h.roleText && <> (<Name text={h.roleText} />)</>}{h.observedFrom && <span class="small"> <When value={h.observedFrom.value} brief /></span>}
                  </p>
                  {h.evidence[0] && <blockquote lang="th">{visible(h.evidence[0].quote)}</blockquote>}
                  <Thing of={h.to} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <p class="buttons">
        <a class="button" href={href('/graph', { ids: [...new Set(paths.flatMap((p) => p.nodes.map((n) => n.id)))] })}>{w.entity.graph}</a>
        <CsvLink name="path" head={['path', 'hop', 'fact', 'from', 'relation', 'direction', 'to', 'quote']} rows={rows} of={paths.reduce((n, p) => n + p.length, 0)} />
      </p>
    </>
  );
}
