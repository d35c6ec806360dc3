// Texts of documents may be anybody's: markup, controls that turn the reading
// round, names of thousands of letters and formulas are shown and exported as
// the texts that they are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { csv, drawing, go, launch, visit } from './browser.mjs';
import { makeStore, serve } from './server.mjs';

const long = 'ก'.repeat(10_000);
const title = '<script>window.hit = 1</script> \u202eevil\u202c "quoted" & \'so\'';
const publisher = '<img src=x onerror=window.hit=2>\u202etfel';
const company = 'บริษัท <script>window.hit=8</script> จำกัด';
const project = 'โครงการ “<b onmouseover=window.hit=7>เมืองอัจฉริยะ</b>”';
const documents = [
  {
    id: 'markup', title, publisher, url: 'https://example.org/?a=<script>window.hit=3</script>', publishedOn: '2022-11-09',
    text: `<script>window.hit=4</script>\nนายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม เป็นประธานการประชุมคณะกรรมการ<img src=x onerror=window.hit=5>ขับเคลื่อนเมืองอัจฉริยะ ครั้งที่ 1/2565 เมื่อวันที่ 9 พฤศจิกายน 2565 ณ โรงแรม<svg/onload=window.hit=6>
นาย\u202eสมศักดิ์ ทดสอบ\u202c ผู้อำนวยการสำนักงานส่งเสริมเศรษฐกิจดิจิทัล เข้าร่วมการประชุม
ลงนามบันทึกความเข้าใจ ${project} ระหว่างสำนักงานส่งเสริมเศรษฐกิจดิจิทัล กับ${company} เมื่อวันที่ 9 พฤศจิกายน 2565\n`,
  },
  {
    id: 'long', title: 'ยาว ' + long, publishedOn: '2022-11-10',
    text: `นาย${long} ${long} รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม เป็นประธานการประชุม${long} เมื่อวันที่ 10 พฤศจิกายน 2565 ณ โรงแรม${long}\nนายสมชาย ใจดี เข้าร่วมการประชุมคณะกรรมการ${long}\n`,
  },
  {
    id: 'formula', title: '=HYPERLINK("http://example.org")', publishedOn: '2022-11-11',
    text: 'The Digital Economy Promotion Agency and <script>alert(1)</script> Smart City Co., Ltd. signed a memorandum of understanding on 11 November 2022. Mr. Som\u202echai Jaidee, Minister of Digital Economy and Society, chaired the Smart City Forum 2022 in Bangkok on 11 November 2022.\n',
  },
];

let store, server, browser, bench, entities, docs;
before(async () => {
  store = await makeStore(...documents);
  server = await serve(store);
  browser = await launch();
  // A page without the Explorer's policy, which forbids to parse.
  bench = await (await browser.newContext()).newPage();
  entities = (await server.ask('{ search(text: "e", first: 1) { totalCount } a: centrality(metric: DEGREE, first: 100) { entity { id kind name names { text } relations(first: 20) { edges { factId node { id } } } } } }')).a.map((c) => c.entity);
  docs = (await server.ask('{ documents(first: 10) { nodes { id title publisher url text } } }')).documents.nodes;
});
after(async () => {
  await browser?.close();
  await server?.stop();
  store?.end();
});

const named = (name) => entities.find((e) => e.name === name);

test('the documents make names that prove something', () => {
  assert.ok(named(company) && named(project), entities.map((e) => e.name.slice(0, 80)).join('\n'));
  assert.ok(Math.max(...entities.map((e) => [...e.name].length)) >= 500, 'no long name');
  assert.equal(docs.find((d) => d.title.includes('script')).title, title);
});

/** Nothing of the texts has become a part of the page or turns its reading round. */
async function harmless(page, what) {
  const found = await page.evaluate(() => ({
    hit: window.hit, elements: [...document.querySelectorAll('main script, main img, main b, main iframe, [onload], [onerror], [onmouseover]')].map((e) => e.outerHTML),
    links: [...document.querySelectorAll('a')].map((a) => a.href).filter((href) => !/^https?:/.test(href)),
    turned: [document.title, document.body.innerText].join('\n').match(/.{0,30}[\u202a-\u202e\u2066-\u2069\u200e\u200f].{0,30}/g),
    wide: document.documentElement.scrollWidth - innerWidth,
  }));
  assert.deepEqual({ ...found, wide: Math.max(0, found.wide) }, { hit: undefined, elements: [], links: [], turned: null, wide: 0 }, what);
}

const views = () => {
  const markup = docs.find((d) => d.title === title);
  const [one, two] = [named(company), named(project)];
  const fact = one.relations.edges[0].factId;
  const longest = entities.toSorted((a, b) => b.name.length - a.name.length)[0];
  const person = entities.find((e) => e.kind === 'PERSON');
  return {
    start: '/', search: `/search?q=${encodeURIComponent('<script>window.hit=9</script>\u202e')}`, found: '/search?q=script', 'long search': `/search?q=${'ก'.repeat(180)}`, documents: '/search?kind=DOCUMENT', companies: '/search?kind=COMPANY', projects: '/search?kind=PROJECT', meetings: '/search?kind=MEETING',
    ...Object.fromEntries(entities.slice(0, 12).concat(one, two, longest).map((e) => [`entity ${e.name.slice(0, 20)}`, `/e/${e.id}`])),
    evidence: `/e/${one.id}?f=${fact}`, ...Object.fromEntries(docs.map((d) => [`document ${d.title.slice(0, 20)}`, `/doc/${d.id}`])), 'document and fact': `/doc/${markup.id}?f=${fact}`,
    graph: `/graph?ids=${[one.id, two.id, longest.id, person.id].join()}`, pair: `/graph?ids=${one.id}&pair=${one.id}~${one.relations.edges[0].node.id}`, path: `/path?from=${one.id}&to=${two.id}`, timeline: '/timeline', 'timeline of': `/timeline?ids=${longest.id},${one.id}`, places: '/places', stats: '/stats',
    ask: `/ask/evidence?id=${one.id}`, 'ask text': `/ask/search?text=${encodeURIComponent('<img src=x onerror=window.hit=10>')}`, nonsense: '/e/%3Cscript%3Ewindow.hit=11%3C%2Fscript%3E', nowhere: '/%22%3E%3Cimg%20src=x%20onerror=window.hit=12%3E',
  };
};

for (const size of ['wide', 'narrow'])
  test(`every view shows them as texts, ${size}`, async () => {
    await visit(browser, server.base, '/?hl=en', { size }, async (page) => {
      for (const [name, path] of Object.entries(views())) {
        await go(page, path + (path.includes('?') ? '&' : '?') + 'hl=en');
        await harmless(page, `${name} ${path}`);
      }
    });
  });

test('names and titles are readable as they were written, and controls are seen', async () => {
  await visit(browser, server.base, `/e/${named(company).id}?hl=th`, {}, async (page) => assert.equal(await page.locator('.entity h1').innerText(), company));
  await visit(browser, server.base, `/doc/${docs.find((d) => d.title === title).id}?hl=th`, {}, async (page) => {
    assert.equal(await page.locator('.document h1').innerText(), title.replace('\u202e', '⟦202E⟧').replace('\u202c', '⟦202C⟧'));
    assert.match(await page.locator('.document').innerText(), /<img src=x onerror=window.hit=2>⟦202E⟧tfel/);
    assert.match(await page.locator('.document .text').innerText(), /<script>window\.hit=4<\/script>/);
  });
});

test('the drawing and what it is saved as have them as texts', async () => {
  const ids = [company, project].map((name) => named(name).id);
  await visit(browser, server.base, `/graph?ids=${ids.join()}&hl=th`, {}, async (page) => {
    const flat = (text) => text.replace(/\s+/g, '');
    const { labels } = await drawing(page);
    assert.ok(labels.some((l) => flat(l) === flat(company)), labels.join('\n'));
    assert.ok(labels.every((l) => [...l].length < 80), 'a label that fills the drawing');
    const save = async (name) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
      return readFileSync(await download.path());
    };
    assert.equal((await save('PNG')).subarray(1, 4).toString(), 'PNG');
    const parsed = await bench.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      return { error: svg.querySelector('parsererror')?.textContent, elements: [...new Set([...svg.querySelectorAll('*')].map((e) => e.localName))].sort(), attributes: [...svg.querySelectorAll('*')].flatMap((e) => [...e.attributes]).filter((a) => /^on|href/.test(a.name)).length, texts: [...svg.querySelectorAll('text')].map((t) => t.textContent) };
    }, (await save('SVG')).toString());
    assert.equal(parsed.error, undefined);
    assert.deepEqual(parsed.elements, ['g', 'line', 'path', 'rect', 'svg', 'text', 'title']);
    assert.equal(parsed.attributes, 0);
    assert.ok(parsed.texts.includes(company), parsed.texts.join('\n'));
    const { rows } = await csv(page, page.locator('section[aria-labelledby="facts"]').getByRole('button', { name: 'CSV' }));
    assert.ok(rows.some((row) => row.includes(company)) && rows.every((row) => row.length === 12));
  });
});

test('a list of texts that begin like formulas is saved as texts', async () => {
  await visit(browser, server.base, `/search?q=HYPERLINK&hl=en`, {}, async (page) => {
    const { rows } = await csv(page, page.getByRole('button', { name: 'CSV' }));
    assert.deepEqual(rows.map((row) => row[2]), [`'=HYPERLINK("http://example.org")`]);
  });
});

// The entries of a zip file.
function unzip(file) {
  const entries = {};
  let at = file.readUInt32LE(file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [packed, name, extra, comment, local] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)];
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(from, from + packed);
    entries[file.toString('utf8', at + 46, at + 46 + name)] = (file.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString();
    at += 46 + name + extra + comment;
  }
  return entries;
}

test('mueang export has them as texts in every format', async () => {
  const of = async (format) => store.run('export', '--format', format);
  const lines = (text) => text.toString().trim().split('\n').map((line) => JSON.parse(line));
  const everywhere = (value) => (typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(everywhere) : []);
  for (const format of ['jsonl', 'ftm']) {
    const all = everywhere(lines(await of(format)));
    for (const text of [company, project, title]) assert.ok(all.includes(text), `${format} lacks ${text}`);
  }
  const linked = everywhere(JSON.parse(await of('jsonld')));
  for (const text of [company, project, title]) assert.ok(linked.includes(text), `jsonld lacks ${text}`);
  const xml = (await of('graphml')).toString();
  const parsed = await bench.evaluate((text) => {
    const graph = new DOMParser().parseFromString(text, 'application/xml');
    return { error: graph.querySelector('parsererror')?.textContent, elements: [...new Set([...graph.querySelectorAll('*')].map((e) => e.localName))].sort(), data: [...graph.querySelectorAll('data')].map((d) => d.textContent) };
  }, xml);
  assert.equal(parsed.error, undefined);
  assert.deepEqual(parsed.elements.filter((e) => !['data', 'default', 'desc', 'edge', 'graph', 'graphml', 'key', 'node'].includes(e)), []);
  for (const text of [company, project]) assert.ok(parsed.data.includes(text), `graphml lacks ${text}`);
  const tables = unzip(await of('csv'));
  const table = Object.values(tables).join('\n');
  for (const text of [company, project, `'=HYPERLINK("http://example.org")`]) assert.ok(table.includes(text.replaceAll('"', '""')) || table.includes(text), `csv lacks ${text}`);
  assert.doesNotMatch(table, /(^|,)"?=HYPERLINK/m);
  const cypher = (await of('cypher')).toString();
  assert.ok(cypher.includes('window.hit=8'), 'cypher lacks the company');
  console.log(`# exported: csv ${Object.keys(tables).join(' ')}`);
});
