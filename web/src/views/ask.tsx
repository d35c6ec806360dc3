import { Fragment } from 'preact';
import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import { CsvLink } from '../parts/csv';
import { When } from '../parts/date';
import { EvidenceDrawer } from '../parts/evidence';
import { Name } from '../parts/name';
import { Picker } from '../parts/picker';
import { Nothing, Shown } from '../parts/state';
import { Thing, nameOf } from '../parts/thing';
import { questions, sentence, type Blank, type Cell, type Question } from '../questions/questions';
import { href, usePlace, useScroll } from '../shell/place';
import { useTitle } from '../shell/title';
import { language, number, words } from '../text/words';

/** Questions in words: choose one, fill its blanks, and see the answer with the
 * GraphQL behind it. */
export function Ask({ question: id }: { question?: string }) {
  const w = words();
  const question = questions.find((q) => q.id === id);
  useTitle(question ? sentence(question, () => '…') : w.nav.ask);
  return (
    <>
      <h1>{w.nav.ask}</h1>
      {question ? <Form question={question} /> : <p>{w.ask.begin}</p>}
      <nav aria-labelledby="others">
        <h2 id="others" class={question ? undefined : 'unseen'}>{w.ask.others}</h2>
        <ul class="plainlist questions">
          {questions.map((q) => <li key={q.id}><a href={href('/ask/' + q.id)} aria-current={q === question ? 'page' : undefined}>{sentence(q, () => '…')}</a></li>)}
        </ul>
      </nav>
      <EvidenceDrawer />
    </>
  );
}

const Choices = graphql(`
  query Choices($kinds: [EntityKind!]) {
    centrality(metric: DEGREE, kinds: $kinds, first: 8) { entity { ...Label } }
  }
`);

function Form({ question }: { question: Question }) {
  const w = words();
  const place = usePlace();
  const value = (b: Blank) => place.get(b.name) || b.first || '';
  const full = question.blanks.every(value);
  const variables = Object.fromEntries(question.blanks.map((b) => [b.name, value(b)]));
  const answer = useAnswer(question.document, full ? (variables as never) : null);
  useScroll(place, !full || answer.state !== 'waiting');
  const parts = question.says[language.value].split(/\{(\w+)\}/);
  const graphiql = `/graphiql?query=${encodeURIComponent(question.document.toString())}&variables=${encodeURIComponent(JSON.stringify(variables, null, 2))}`;
  return (
    <section class="question" aria-label={sentence(question, () => '…')}>
      <div class="blanks">
        {parts.map((part, i) => {
          const blank = i % 2 === 1 ? question.blanks.find((b) => b.name === part) : undefined;
          return blank ? <Fill key={part} blank={blank} value={value(blank)} label={sentence(question, (n) => (n === blank.name ? '___' : '…'))} /> : <span key={i}>{part}</span>;
        })}
      </div>
      {question.blanks.map((b) => <Offer key={b.name} blank={b} value={value(b)} />)}
      {full && (
        <Shown answer={answer}>
          {(data) => {
            const rows = question.rows(data as never);
            if (rows.length === 0) return <Nothing title={w.ask.none}><p>{w.ask.noneHint}</p></Nothing>;
            return (
              <>
                <p role="status">{w.search.results(number(rows.length))}</p>
                <table class="answer">
                  <thead><tr>{question.head().map((h, i) => (h ? <th key={i} scope="col">{h}</th> : <td key={i} />))}</tr></thead>
                  <tbody>{rows.map((row, i) => <tr key={i}>{row.map((cell, j) => <td key={j}><Show cell={cell} /></td>)}</tr>)}</tbody>
                </table>
                <p class="pages"><CsvLink name={question.id} head={question.head()} rows={() => rows.map((row) => row.map(plain))} of={rows.length} /></p>
              </>
            );
          }}
        </Shown>
      )}
      <details>
        <summary>{w.entity.query}</summary>
        <pre><code>{question.document.toString().trim()}</code></pre>
        <p><a href={graphiql} target="_self">{w.ask.graphiql}</a></p>
      </details>
    </section>
  );
}

/** What a blank may hold, to be clicked: examples of a text, and while nothing is
 * chosen the best connected of an entity's kinds. */
function Offer({ blank, value }: { blank: Blank; value: string }) {
  const place = usePlace();
  const answer = useAnswer(Choices, blank.takes === 'entity' && !value ? { kinds: blank.kinds ?? null } : null);
  const offered: [string, string][] = blank.examples?.map((text) => [text, text]) ?? (value ? [] : (answer.data?.centrality ?? []).map(({ entity }) => [entity.id, nameOf(entity)]));
  if (offered.length === 0) return null;
  return <p class="examples">{words().home.examples}: {offered.map(([id, text]) => <a key={id} href={place.with({ [blank.name]: id })}><Name text={text} /></a>)}</p>;
}

function Fill({ blank, value, label }: { blank: Blank; value: string; label: string }) {
  const place = usePlace();
  if (blank.takes === 'entity') return <Picker label={label} id={value} kinds={blank.kinds} choose={(id) => place.go({ [blank.name]: id })} />;
  return (
    <form class="fill" onSubmit={(event) => { event.preventDefault(); place.go({ [blank.name]: String(new FormData(event.currentTarget).get('value') ?? '').trim() }); }}>
      {blank.takes === 'day'
        ? <input name="value" type="date" aria-label={label} defaultValue={value} key={value} onChange={(event) => place.go({ [blank.name]: event.currentTarget.value })} />
        : <input name="value" type="text" aria-label={label} defaultValue={value} key={value} maxLength={200} />}
      {blank.takes === 'text' && <button type="submit">{words().ask.go}</button>}
    </form>
  );
}

function Show({ cell }: { cell: Cell }) {
  const place = usePlace();
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return <>{number(cell)}</>;
  if (typeof cell === 'string') return <Name text={cell} />;
  if ('of' in cell) return <Thing of={cell.of} />;
  if ('all' in cell) return <>{cell.all.map((e, i) => <Fragment key={e.id}>{i > 0 && <br />}<Thing of={e} /></Fragment>)}</>;
  if ('day' in cell) return <When value={cell.day} />;
  if ('document' in cell) return <a href={href('/doc/' + encodeURIComponent(cell.document.id))}><Name text={cell.document.title ?? cell.document.id} /></a>;
  return <a href={place.with({ f: cell.fact })} data-fact={cell.fact}>{cell.text}</a>;
}

function plain(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('of' in cell) return nameOf(cell.of);
  if ('all' in cell) return cell.all.map(nameOf).join('; ');
  if ('day' in cell) return cell.day ?? '';
  if ('document' in cell) return cell.document.title ?? cell.document.id;
  return cell.fact;
}
