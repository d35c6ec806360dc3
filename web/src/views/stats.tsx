import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import { Bars } from '../parts/bars';
import { CsvLink } from '../parts/csv';
import { useNamed } from '../parts/picker';
import { Nothing, Shown } from '../parts/state';
import { Thing, nameOf } from '../parts/thing';
import { href, usePlace, useScroll } from '../shell/place';
import { useTitle } from '../shell/title';
import { year } from '../text/dates';
import { language, words } from '../text/words';

const Stats = graphql(`
  query Stats {
    meetings: meetingStatistics(groupBy: [YEAR]) { keys count }
    agreements: agreementStatistics(groupBy: [YEAR]) { keys count }
    organizers: meetingStatistics(groupBy: [ORGANIZATION]) { keys count }
    parties: agreementStatistics(groupBy: [ORGANIZATION]) { keys count }
    types: meetingStatistics(groupBy: [TYPE]) { keys count }
    relations: factStatistics(groupBy: [TYPE]) { keys count }
    countries(first: 100) { nodes { ...Label agreements(first: 1) { totalCount } meetings(first: 1) { totalCount } memberships(first: 1) { totalCount } } }
  }
`);

interface Bucket { keys: (string | null)[]; count: number }

const shown = 20;

/** Meetings and agreements by year, by body and by partner country. */
export function Stats_() {
  const w = words();
  useTitle(w.nav.stats);
  const answer = useAnswer(Stats, {});
  useScroll(usePlace(), answer.state !== 'waiting');
  return (
    <>
      <h1>{w.nav.stats}</h1>
      <Shown answer={answer}>
        {(s) => {
          const countries = s.countries.nodes.map((c) => ({ of: c, count: c.agreements.totalCount + c.meetings.totalCount })).filter((c) => c.count > 0).sort((a, b) => b.count - a.count);
          return (
            <div class="grid">
              <Years caption={w.stats.meetings} buckets={s.meetings} name="meetings-by-year" />
              <Years caption={w.stats.agreements} buckets={s.agreements} name="agreements-by-year" />
              <Bodies caption={w.stats.organizers} buckets={s.organizers} name="meetings-by-organizer" />
              <Bodies caption={w.stats.parties} buckets={s.parties} name="agreements-by-party" />
              <section>
                {countries.length === 0 ? <Nothing title={w.stats.none} /> : <Bars caption={w.stats.countries} rows={countries.slice(0, shown).map((c) => ({ key: c.of.id, label: <Thing of={c.of} />, count: c.count }))} />}
                <CsvLink name="countries" of={countries.length} head={['id', 'name', 'count']} rows={() => countries.map((c) => [c.of.id, nameOf(c.of), String(c.count)])} />
              </section>
              <section>
                <Bars caption={w.stats.relations} rows={byCount(s.relations).map((b) => ({ key: b.keys[0] ?? '', label: w.relations[(b.keys[0] ?? 'ABOUT') as keyof typeof w.relations].out, count: b.count }))} />
              </section>
            </div>
          );
        }}
      </Shown>
    </>
  );
}

const byCount = (buckets: Bucket[]) => buckets.toSorted((a, b) => b.count - a.count);

function Years({ caption, buckets, name }: { caption: string; buckets: Bucket[]; name: string }) {
  const w = words();
  return (
    <section>
      <Bars caption={caption} rows={buckets.map((b) => {
        const y = b.keys[0];
        return { key: y ?? '', label: y ? year(Number(y), language.value) : w.entity.undated, count: b.count, href: y ? href('/timeline', { from: `${y}-01-01`, to: `${y}-12-31` }) : undefined };
      })} />
      <CsvLink name={name} of={buckets.length} head={['year', 'count']} rows={() => buckets.map((b) => [b.keys[0] ?? '', String(b.count)])} />
    </section>
  );
}

function Bodies({ caption, buckets, name }: { caption: string; buckets: Bucket[]; name: string }) {
  const w = words();
  const most = byCount(buckets.filter((b) => b.keys[0]));
  const named = new Map(useNamed(most.slice(0, 100).map((b) => b.keys[0]!)).map((e) => [e.id, e]));
  const none = buckets.find((b) => !b.keys[0]);
  return (
    <section>
      <Bars caption={caption} rows={most.slice(0, shown).map((b) => {
        const e = named.get(b.keys[0]!);
        return { key: b.keys[0]!, label: e ? <Thing of={e} /> : b.keys[0], count: b.count };
      })} />
      {none && <p class="small">{w.stats.without(none.count)}</p>}
      <CsvLink name={name} of={most.length} head={['id', 'name', 'count']} rows={() => most.map((b) => { const e = named.get(b.keys[0]!); return [b.keys[0]!, e ? nameOf(e) : '', String(b.count)]; })} />
    </section>
  );
}
