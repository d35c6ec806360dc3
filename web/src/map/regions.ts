// From the facts that say where meetings were held to the regions of the map:
// each fact counts once, in the province or the country that its place is or lies
// in as far as the graph knows, or among those that have no region here.
import type { PlacesQuery } from '../gql/graphql';

export interface Region {
  /** ISO 3166-2 of a province, ISO 3166-1 of a country. */
  code: string;
  count: number;
  /** The places, with how many facts each has. */
  places: { id: string; count: number }[];
}

type Place = Extract<NonNullable<PlacesQuery['nodes'][number]>, { identifiers: unknown }>;

export function regions(buckets: { keys: (string | null)[]; count: number }[], places: Place[]) {
  const byId = new Map(places.map((p) => [p.id, p]));
  const found = new Map<string, Region>();
  const without: { id: string; count: number }[] = [];
  let total = 0;
  for (const { keys, count } of buckets) {
    const id = keys[0] ?? '';
    total += count;
    const code = codeOf(byId.get(id));
    if (!code) {
      without.push({ id, count });
      continue;
    }
    const region = found.get(code) ?? { code, count: 0, places: [] };
    region.count += count;
    region.places.push({ id, count });
    found.set(code, region);
  }
  return { regions: [...found.values()].sort((a, b) => b.count - a.count), without: without.sort((a, b) => b.count - a.count), total };
}

function codeOf(place: Place | undefined): string | undefined {
  if (!place) return undefined;
  const around = 'within' in place ? place.within.nodes.flatMap((p) => [p, ...p.within.nodes]) : [];
  const codes = [place, ...around].flatMap((p) => p.identifiers.map((i) => i.value.toUpperCase()).filter((v) => /^[A-Z]{2}(-\w+)?$/.test(v)));
  return codes.find((c) => c.startsWith('TH-')) ?? codes.find((c) => c.length === 2) ?? codes[0]?.slice(0, 2);
}
