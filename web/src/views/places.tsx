import { geoIdentity, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology, GeometryCollection } from 'topojson-specification';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import { CsvLink } from '../parts/csv';
import { Nothing, Shown } from '../parts/state';
import { Thing, nameOf, type Label } from '../parts/thing';
import { regions as regionsOf, type Region } from '../map/regions';
import { usePlace, useScroll } from '../shell/place';
import { useTitle } from '../shell/title';
import { language, number, words } from '../text/words';

const Held = graphql(`
  query Held($types: [RelationType!]!) {
    factStatistics(filter: { types: $types }, groupBy: [PLACE]) { keys count }
  }
`);

const Places = graphql(`
  query Places($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Place {
        ...Label
        identifiers { scheme value }
        within(first: 5) { nodes { ...Label identifiers { scheme value } within(first: 5) { nodes { ...Label identifiers { scheme value } } } } }
      }
    }
  }
`);

type Shapes = Topology<{ provinces: GeometryCollection; countries: GeometryCollection }>;

/** Where meetings were held, on a map of Thailand's provinces and of the
 * countries around. */
export function PlacesPage() {
  const w = words();
  const place = usePlace();
  useTitle(w.nav.places);
  const held = useAnswer(Held, { types: ['HELD_AT'] as const as never });
  const buckets = held.data?.factStatistics.filter((b) => b.keys[0]) ?? [];
  const ids = buckets.toSorted((a, b) => b.count - a.count || a.keys[0]!.localeCompare(b.keys[0]!)).map((b) => b.keys[0]!);
  const known = useAnswer(Places, ids.length > 0 ? { ids: ids.slice(0, 100) } : null);
  useScroll(place, held.state !== 'waiting');
  return (
    <>
      <h1>{w.places.title}</h1>
      <Shown answer={held}>
        {() => (buckets.length === 0 ? <Nothing title={w.places.none} /> : <Shown answer={known}>{({ nodes }) => <Map_ buckets={buckets} places={nodes.flatMap((n) => (n && 'identifiers' in n ? [n as never] : []))} />}</Shown>)}
      </Shown>
    </>
  );
}

const size = { thailand: [420, 640], region: [640, 640] } as const;

function Map_({ buckets, places }: { buckets: { keys: (string | null)[]; count: number }[]; places: (Label & { identifiers: { scheme: string; value: string }[] })[] }) {
  const w = words();
  const place = usePlace();
  const all = place.get('map') === 'region';
  const [shapes, setShapes] = useState<Shapes | null>(null);
  useEffect(() => void import('../map/shapes.json').then((m) => setShapes(m.default as unknown as Shapes)), []);
  const { regions, without, total } = useMemo(() => regionsOf(buckets, places as never), [buckets, places]);
  const counts = new Map(regions.map((r) => [r.code, r.count]));
  const inThailand = regions.filter((r) => r.code.startsWith('TH')).reduce((n, r) => n + r.count, 0);
  if (all) counts.set('TH', inThailand);
  const most = Math.max(...(all ? [...counts].filter(([c]) => c.length === 2) : [...counts].filter(([c]) => c.startsWith('TH-'))).map(([, n]) => n), 1);
  const named = new Map(places.map((p) => [p.id, p]));
  const label = (r: Region) => nameOfRegion(r, named);
  const chosen = place.get('region');
  const [width, height] = all ? size.region : size.thailand;
  const drawn = useMemo(() => {
    if (!shapes) return [];
    const provinces = feature(shapes, shapes.objects.provinces);
    const countries = feature(shapes, shapes.objects.countries);
    const projection = geoIdentity().reflectY(true); // the shapes are flat already
    if (all) projection.fitSize([width, height], { type: 'MultiPoint', coordinates: [[92, -11], [142, 43]] });
    else projection.fitExtent([[8, 8], [width - 8, height - 8]], provinces);
    const path = geoPath(projection);
    return [
      ...countries.features.map((f) => ({ id: String(f.id), d: path(f) ?? '', back: !all })),
      ...(all ? [] : provinces.features.map((f) => ({ id: String(f.id), d: path(f) ?? '', back: false }))),
    ];
  }, [shapes, all]);
  return (
    <div class="columns map">
      <div>
        <p class="buttons">
          <a class="button" href={place.with({ map: null, region: null })} aria-current={!all}>{w.places.thailand}</a>
          <a class="button" href={place.with({ map: 'region', region: null })} aria-current={all}>{w.places.region}</a>
        </p>
        <svg class="shapes" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={w.places.label}>
          {drawn.map((s) => {
            const n = counts.get(s.id) ?? 0;
            const level = s.back ? 'back' : n === 0 ? 'none' : `level${Math.min(4, Math.ceil((4 * Math.log(1 + n)) / Math.log(1 + most)))}`;
            return (
              <path key={s.id} d={s.d} class={`${level}${s.id === chosen ? ' chosen' : ''}`} onClick={() => n > 0 && place.go({ region: s.id })}>
                {!s.back && <title>{`${regionTitle(s.id, regions, named)}: ${number(n)}`}</title>}
              </path>
            );
          })}
        </svg>
      </div>
      <div>
        <p role="status">{w.places.total(number(total), number(total - without.reduce((n, p) => n + p.count, 0)), number(without.reduce((n, p) => n + p.count, 0)))}</p>
        <table>
          <tbody>
            {regions.map((r) => (
              <tr key={r.code} class={r.code === chosen ? 'chosen' : undefined}>
                <th scope="row"><details open={r.code === chosen}><summary>{label(r)}</summary><ul class="plainlist">{r.places.map((p) => <li key={p.id}>{named.has(p.id) ? <Thing of={named.get(p.id)!} /> : p.id} <span class="count">{number(p.count)}</span></li>)}</ul></details></th>
                <td class="number">{number(r.count)}</td>
              </tr>
            ))}
            {without.length > 0 && (
              <tr>
                <th scope="row"><details><summary>{w.places.without}</summary><ul class="plainlist">{without.slice(0, 100).map((p) => <li key={p.id}>{named.has(p.id) ? <Thing of={named.get(p.id)!} /> : p.id} <span class="count">{number(p.count)}</span></li>)}</ul></details></th>
                <td class="number">{number(without.reduce((n, p) => n + p.count, 0))}</td>
              </tr>
            )}
          </tbody>
        </table>
        <CsvLink name="places" of={regions.length + (without.length > 0 ? 1 : 0)} head={['region', 'name', 'count']} rows={() => [...regions.map((r) => [r.code, label(r), String(r.count)]), ['', w.places.without, String(without.reduce((n, p) => n + p.count, 0))]]} />
      </div>
    </div>
  );
}

type Named = Map<string, Label & { identifiers: { value: string }[] }>;

function nameOfRegion(r: Region, named: Named): string {
  return regionTitle(r.code, [r], named);
}

// The name that the graph has for the region or, for those it has none for, that
// of the browser's list of countries.
function regionTitle(code: string, regions: Region[], named: Named): string {
  for (const p of regions.find((r) => r.code === code)?.places ?? []) {
    const e = named.get(p.id);
    if (e?.identifiers.some((i) => i.value.toUpperCase() === code)) return nameOf(e);
  }
  for (const e of named.values()) if (e.identifiers.some((i) => i.value.toUpperCase() === code)) return nameOf(e);
  return code.length === 2 ? (new Intl.DisplayNames(language.value, { type: 'region' }).of(code) ?? code) : code;
}
