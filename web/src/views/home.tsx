import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import { SearchBox } from '../parts/searchbox';
import { Nothing, Shown } from '../parts/state';
import { href, usePlace, useScroll } from '../shell/place';
import { number, words } from '../text/words';
import { useTitle } from '../shell/title';
import { Mark } from '../parts/mark';
import { Name } from '../parts/name';
import { When } from '../parts/date';

const Coverage = graphql(`
  query Coverage {
    statistics { documents entities { kind count } relations { count } snapshot { id recordedAt } }
    coverage { publishers { publisher documents months { month } } gaps { publisher from to } }
  }
`);

const examples = ['ดีป้า', 'พุทธิพงษ์ ปุณณกันต์', 'ASEAN Smart Cities Network', 'ภูเก็ต', 'MoU'];

/** The start: the box, examples, and what there is to be found. */
export function Home() {
  const w = words();
  useTitle('');
  const answer = useAnswer(Coverage, {});
  useScroll(usePlace(), answer.state !== 'waiting');
  return (
    <div class="home">
      <h1>{w.name}</h1>
      <p class="motto">{w.motto}</p>
      <SearchBox big />
      <p class="examples">
        {w.home.examples}: {examples.map((q) => <a key={q} href={href('/search', { q })}>{q}</a>)}
      </p>
      <Shown answer={answer}>
        {({ statistics, coverage }) =>
          statistics.documents === 0 ? (
            <Nothing title={w.home.empty}><p><code>{w.home.emptyHint}</code></p></Nothing>
          ) : (
            <section aria-labelledby="coverage">
              <h2 id="coverage">{w.home.coverage}</h2>
              <ul class="figures">
                <li><strong>{number(statistics.documents)}</strong> {w.home.documents('').trim()}</li>
                <li><strong>{number(sum(statistics.entities))}</strong> {w.home.entities('').trim()}</li>
                <li><strong>{number(sum(statistics.relations))}</strong> {w.home.facts('').trim()}</li>
              </ul>
              <ul class="chips">
                {statistics.entities.filter((e) => e.count > 0).map((e) => (
                  <li key={e.kind}><a href={href('/search', { kind: e.kind })}><Mark kind={e.kind} quiet /> {w.kinds[e.kind]} <span class="count">{number(e.count)}</span></a></li>
                ))}
              </ul>
              <table>
                <caption>{w.home.publishers}</caption>
                <tbody>
                  {coverage.publishers.slice(0, 12).map((p) => {
                    const months = p.months.map((m) => m.month).filter((m) => m !== null && m !== undefined).sort();
                    return (
                      <tr key={p.publisher}>
                        <th scope="row"><Name text={p.publisher ?? w.unknown} /></th>
                        <td class="number">{w.home.documents(number(p.documents))}</td>
                        <td>{months.length > 0 && <><When value={months[0]} brief /> – <When value={months.at(-1)} brief /></>}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
              {statistics.snapshot && <p class="small">{w.home.snapshot}: <code>{statistics.snapshot.id}</code></p>}
            </section>
          )
        }
      </Shown>
    </div>
  );
}

const sum = (counts: { count: number }[]) => counts.reduce((n, c) => n + c.count, 0);
