import type { EntityQuery } from '../gql/graphql';
import { usePlace } from '../shell/place';
import { firstDay } from '../text/dates';
import { words } from '../text/words';
import { When } from './date';
import { Thing, nameOf, type Label } from './thing';

type Day = { value: string } | null | undefined;

interface Row {
  factId: string;
  of: Label;
  within?: Label | null;
  validFrom?: Day;
  validTo?: Day;
  observedFrom?: Day;
  observedTo?: Day;
}

/** Who held an office, or which offices somebody held, as bars over time: solid
 * where a document states since when and until when, pale where documents of
 * those days show it. */
export function Offices({ entity }: { entity: NonNullable<EntityQuery['node']> }) {
  const w = words();
  const place = usePlace();
  const rows: Row[] =
    'positions' in entity ? entity.positions.edges.map((e) => ({ ...e, of: e.node, within: e.organization }))
    : 'holders' in entity ? entity.holders.edges.map((e) => ({ ...e, of: e.node }))
    : [];
  if (rows.length === 0) return null;
  const days = rows.flatMap((r) => [r.validFrom, r.validTo, r.observedFrom, r.observedTo].flatMap((d) => (d ? [time(d.value)] : [])));
  const from = Math.min(...days);
  const span = Math.max(Math.max(...days) - from, 1);
  const bar = (start: Day, end: Day) => {
    if (!start && !end) return null;
    const left = start ? (time(start.value) - from) / span : 0;
    const right = end ? (time(end.value) - from) / span : 1;
    return { left: `${left * 100}%`, width: `${Math.max((right - left) * 100, 1)}%` };
  };
  return (
    <section aria-labelledby="offices">
      <h2 id="offices">{'positions' in entity ? w.entity.offices : w.relations.HOLDS.in}</h2>
      <table class="offices">
        <tbody>
          {rows.map((r) => {
            const stated = bar(r.validFrom, r.validTo);
            const seen = bar(r.observedFrom, r.observedTo);
            return (
              <tr key={r.factId}>
                <th scope="row"><Thing of={r.of} />{r.within && !nameOf(r.of).includes(nameOf(r.within)) && <span class="small"> <Thing of={r.within} /></span>}</th>
                <td class="track" aria-hidden="true">
                  {seen && <span class="bar seen" style={seen} />}
                  {stated && <span class="bar stated" style={stated} />}
                </td>
                <td class="when">
                  <a href={place.with({ f: r.factId })} data-fact={r.factId}>
                    {r.validFrom || r.validTo ? <>{r.validFrom ? <When value={r.validFrom.value} brief /> : '…'} – {r.validTo ? <When value={r.validTo.value} brief /> : '…'}</>
                    : r.observedFrom ? <>{w.fact.observed} <When value={r.observedFrom.value} brief />{r.observedTo && r.observedTo.value !== r.observedFrom.value && <> – <When value={r.observedTo.value} brief /></>}</>
                    : w.entity.undated}
                  </a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const time = (value: string) => Date.parse(firstDay(value));
