// The Explorer in a real Chromium over the real server.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, settled, violations, visit } from './browser.mjs';
import { startServer } from './server.mjs';

let server, browser, person, meeting, fact, doc;
before(async () => {
  server = await startServer();
  browser = await launch();
  const found = await server.ask(`{
    meetings(filter: { name: { contains: "ASEAN-ROK Ministerial Meeting" } }) { nodes { id chairs { edges { factId evidence { quote document { id } } node { ... on Person { id name } } } } } }
  }`);
  const chair = found.meetings.nodes[0].chairs.edges.find((e) => e.node.name.includes('พุทธิพงษ์'));
  meeting = found.meetings.nodes[0].id;
  person = chair.node.id;
  fact = { id: chair.factId, quote: chair.evidence[0].quote };
  doc = chair.evidence[0].document.id;
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const pages = () => ({
  start: '/', search: `/search?q=${encodeURIComponent('ดิจิทัล')}`, filtered: `/search?q=${encodeURIComponent('ดิจิทัล')}&kind=MINISTRY`, nothing: '/search?q=qqqqqq', kind: '/search?kind=PERSON', documents: '/search?kind=DOCUMENT', entity: `/e/${person}`, meeting: `/e/${meeting}`,
  evidence: `/e/${meeting}?f=${fact.id}`, 'as of': `/e/${person}?asOf=2020-01-01`, document: `/doc/${doc}?f=${fact.id}`, graph: `/graph?ids=${person}`, 'no graph': '/graph', path: `/path?from=${person}&to=${meeting}`,
  timeline: '/timeline', places: '/places', stats: '/stats', questions: '/ask', question: `/ask/chairs?id=${meeting}`, missing: '/nowhere', unknown: '/e/nobody', 'no document': '/doc/nothing', 'no question': '/search',
});

for (const hl of ['th', 'en'])
  for (const size of ['wide', 'phone'])
    test(`every view, ${hl}, ${size}: no error, no request to others, nothing that axe-core objects to`, async () => {
      for (const [name, path] of Object.entries(pages())) {
        await visit(browser, server.base, path + (path.includes('?') ? '&' : '?') + `hl=${hl}`, { size, dark: hl === 'en' && size === 'phone' }, async (page) => {
          assert.equal(await page.locator('html').getAttribute('lang'), hl);
          assert.equal(await page.locator('[role="alert"]').count(), 0, `${name} shows an error: ${await page.locator('[role="alert"]').allInnerTexts()}`);
          assert.deepEqual(await violations(page), [], name);
        });
      }
    });

test('at 320 px nothing scrolls sideways and no word of a name breaks', async () => {
  for (const [name, path] of Object.entries(pages())) {
    await visit(browser, server.base, path, { size: 'narrow' }, async (page) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
      const broken = await page.evaluate(() => [...document.querySelectorAll('.token')].filter((t) => t.getClientRects().length > 1).map((t) => t.textContent));
      assert.deepEqual(broken, [], name);
    });
  }
});

test('search: suggestions as one types, keys choose, Enter opens', async () => {
  await visit(browser, server.base, '/?hl=en', {}, async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('พุทธิพงษ์');
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/e/${person}?hl=en`);
    assert.match(await page.locator('.entity h1').innerText(), /พุทธิพงษ์/);
  });
});

test('a fact opens its evidence: the quote is marked, Escape closes and gives the focus back', async () => {
  await visit(browser, server.base, `/e/${meeting}?hl=th`, {}, async (page) => {
    await page.locator(`[data-fact="${fact.id}"]`).click();
    await settled(page);
    assert.equal(await page.locator('.drawer blockquote mark').first().innerText(), fact.quote);
    assert.match(page.url(), new RegExp(`f=${fact.id}`));
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'drawer');
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-fact')), fact.id);
  });
});

test('Back restores the scroll, and a page that is new begins at its top', async () => {
  await visit(browser, server.base, '/timeline?hl=en', {}, async (page) => {
    await page.evaluate(() => scrollTo(0, 400));
    await page.waitForTimeout(100);
    await page.locator('.year a').nth(6).click();
    await page.waitForURL('**/e/**');
    await page.locator('.entity h1').waitFor();
    await settled(page);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.goBack();
    await page.locator('.year').first().waitFor();
    await settled(page);
    assert.equal(await page.evaluate(() => Math.round(scrollY)), 400);
  });
});

test('the drawing: opening adds at most 25 and moves nothing, Ctrl+Z takes it back, a pin stands in the address', async () => {
  await visit(browser, server.base, `/graph?ids=${person}&hl=en`, {}, async (page) => {
    const rows = () => page.locator('section[aria-labelledby="nodes"] tr').count();
    const first = await rows();
    assert.ok(first >= 2 && first <= 26, `${first} entities at first`);
    const address = page.url();
    await page.locator('section[aria-labelledby="nodes"] tr').nth(1).getByRole('button', { name: /^Add neighbours/ }).click();
    await settled(page);
    const then = await rows();
    assert.ok(then > first && then <= first + 25, `${first} entities, then ${then}`);
    await page.locator('.drawing').focus();
    await page.keyboard.press('Control+z');
    await settled(page);
    assert.equal(await rows(), first);
    assert.equal(page.url(), address);
    await page.locator('section[aria-labelledby="nodes"] tr').nth(0).getByRole('button', { name: /^Pin/ }).click();
    assert.match(page.url(), /#p=/);
  });
});

test('lists are taken along as CSV, with what the table has', async () => {
  await visit(browser, server.base, `/e/${meeting}?hl=th`, {}, async (page) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).first().click()]);
    const text = readFileSync(await download.path(), 'utf8');
    assert.ok(text.startsWith('\ufefffact,relation,'), text.slice(0, 40));
    assert.ok(text.includes(fact.id) && text.includes('พุทธิพงษ์'));
  });
});
