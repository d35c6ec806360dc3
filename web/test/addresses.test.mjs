// All state of a view stands in its address: what one has come to by clicking is
// there again in a fresh profile; and Back comes to where one was. And what the
// first view weighs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { drawing, launch, settled, visit } from './browser.mjs';
import { startServer } from './server.mjs';

let server, browser, person, meeting, doc, fact;
before(async () => {
  server = await startServer();
  browser = await launch();
  const found = await server.ask('{ meetings(filter: { name: { contains: "ASEAN-ROK Ministerial Meeting" } }) { nodes { id chairs { edges { factId evidence { document { id } } node { ... on Person { id name } } } } } } }');
  meeting = found.meetings.nodes[0].id;
  const chair = found.meetings.nodes[0].chairs.edges.find((e) => e.node.name.includes('พุทธิพงษ์'));
  [person, fact, doc] = [chair.node.id, chair.factId, chair.evidence[0].document.id];
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** What is shown: rows, drawer, what the forms hold, what is pressed or open, and
 * where the pinned entities of a drawing are. */
async function shown(page) {
  await settled(page);
  const state = await page.evaluate(() => {
    const text = (e) => (e.innerText ?? e.textContent).replace(/\s+/g, ' ').trim();
    return {
      title: document.title,
      rows: [...document.querySelectorAll('main tr, main li, main h1, main h2, main [role="status"]:not([aria-live]):not(.unseen)')].filter((e) => !e.closest('.drawer') && e.offsetParent).map(text),
      drawer: [...document.querySelectorAll('.drawer')].map(text),
      marked: [...document.querySelectorAll('mark')].map(text),
      forms: [...document.querySelectorAll('main input, main select')].map((e) => (e.type === 'checkbox' ? e.checked : e.value)),
      pressed: [...document.querySelectorAll('main [aria-pressed="true"], main [aria-current="true"], main .chosen')].map((e) => e.getAttribute('aria-label') ?? text(e)),
    };
  });
  if (await page.locator('.canvas').count()) {
    const pinned = [...decodeURIComponent(new URL(page.url()).hash).matchAll(/([\w-]+):-?\d+:-?\d+/g)].map((m) => m[1]);
    const { nodes, edges } = await drawing(page);
    state.drawn = [Object.keys(nodes).sort(), edges.sort(), Object.fromEntries(pinned.map((id) => [id, nodes[id]]))];
  }
  return state;
}

const follow = (selector, at = 0) => async (page) => {
  const before = page.url();
  await page.locator(selector).nth(at).click();
  await page.waitForURL((url) => url.href !== before);
  await settled(page);
};
const fill = (selector, value, at = 0) => async (page) => {
  const before = page.url();
  await page.locator(selector).nth(at).fill(value);
  await page.waitForURL((url) => url.href !== before);
  await settled(page);
};
const pick = (label, text) => async (page) => {
  const before = page.url();
  await page.getByRole('combobox', { name: label, exact: true }).fill(text);
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== before);
  await settled(page);
};
const node = (at, name) => async (page) => {
  const before = page.url();
  await page.locator('section[aria-labelledby="nodes"]').getByRole('button', { name }).nth(at).click();
  await page.waitForURL((url) => url.href !== before);
  await settled(page);
};
const drag = async (page) => {
  const before = page.url();
  await page.locator('.drawing').focus();
  await page.locator('.drawing').scrollIntoViewIfNeeded();
  await page.keyboard.press('0');
  const at = await page.locator('.canvas').evaluate((box) => {
    const { cy } = box._cyreg;
    const { left, top } = box.getBoundingClientRect();
    const p = cy.nodes()[1].renderedPosition();
    return { x: p.x + left, y: p.y + top };
  });
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + 25, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL((url) => url.href !== before);
};

const journeys = () => ({
  start: ['/', [follow('.settings button')]],
  search: ['/', [async (page) => { await page.locator('[data-main]').fill('เมืองอัจฉริยะ'); await page.keyboard.press('Enter'); await page.waitForURL('**/search**'); await settled(page); }, follow('.facets a', 1), follow('a[rel="next"]')]],
  kind: ['/', [follow('.chips a', 3)]],
  'an entity and a fact': [`/e/${person}?hl=th`, [follow('section.relation [data-fact]')]],
  'an entity on a day': [`/e/${person}?hl=en`, [fill('#asof', '2020-01-15')]],
  'a release and a fact': [`/doc/${doc}?hl=en`, [follow('.facts [data-fact]', 1)]],
  'a drawing': [`/graph?ids=${person}&hl=en`, [node(2, /^Add neighbours/), node(1, /^Hide/), drag, node(4, /^Pin/), follow('.legend ul:nth-of-type(2) button', 0)]],
  'a drawing of a kind on a day': [`/graph?ids=${meeting}&hl=th`, [node(0, /^เพิ่ม/), follow('.legend ul:nth-of-type(1) button', 1), fill('main input[type="date"]', '2019-11-25')]],
  'a pair of a drawing': [`/graph?ids=${person}&hl=en`, [drag, async (page) => { const before = page.url(); await page.locator('.canvas').evaluate((box) => { const e = box._cyreg.cy.edges()[0]; e.emit('tap'); }); await page.waitForURL((url) => url.href !== before); await settled(page); }]],
  'a fact of a drawing': [`/graph?ids=${person}&hl=en`, [node(3, /^Pin/), follow('section[aria-labelledby="facts"] [data-fact]', 2)]],
  'a connection': ['/path?hl=en', [pick('From', 'พุทธิพงษ์'), pick('To', 'ASEAN Smart Cities Network'), async (page) => { const before = page.url(); await page.locator('main select').selectOption('3'); await page.waitForURL((url) => url.href !== before); await settled(page); }, follow('.hops [data-fact]')]],
  'a time': ['/timeline?hl=en', [fill('main input[type="date"]', '2019-01-01', 0), fill('main input[type="date"]', '2020-12-31', 1), pick('Only what has to do with', 'depa')]],
  'a region': ['/places?hl=en', [follow('main .buttons a', 1), async (page) => { const before = page.url(); await page.locator('.shapes path[class^="level"]').last().dispatchEvent('click'); await page.waitForURL((url) => url.href !== before); await settled(page); }]],
  statistics: ['/stats?hl=th', []],
  'a question': ['/ask?hl=en', [follow('.questions a[href*="/ask/planned"]'), fill('.fill input', '2020-01-01', 0), fill('.fill input', '2020-12-31', 1)]],
  'a question about somebody': ['/ask?hl=th', [follow('.questions a[href*="/ask/as-of"]'), follow('.question .examples a', 2), fill('.fill input', '2020-02-01')]],
});

test('every kind of address brings back rows, drawer and pinned places in a fresh profile', async () => {
  for (const [name, [from, steps]] of Object.entries(journeys())) {
    let url, was;
    await visit(browser, server.base, from, {}, async (page) => {
      for (const [i, step] of steps.entries()) await step(page).catch((error) => assert.fail(`${name}, step ${i + 1} at ${page.url()}: ${error.message}`));
      was = await shown(page);
      url = page.url();
      assert.ok(was.rows.length > 3, `${name}: ${JSON.stringify(was)}`);
    });
    await visit(browser, server.base, url.slice(server.base.length), {}, async (page) => assert.deepEqual(await shown(page), was, `${name}: ${decodeURIComponent(url)}`));
    if (/drawing/.test(name) && steps.includes(drag)) assert.ok(Object.keys(was.drawn[2]).length >= 1, `${name} pins nothing: ${url}`);
  }
});

test('Back comes to where one was, on every view that is longer than the window', async () => {
  const views = {
    '/': '.chips a >> nth=-1', [`/search?q=${encodeURIComponent('เมือง')}`]: '.hits a >> nth=20', '/search?kind=PERSON': '.hits a >> nth=40', [`/e/${person}`]: 'section.relation a.thing >> nth=-1', [`/doc/${doc}`]: '.facts a.thing >> nth=2',
    [`/graph?ids=${person}`]: 'section[aria-labelledby="nodes"] a.thing >> nth=3', [`/path?from=${person}&to=${meeting}`]: '.hops a.thing >> nth=-1', '/timeline': '.year a.thing >> nth=12', '/stats': 'a.thing >> nth=-1', [`/ask/evidence?id=${meeting}`]: 'table.answer a.thing >> nth=2',
  };
  for (const [path, link] of Object.entries(views))
    await visit(browser, server.base, path + (path.includes('?') ? '&' : '?') + 'hl=en', { size: 'phone' }, async (page) => {
      const target = page.locator(`main ${link}`);
      await target.scrollIntoViewIfNeeded();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const at = await page.evaluate(() => Math.round(scrollY));
      const url = page.url();
      assert.ok(at > 50, `${path} has not been scrolled`);
      await target.click();
      await page.waitForURL((now) => now.href !== url);
      await page.locator('main h1').first().waitFor();
      await settled(page);
      assert.equal(await page.evaluate(() => scrollY), 0, `what ${path} leads to begins at its top`);
      await page.goBack();
      await page.waitForURL(url);
      await page.locator(`main ${link}`).waitFor();
      await settled(page);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const now = await page.evaluate(() => Math.round(scrollY));
      assert.ok(Math.abs(now - at) <= 2, `${path} was at ${at}, and is at ${now}`);
    });
});

test('the first view has at most 40 kB of JavaScript, nothing of the drawing, and is soon there on a slow machine', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    const page = await context.newPage();
    const scripts = [];
    page.on('response', (response) => /\.js$/.test(new URL(response.url()).pathname) && scripts.push(response));
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      window.marks = {};
      const look = () => {
        if (document.querySelector('[data-main]')) window.marks.interactive ??= performance.now();
        if (document.querySelector('.figures')) window.marks.complete ??= performance.now();
        if (!window.marks.complete) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(server.base + '/?hl=en');
    await page.waitForFunction(() => window.marks?.complete, undefined, { timeout: 30_000 });
    // Interactive is what answers: the box takes what is typed, and suggests.
    await page.locator('[data-main]').click();
    await page.keyboard.type('depa');
    await page.locator('[role="option"]').first().waitFor();
    const marks = await page.evaluate(() => window.marks);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const sizes = await Promise.all(scripts.map(async (s) => [new URL(s.url()).pathname, gzipSync(await s.body(), { level: 9 }).length]));
    const sum = sizes.reduce((n, [, size]) => n + size, 0);
    console.log(`# first view: ${sum} bytes of JavaScript compressed (${sizes.map(([name, size]) => `${name} ${size}`).join(', ')}); at 4x CPU slow-down interactive after ${Math.round(marks.interactive)} ms, complete after ${Math.round(marks.complete)} ms`);
    assert.ok(sizes.length > 0 && sum <= 40_000, `${sum} bytes`);
    assert.ok(marks.interactive < 20_000, JSON.stringify(marks));
    assert.ok(!scripts.some((s) => /graph|places|shapes/.test(s.url())), scripts.map((s) => s.url()).join());
    await Promise.all([page.waitForResponse(/\/graph-[\w-]+\.js$/), page.locator('nav a[href^="/graph?"]').click()]);
  } finally {
    await context.close();
  }
});
