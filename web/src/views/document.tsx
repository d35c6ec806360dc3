import { useEffect, useRef } from 'preact/hooks';
import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import type { DocumentPageQuery } from '../gql/graphql';
import { When } from '../parts/date';
import { EvidenceDrawer, Original } from '../parts/evidence';
import { Name } from '../parts/name';
import { Nothing, Shown } from '../parts/state';
import { Thing } from '../parts/thing';
import { href, usePlace, useScroll } from '../shell/place';
import { useTitle } from '../shell/title';
import { visible } from '../text/hostile';
import { slicePoints } from '../text/points';
import { number, words } from '../text/words';

const DocumentPage_ = graphql(`
  query DocumentPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Document {
        title source url publisher publishedOn { value } text hash copyOf recordedAt
        facts(first: 100) { totalCount nodes { id type roleText source { ...Label } target { ...Label } evidence(first: 20) { start end document { id } } } }
        entities(first: 100) { totalCount nodes { ...Label } }
      }
    }
  }
`);

type TheDocument = Extract<NonNullable<DocumentPageQuery['node']>, { text: string }>;

/** A release in full, with the sentences that state facts marked. */
export function DocumentPage({ id }: { id: string }) {
  const w = words();
  const place = usePlace();
  const answer = useAnswer(DocumentPage_, { id });
  const node = answer.data?.node;
  const doc = node && 'text' in node ? (node as TheDocument) : undefined;
  useTitle(doc ? (doc.title ?? doc.source) : '');
  useScroll(place, answer.state !== 'waiting');
  return (
    <>
      <Shown answer={answer}>
        {() =>
          doc ? (
            <article class="document">
              <p class="kind">{w.kinds.DOCUMENT}</p>
              <h1><Name text={doc.title ?? doc.source} /></h1>
              <p>
                {doc.publisher && <Name text={doc.publisher} />} {doc.publishedOn && <When value={doc.publishedOn.value} />} {doc.url && <Original url={doc.url} />}
              </p>
              {doc.copyOf && <p class="note">{w.document.copyOf} <a href={href('/doc/' + encodeURIComponent(doc.copyOf))}><code>{doc.copyOf}</code></a></p>}
              <div class="columns wide">
                <section aria-labelledby="text"><h2 id="text">{w.document.text}</h2><Text doc={doc} chosen={place.get('f')} /></section>
                <div>
                  <section aria-labelledby="facts">
                    <h2 id="facts">{w.document.facts} <span class="count">{number(doc.facts.totalCount)}</span></h2>
                    <ul class="facts">
                      {doc.facts.nodes.map((f) => (
                        <li key={f.id} class={f.id === place.get('f') ? 'chosen' : undefined}>
                          <Thing of={f.source} /> <a href={place.with({ f: f.id })} data-fact={f.id}>{w.relations[f.type].out}</a> <Thing of={f.target} />
                        </li>
                      ))}
                    </ul>
                  </section>
                  <section aria-labelledby="entities">
                    <h2 id="entities">{w.document.entities} <span class="count">{number(doc.entities.totalCount)}</span></h2>
                    <ul class="plainlist">{doc.entities.nodes.map((e) => <li key={e.id}><Thing of={e} /></li>)}</ul>
                  </section>
                  <p class="small">{w.document.hash}<br /><code class="hash">{doc.hash}</code></p>
                </div>
              </div>
            </article>
          ) : (
            <Nothing page title={w.document.notFound}><p>{w.entity.notFoundHint}</p></Nothing>
          )
        }
      </Shown>
      <EvidenceDrawer />
    </>
  );
}

function Text({ doc, chosen }: { doc: TheDocument; chosen: string }) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => mark.current?.scrollIntoView({ block: 'center' }), [chosen, doc.id]);
  const spans = doc.facts.nodes.filter((f) => !chosen || f.id === chosen)
    .flatMap((f) => f.evidence.filter((e) => e.document.id === doc.id).map((e) => ({ start: e.start, end: e.end })));
  const merged = merge(spans);
  const parts = slicePoints(doc.text, merged.flatMap((s) => [s.start, s.end]));
  return (
    <div class="text" lang="th">
      {parts.map((part, i) => (i % 2 === 1 ? <mark key={i} ref={i === 1 && chosen ? mark : undefined}>{visible(part)}</mark> : visible(part)))}
    </div>
  );
}

function merge(spans: { start: number; end: number }[]) {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
