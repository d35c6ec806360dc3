import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import type { FactQuery } from '../gql/graphql';
import { href, usePlace } from '../shell/place';
import { visible } from '../text/hostile';
import { around } from '../text/points';
import { number, words } from '../text/words';
import { citation, csl, ris } from './cite';
import { save } from './csv';
import { When } from './date';
import { Name } from './name';
import { Nothing, Shown } from './state';
import { Thing, nameOf } from './thing';

const Fact = graphql(`
  query Fact($id: ID!) {
    fact(id: $id) {
      id type role roleText capacity factStatus confidence sourceCount recordedAt
      validFrom { value } validTo { value } observedFrom { value } observedTo { value } date { value } amount { original }
      onBehalfOf { ...Label }
      source { ...Label }
      target { ...Label }
      evidence(first: 20) {
        quote start end extractor version rule confidence observedOn { value }
        document { id title source url publisher publishedOn { value } text copyOf }
      }
    }
    statistics { snapshot { id recordedAt } }
  }
`);

/** How many letters stand on each side of a quote. */
const context = 160;

/** The drawer that shows why the graph says what it says: the fact of the
 * address (f), each sentence that states it, and how to cite it. */
export function EvidenceDrawer() {
  const place = usePlace();
  const id = place.get('f');
  return id ? <Drawer key={id} id={id} /> : null;
}

function Drawer({ id }: { id: string }) {
  const w = words();
  const place = usePlace();
  const answer = useAnswer(Fact, { id });
  const heading = useRef<HTMLHeadingElement>(null);
  const close = () => place.go({ f: null });

  // Focus goes to the drawer, and back to what opened it.
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    const key = (event: KeyboardEvent) => event.key === 'Escape' && close();
    addEventListener('keydown', key);
    return () => {
      removeEventListener('keydown', key);
      const opener = before instanceof HTMLElement && before.isConnected ? before : document.querySelector<HTMLElement>(`[data-fact="${CSS.escape(id)}"]`);
      opener?.focus();
    };
  }, [id]);

  return (
    <aside class="drawer" aria-labelledby="drawer">
      <div class="drawerhead">
        <h2 id="drawer" tabIndex={-1} ref={heading}>{w.fact.evidence}</h2>
        <button type="button" class="plain" onClick={close} aria-label={w.close}>✕</button>
      </div>
      <Shown answer={answer}>
        {({ fact, statistics }) => (fact ? <Evidence fact={fact} snapshot={statistics.snapshot ?? null} /> : <Nothing title={w.fact.missing}><p>{w.errors.NOT_FOUND![1]}</p></Nothing>)}
      </Shown>
    </aside>
  );
}

type TheFact = NonNullable<FactQuery['fact']>;

function Evidence({ fact, snapshot }: { fact: TheFact; snapshot: { id: string; recordedAt: string } | null }) {
  const w = words();
  return (
    <>
      <p class="sentence">
        <Thing of={fact.source} /> {w.relations[fact.type].out}{fact.roleText && <> (<Name text={fact.roleText} />)</>} <Thing of={fact.target} />
        {fact.onBehalfOf && <> {w.fact.onBehalfOf} <Thing of={fact.onBehalfOf} /></>}
      </p>
      <dl class="pairs">
        <Dates fact={fact} />
        {fact.amount && <><dt>{w.entity.amount}</dt><dd><Name text={fact.amount.original ?? ''} /></dd></>}
        <dt>{w.fact.status}</dt><dd>{w.factStatus[fact.factStatus]}</dd>
        <dt>{w.fact.confidence}</dt><dd title={w.fact.confidenceHint}>{fact.confidence.toFixed(2)}</dd>
        <dt>{w.fact.sources('').trim()}</dt><dd>{number(fact.sourceCount)}</dd>
      </dl>
      <ol class="quotes">
        {fact.evidence.map((e) => {
          const c = around(e.document.text, e.start, e.end, context);
          return (
            <li key={`${e.document.id}/${e.start}`}>
              <blockquote cite={e.document.url ?? undefined} lang="th">
                {visible(c.before)}<mark>{visible(c.quote)}</mark>{visible(c.after)}
              </blockquote>
              <p class="small">
                <a href={href('/doc/' + encodeURIComponent(e.document.id), { f: fact.id })}><Name text={e.document.title ?? e.document.source} /></a>
                {e.document.publisher && <> · <Name text={e.document.publisher} /></>}
                {e.document.publishedOn && <> · <When value={e.document.publishedOn.value} /></>}
                {e.document.url && <> · <Original url={e.document.url} /></>}
                <br />
                {w.fact.extractor} {e.extractor} {e.version}{e.rule && <> (<code>{e.rule}</code>)</>} · {w.fact.confidence} {e.confidence.toFixed(2)}
              </p>
            </li>
          );
        })}
      </ol>
      <Citation fact={fact} snapshot={snapshot} />
    </>
  );
}

/** A link to a release on the web, for addresses of the web alone. */
export function Original({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span>{visible(url)}</span>;
  return <a href={url} rel="noreferrer noopener external" target="_blank">{words().fact.original} ↗</a>;
}

export function Dates({ fact }: { fact: { validFrom?: Day; validTo?: Day; observedFrom?: Day; observedTo?: Day; date?: Day } }) {
  const w = words();
  const { validFrom, validTo, observedFrom, observedTo, date } = fact;
  return (
    <>
      {date && <><dt>{w.entity.date}</dt><dd><When value={date.value} /></dd></>}
      {(validFrom || validTo) && (
        <><dt>{w.fact.validFrom} – {w.fact.validTo}</dt><dd>{validFrom ? <When value={validFrom.value} /> : '…'} – {validTo ? <When value={validTo.value} /> : '…'}</dd></>
      )}
      {observedFrom && (
        <><dt>{w.fact.observed}</dt><dd><When value={observedFrom.value} />{observedTo && observedTo.value !== observedFrom.value && <> – <When value={observedTo.value} /></>}</dd></>
      )}
    </>
  );
}

type Day = { value: string } | null;

function Citation({ fact, snapshot }: { fact: TheFact; snapshot: { id: string; recordedAt: string } | null }) {
  const w = words();
  const [copied, setCopied] = useState(false);
  const first = fact.evidence[0];
  if (!first) return null;
  const cited = {
    sentence: `${nameOf(fact.source)} ${w.relations[fact.type].out} ${nameOf(fact.target)}`, factId: fact.id, quote: first.quote, publisher: first.document.publisher,
    title: first.document.title, published: first.document.publishedOn?.value, url: first.document.url, snapshot, link: `${location.origin}/e/${encodeURIComponent(fact.source.id)}?f=${encodeURIComponent(fact.id)}`,
  };
  return (
    <section class="citation" aria-labelledby="citation">
      <h3 id="citation">{w.fact.citation}</h3>
      <p class="small">{visible(citation(cited))}</p>
      <p class="buttons">
        <button type="button" onClick={() => navigator.clipboard.writeText(citation(cited)).then(() => setCopied(true))}>{copied ? w.fact.copied : w.fact.copy}</button>
        <button type="button" class="plain" onClick={() => save(`${fact.id}.json`, csl(cited), 'application/json')}>CSL-JSON</button>
        <button type="button" class="plain" onClick={() => save(`${fact.id}.ris`, ris(cited), 'application/x-research-info-systems')}>RIS</button>
        <span class="unseen" role="status">{copied && w.fact.copied}</span>
      </p>
    </section>
  );
}
