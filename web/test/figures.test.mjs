// The figures of a view are those of the API and of its other views: on any day,
// with any filter, on the map.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, drawing, go, launch, settled, visit } from './browser.mjs';
import { startServer } from './server.mjs';

let server, browser;
before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// A sequence of numbers that is the same on every run (mulberry32).
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const among = (next, list) => list[Math.floor(next() * list.length)];

const digits = (text) => Number(text.replace(/[^\d]/g, ''));

test('on 20 days the drawing, its table, its CSV and the API show the same facts', async () => {
  const { ministries } = await server.ask('{ ministries(filter: { name: { equals: "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม" } }) { nodes { id relations(first: 100) { edges { observedFrom { value } observedTo { value } } } } } }');
  const { id, relations } = ministries.nodes[0];
  // Days on which something is known to hold, and days at random.
  const known = [...new Set(relations.edges.flatMap((e) => [e.observedFrom?.value, e.observedTo?.value]).filter((day) => day?.length === 10))].sort();
  const next = random(7);
  const dates = Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? new Date(Date.UTC(2017, 0, 1) + Math.floor(next() * 6 * 365) * 864e5).toISOString().slice(0, 10) : among(next, known)));
  const counts = [];
  await visit(browser, server.base, `/graph?ids=${id}&hl=en`, {}, async (page) => {
    for (const asOf of dates) {
      const { around } = await server.ask('query ($id: ID!, $asOf: Date) { around: neighborhood(ids: [$id], depth: 1, limit: 26, asOf: $asOf) { nodes { id } } }', { id, asOf });
      const { part } = await server.ask('query ($ids: [ID!]!, $asOf: Date) { part: neighborhood(ids: $ids, depth: 0, limit: 500, asOf: $asOf) { nodes { id } facts { id source { id } target { id } } } }', { ids: around.nodes.map((n) => n.id), asOf });
      const facts = part.facts.map((f) => f.id).sort();
      const pairs = [...new Set(part.facts.map((f) => `${f.source.id}~${f.target.id}`))].sort();
      counts.push(facts.length);
      await go(page, `/graph?ids=${id}&asOf=${asOf}&hl=en`);
      const more = page.locator('section[aria-labelledby="facts"] .pages button').filter({ hasText: 'More' });
      if (await more.count()) await more.click();
      const table = await page.locator('section[aria-labelledby="facts"] [data-fact]').evaluateAll((all) => all.map((a) => a.dataset.fact));
      assert.deepEqual(table.sort(), facts, `the table on ${asOf}`);
      const file = await csv(page, page.locator('section[aria-labelledby="facts"]').getByRole('button', { name: 'CSV' }));
      assert.deepEqual(file.rows.map((row) => row[0]).sort(), facts, `the CSV on ${asOf}`);
      const drawn = await drawing(page);
      assert.deepEqual([Object.keys(drawn.nodes).sort(), drawn.edges.sort()], [part.nodes.map((n) => n.id).sort(), pairs], `the canvas on ${asOf}`);
      assert.match(await page.locator('.drawing').getAttribute('aria-label'), new RegExp(`\\b${part.nodes.length} entities and ${pairs.length} connections`), `what is said of the drawing on ${asOf}`);
    }
  });
  console.log(`# facts on the 20 days: ${counts.join(' ')}`);
  assert.ok(new Set(counts).size >= 4 && Math.max(...counts) >= 5, 'the days hardly differ');
});

test('the page of an entity shows on 20 days what the API has for that day', async () => {
  const { ministries } = await server.ask('{ ministries(filter: { name: { equals: "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม" } }) { nodes { id } } }');
  const id = ministries.nodes[0].id;
  const next = random(11);
  await visit(browser, server.base, `/e/${id}?hl=en`, {}, async (page) => {
    for (let i = 0; i < 20; i++) {
      const asOf = new Date(Date.UTC(2017, 0, 1) + Math.floor(next() * 6 * 365) * 864e5).toISOString().slice(0, 10);
      const { node } = await server.ask('query ($id: ID!, $asOf: Date) { node(id: $id) { ... on Entity { relations(asOf: $asOf, first: 1) { totalCount } } } }', { id, asOf });
      await page.locator('#asof').fill(asOf);
      await page.waitForURL(`**asOf=${asOf}*`);
      await settled(page);
      const counts = await page.locator('section.relation h3 .count').allInnerTexts();
      assert.equal(counts.reduce((n, c) => n + digits(c), 0), node.relations.totalCount, asOf);
    }
  });
});

test('for 100 random filters the numbers of the facets are those of the rows', async () => {
  const words = ['ดิจิทัล', 'เมือง', 'อัจฉริยะ', 'กระทรวง', 'สมาร์ท', 'ภูเก็ต', 'smart', 'city', 'digital', 'อาเซียน', 'ASEAN', 'สำนักงาน', 'การประชุม', 'จังหวัด', 'บริษัท', 'มหาวิทยาลัย', 'ขอนแก่น', 'คณะกรรมการ', 'ความร่วมมือ', 'พัฒนา'];
  const next = random(2026);
  await visit(browser, server.base, '/search?q=smart&hl=en', {}, async (page) => {
    let narrowed = 0;
    for (let i = 0; i < 100; i++) {
      const q = among(next, words) + (next() < 0.3 ? ' ' + among(next, words) : '');
      const { all } = await server.ask('query ($q: String!) { all: search(text: $q, first: 1) { totalCount facets { kind count } } }', { q });
      const kinds = all.facets.filter(() => next() < 0.3).map((f) => f.kind);
      await go(page, `/search?q=${encodeURIComponent(q)}&hl=en${kinds.length ? `&kind=${kinds.join()}` : ''}`);
      assert.equal(await page.locator('#results').textContent(), q);
      const shown = await page.evaluate(() => ({
        total: document.querySelector('main section [role="status"]').textContent,
        facets: [...document.querySelectorAll('.facets a')].map((a) => ({ on: a.getAttribute('aria-current') === 'true', count: a.querySelector('.count').textContent })),
        rows: document.querySelectorAll('.hits li').length,
        years: [...document.querySelectorAll('.bars .count')].map((c) => c.textContent),
      }));
      const what = `${q} ${kinds}`;
      const on = shown.facets.filter((f) => f.on);
      assert.equal(on.length, kinds.length, what);
      const counted = (on.length > 0 ? on : shown.facets).reduce((n, f) => n + digits(f.count), 0);
      assert.equal(digits(shown.total), counted, `${what}: the total and the facets`);
      assert.equal(shown.rows, Math.min(counted, 25), `${what}: the rows of the page`);
      assert.ok(shown.years.reduce((n, c) => n + digits(c), 0) <= counted, `${what}: more in the years than there are`);
      if (counted > 0) narrowed++;
      // The rows themselves, all pages of them, of every tenth.
      if (i % 10 === 0) {
        let after = null, rows = 0;
        do {
          const { search } = await server.ask('query ($q: String!, $kinds: [EntityKind!], $after: String) { search(text: $q, kinds: $kinds, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }', { q, kinds: kinds.length ? kinds : null, after });
          rows += search.nodes.length;
          after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
        } while (after);
        assert.equal(rows, counted, `${what}: all rows`);
      }
    }
    assert.ok(narrowed > 60, `only ${narrowed} of 100 find anything`);
  });
});

test('the regions of the map and what lies in none of them add up to all meetings held somewhere', async () => {
  const { statistics } = await server.ask('{ statistics: factStatistics(filter: { types: [HELD_AT] }, groupBy: [TYPE]) { count } }');
  const all = statistics.reduce((n, b) => n + b.count, 0);
  for (const map of ['', '&map=region'])
    await visit(browser, server.base, `/places?hl=en${map}`, {}, async (page) => {
      const said = (await page.locator('.map [role="status"]').innerText()).match(/\d[\d,]*/g).map(digits);
      const rows = (await page.locator('.map table td.number').allInnerTexts()).map(digits);
      assert.equal(said[0], all, 'the total');
      assert.equal(said[1] + said[2], all, 'placed and not placed');
      assert.equal(rows.reduce((n, c) => n + c, 0), all, 'the rows');
      const { rows: listed } = await csv(page, page.getByRole('button', { name: 'CSV' }));
      assert.equal(listed.reduce((n, row) => n + Number(row.at(-1)), 0), all, 'the CSV');
      // Each region's places add up to it.
      const sums = await page.locator('.map tbody tr').evaluateAll((trs) => trs.map((tr) => [tr.querySelector('td.number').textContent, [...tr.querySelectorAll('li > .count')].map((c) => c.textContent)]));
      for (const [region, places] of sums) if (places.length < 100) assert.equal(places.reduce((n, c) => n + digits(c), 0), digits(region));
      console.log(`# places: ${said[1]} of ${all} in a region, ${said[2]} in none, ${rows.length} rows`);
    });
});
