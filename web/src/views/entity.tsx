import { useAnswer } from '../api/use';
import type { Direction, EntityQuery, RelationType, RowsFragment } from '../gql/graphql';
import { When } from '../parts/date';
import { EvidenceDrawer } from '../parts/evidence';
import { FactTable } from '../parts/facts';
import { Mark } from '../parts/mark';
import { Name } from '../parts/name';
import { Offices } from '../parts/offices';
import { Nothing, Shown } from '../parts/state';
import { Thing, nameOf } from '../parts/thing';
import { questionsAbout, sentence } from '../questions/questions';
import { href, usePlace, useScroll } from '../shell/place';
import { useTitle } from '../shell/title';
import { number, words } from '../text/words';
import { Entity, Relations } from './entity.documents';
import { SearchBox } from '../parts/searchbox';

const rowsShown = 10;

type Node = NonNullable<EntityQuery['node']>;
type TheEntity = Exclude<Node, { __typename: 'Document' }>;

/** Everything about one entity, and behind each fact the sentence that says so. */
export function EntityPage({ id }: { id: string }) {
  const w = words();
  const place = usePlace();
  const asOf = place.get('asOf') || null;
  const answer = useAnswer(Entity, { id });
  const relations = useAnswer(Relations, { id, asOf, rows: rowsShown });
  const node = answer.data?.node;
  const entity = node && 'kind' in node ? (node as TheEntity) : undefined;
  useTitle(entity ? nameOf(entity) : '');
  useScroll(place, answer.state !== 'waiting' && relations.state !== 'waiting');
  return (
    <>
      <Shown answer={answer}>
        {() =>
          entity ? (
            <article class="entity">
              <Head entity={entity} id={id} />
              <AsOf />
              {!asOf && <Offices entity={entity} />}
              <section aria-labelledby="relations">
                <h2 id="relations">{w.entity.relations}</h2>
                <Shown answer={relations}>{(r) => <Groups id={entity.id} node={r.node} asOf={asOf} />}</Shown>
              </section>
              <Met entity={entity} />
              <Documents entity={entity} />
              <Questions entity={entity} />
            </article>
          ) : (
            <Nothing page title={w.entity.notFound}><p>{w.entity.notFoundHint}</p><SearchBox big /></Nothing>
          )
        }
      </Shown>
      <EvidenceDrawer />
    </>
  );
}

function Head({ entity, id }: { entity: TheEntity; id: string }) {
  const w = words();
  const others = entity.names.filter((n) => n.text !== nameOf(entity));
  return (
    <div class="head">
      <p class="kind"><Mark kind={entity.kind} quiet /> {w.kinds[entity.kind]}</p>
      <h1><Name text={nameOf(entity)} /></h1>
      {entity.id !== id && <p class="note" role="status">{w.entity.redirected}</p>}
      {entity.description && <p><Name text={entity.description} /></p>}
      {others.length > 0 && (
        <ul class="names" aria-label={w.entity.names}>
          {others.slice(0, 12).map((n) => <li key={n.text} lang={n.language}><Name text={n.text} /></li>)}
        </ul>
      )}
      <dl class="pairs">
        {'titles' in entity && entity.titles.length > 0 && <><dt>{w.entity.titles}</dt><dd><Name text={entity.titles.join(', ')} /></dd></>}
        {'startDate' in entity && entity.startDate && <><dt>{w.entity.date}</dt><dd><When value={entity.startDate.value} />{entity.endDate && entity.endDate.value !== entity.startDate.value && <> – <When value={entity.endDate.value} /></>}</dd></>}
        {'heldStatus' in entity && entity.heldStatus && <><dt>{w.entity.status}</dt><dd>{w.meetingStatus[entity.heldStatus] ?? entity.heldStatus}</dd></>}
        {'agreedOn' in entity && entity.agreedOn && <><dt>{w.entity.date}</dt><dd><When value={entity.agreedOn.value} /></dd></>}
        {'agreementStatus' in entity && entity.agreementStatus && <><dt>{w.entity.status}</dt><dd>{entity.agreementStatus.toLowerCase()}</dd></>}
        {'amount' in entity && <><dt>{w.entity.amount}</dt><dd><Name text={entity.amount?.original ?? w.unknown} /></dd></>}
        {'budget' in entity && entity.budget && <><dt>{w.entity.budget}</dt><dd><Name text={entity.budget.original ?? ''} /></dd></>}
        {'certifiedOn' in entity && entity.certifiedOn && <><dt>{w.relations.CERTIFIED.out}</dt><dd><When value={entity.certifiedOn.value} /></dd></>}
        {entity.identifiers.map((i) => <><dt>{i.scheme}</dt><dd><Name text={i.value} /></dd></>)}
      </dl>
      <p class="small">{w.entity.mentioned(number(entity.documentCount))}</p>
      <p class="buttons">
        <a class="button" href={href('/graph', { ids: entity.id })}>{w.entity.graph}</a>
        <a class="button" href={href('/path', { from: entity.id })}>{w.entity.path}</a>
        <a class="button" href={href('/timeline', { ids: entity.id })}>{w.entity.timeline}</a>
      </p>
    </div>
  );
}

function AsOf() {
  const w = words();
  const place = usePlace();
  return (
    <form class="asof" onSubmit={(event) => event.preventDefault()}>
      <label for="asof">{w.entity.asOf}</label>
      <input id="asof" type="date" value={place.get('asOf')} onChange={(event) => place.go({ asOf: event.currentTarget.value || null })} />
      {place.get('asOf') && <button type="button" onClick={() => place.go({ asOf: null })}>{w.entity.asOfClear}</button>}
      <span class="small">{w.entity.asOfHint}</span>
    </form>
  );
}

function Groups({ id, node, asOf }: { id: string; node: unknown; asOf: string | null }) {
  const w = words();
  const groups = Object.entries((node ?? {}) as Record<string, RowsFragment>).filter(([key, rows]) => key !== 'id' && rows?.totalCount > 0);
  if (groups.length === 0) return <Nothing title={asOf ? w.entity.noFactsThen : w.entity.noFacts} />;
  return (
    <>
      {groups.map(([key, rows]) => {
        const cut = key.lastIndexOf('_');
        return <FactTable key={key + asOf} id={id} type={key.slice(0, cut) as RelationType} direction={key.slice(cut + 1) as Direction} asOf={asOf} rows={rows} />;
      })}
    </>
  );
}

function Met({ entity }: { entity: TheEntity }) {
  const w = words();
  if (!('coParticipants' in entity) || entity.coParticipants.edges.length === 0) return null;
  return (
    <section aria-labelledby="met">
      <h2 id="met">{w.entity.met} <span class="count">{number(entity.coParticipants.totalCount)}</span></h2>
      <ol class="met">
        {entity.coParticipants.edges.map((e) => (
          <li key={e.node.id}><Thing of={e.node} /> <a class="small" href={href('/path', { from: entity.id, to: e.node.id })}>{w.entity.meetings(number(e.count))}</a></li>
        ))}
      </ol>
    </section>
  );
}

function Documents({ entity }: { entity: TheEntity }) {
  const w = words();
  const { edges, totalCount } = entity.documents;
  if (edges.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{w.entity.documents} <span class="count">{number(totalCount)}</span></h2>
      <ul class="documents">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <a href={href('/doc/' + encodeURIComponent(node.id))}><Name text={node.title ?? node.source} /></a>
            <span class="small"> {node.publisher && <Name text={node.publisher} />} {node.publishedOn && <When value={node.publishedOn.value} />}</span>
          </li>
        ))}
      </ul>
      {totalCount > edges.length && <p><a href={href('/search', { q: nameOf(entity), kind: 'DOCUMENT' })}>{w.entity.all} ({number(totalCount)})</a></p>}
    </section>
  );
}

/** The questions that this may be asked about. */
function Questions({ entity }: { entity: TheEntity }) {
  return (
    <nav aria-labelledby="questions">
      <h2 id="questions">{words().nav.ask}</h2>
      <ul class="plainlist questions">
        {questionsAbout(entity.kind).map((q) => <li key={q.id}><a href={href('/ask/' + q.id, { [q.blanks[0]!.name]: entity.id })}><Name text={sentence(q, (name) => (name === q.blanks[0]!.name ? nameOf(entity) : '…'))} /></a></li>)}
      </ul>
    </nav>
  );
}
