import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import type { EntityKind } from '../gql/graphql';
import { CsvLink } from '../parts/csv';
import { When } from '../parts/date';
import { Mark } from '../parts/mark';
import { Name } from '../parts/name';
import { Nothing, Shown } from '../parts/state';
import { Thing } from '../parts/thing';
import { href, usePlace, useScroll } from '../shell/place';
import { useTitle } from '../shell/title';
import { pathOf } from '../text/kinds';
import { year } from '../text/dates';
import { visible } from '../text/hostile';
import { language, number, words } from '../text/words';

const Search_ = graphql(`
  query Search($text: String!, $kinds: [EntityKind!], $after: String) {
    search(text: $text, kinds: $kinds, first: 25, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      facets { kind count }
      yearFacets { year count }
      edges {
        score
        highlight
        node {
          __typename
          id
          ... on Entity { ...Label documentCount description }
          ... on Meeting { startDate { value } }
          ... on Agreement { agreedOn: date { value } }
          ... on Document { title publisher publishedOn { value } }
        }
      }
    }
    all: search(text: $text, first: 1) { totalCount facets { kind count } }
  }
`);

const Browse = graphql(`
  query Browse($kinds: [EntityKind!]!) {
    centrality(metric: DEGREE, kinds: $kinds, first: 100) { score entity { ...Label documentCount } }
  }
`);

const Latest = graphql(`
  query Latest {
    documents(first: 100, orderBy: { field: DATE, direction: DESC }) { totalCount nodes { id title source publisher publishedOn { value } } }
  }
`);

/** What a text finds, by kind; without a text, what there is of some kinds. */
export function Search() {
  const place = usePlace();
  const kinds = place.list('kind') as EntityKind[];
  if (place.get('q')) return <Found />;
  const entities = kinds.filter((k) => k !== 'DOCUMENT');
  if (entities.length > 0) return <Best kinds={entities} />;
  if (kinds.length > 0) return <Newest />;
  return <Nothing page title={words().search.short}><p>{words().search.begin}</p></Nothing>;
}

/** The best connected entities of some kinds. */
function Best({ kinds }: { kinds: EntityKind[] }) {
  const w = words();
  const title = kinds.map((k) => w.kinds[k]).join(', ');
  useTitle(title);
  const answer = useAnswer(Browse, { kinds });
  useScroll(usePlace(), answer.state !== 'waiting');
  return (
    <>
      <h1>{title}</h1>
      <p>{w.search.best}</p>
      <Shown answer={answer}>
        {({ centrality }) => (
          <ol class="hits">
            {centrality.map(({ entity, score }) => (
              <li key={entity.id}><Thing of={entity} /> <span class="small">{w.entity.facts(number(score))} · {w.entity.mentioned(number(entity.documentCount))}</span></li>
            ))}
          </ol>
        )}
      </Shown>
    </>
  );
}

/** The newest releases. */
function Newest() {
  const w = words();
  useTitle(w.kinds.DOCUMENT);
  const answer = useAnswer(Latest, {});
  useScroll(usePlace(), answer.state !== 'waiting');
  return (
    <>
      <h1>{w.kinds.DOCUMENT}</h1>
      <Shown answer={answer}>
        {({ documents }) => (
          <>
            <p>{w.search.newest(number(documents.nodes.length), number(documents.totalCount))}</p>
            <ol class="hits">
              {documents.nodes.map((d) => (
                <li key={d.id}><a href={href('/doc/' + encodeURIComponent(d.id))}><Name text={d.title ?? d.source} /></a> <span class="small">{d.publisher && <Name text={d.publisher} />} {d.publishedOn && <When value={d.publishedOn.value} />}</span></li>
              ))}
            </ol>
          </>
        )}
      </Shown>
    </>
  );
}

function Found() {
  const w = words();
  const place = usePlace();
  const q = place.get('q');
  const kinds = place.list('kind') as EntityKind[];
  useTitle(q);
  const answer = useAnswer(Search_, { text: q, kinds: kinds.length > 0 ? kinds : null, after: place.get('after') || null });
  useScroll(place, answer.state !== 'waiting');
  const toggle = (kind: EntityKind) => place.with({ kind: kinds.includes(kind) ? kinds.filter((k) => k !== kind) : [...kinds, kind], after: null });
  return (
    <Shown answer={answer}>
      {({ search, all }) => (
        <div class="columns">
          <aside aria-label={w.search.kinds}>
            <h2>{w.search.kinds}</h2>
            <ul class="facets">
              {all.facets.map((f) => (
                <li key={f.kind}>
                  <a href={toggle(f.kind)} aria-current={kinds.includes(f.kind) ? 'true' : undefined}>
                    <Mark kind={f.kind} quiet /> {w.kinds[f.kind]} <span class="count">{number(f.count)}</span>
                  </a>
                </li>
              ))}
            </ul>
            {kinds.length > 0 && <p><a href={place.with({ kind: null, after: null })}>{w.search.clear}</a></p>}
            {search.yearFacets.length > 0 && (
              <>
                <h2>{w.search.years}</h2>
                <ul class="bars">
                  {search.yearFacets.map((f) => (
                    <li key={f.year}>{year(f.year, language.value)} <meter min={0} max={Math.max(...search.yearFacets.map((y) => y.count))} value={f.count} aria-label={number(f.count)} /> <span class="count">{number(f.count)}</span></li>
                  ))}
                </ul>
              </>
            )}
          </aside>
          <section aria-labelledby="results">
            <h1 id="results"><Name text={q} /></h1>
            <p role="status">{w.search.results(number(search.totalCount))}</p>
            {search.edges.length === 0 && (
              <Nothing title={all.totalCount > 0 ? w.search.filteredOut(number(all.totalCount)) : w.search.noMatch(visible(q))}>
                {all.totalCount > 0 ? <a href={place.with({ kind: null, after: null })}>{w.search.clear}</a> : <p>{w.search.noMatchHint}</p>}
              </Nothing>
            )}
            <ol class="hits">
              {search.edges.map(({ node, highlight, score }) => (
                <li key={node.id}>
                  <a class="thing" href={href(pathOf(node))}>
                    <Mark kind={'kind' in node ? node.kind : 'DOCUMENT'} /> <Name text={('title' in node ? node.title : 'name' in node ? node.name : null) ?? highlight} />
                  </a>
                  <span class="small">
                    {' '}
                    {'kind' in node ? w.kinds[node.kind] : w.kinds.DOCUMENT}
                    {'name' in node && highlight !== node.name && <> · <mark><Name text={highlight} /></mark></>}
                    {'startDate' in node && node.startDate && <> · <When value={node.startDate.value} /></>}
                    {'agreedOn' in node && node.agreedOn && <> · <When value={node.agreedOn.value} /></>}
                    {'publishedOn' in node && node.publishedOn && <> · {node.publisher && <Name text={node.publisher} />} <When value={node.publishedOn.value} /></>}
                    {'documentCount' in node && <> · {w.entity.mentioned(number(node.documentCount))}</>}
                    {' · '}<span title={w.search.score}>{score.toFixed(2)}</span>
                  </span>
                </li>
              ))}
            </ol>
            <p class="pages">
              {place.get('after') && <a href={place.with({ after: null })}>⏮ 1</a>}
              {search.pageInfo.hasNextPage && <a href={place.with({ after: search.pageInfo.endCursor ?? null })} rel="next">{w.next} →</a>}
              <CsvLink name={`search-${q}`} head={['id', 'kind', 'name', 'score']} rows={() => search.edges.map(({ node, highlight, score }) => [node.id, 'kind' in node ? node.kind : 'DOCUMENT', highlight, String(score)])} of={search.totalCount} />
            </p>
          </section>
        </div>
      )}
    </Shown>
  );
}
