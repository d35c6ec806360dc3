// What goes wrong, for real: each says why and what to do next.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, settled, visit } from './browser.mjs';
import { makeStore, serve } from './server.mjs';

let store, browser;
before(async () => {
  store = await makeStore('seed/releases');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  store?.end();
});

const refused = /Failed to load resource|ERR_CONNECTION|Failed to fetch|Loading failed|dynamically imported module/;
const says = {
  th: { TIMEOUT: /ใช้เวลานาน|นานเกิน/, COST_LIMIT: /มากเกิน/ },
  en: { TIMEOUT: /took too long/, COST_LIMIT: /too much of the graph/ },
};

for (const [code, flags] of Object.entries({ TIMEOUT: ['--timeout', '1us'], COST_LIMIT: ['--max-cost', '3'] }))
  test(`${code}, from a server with ${flags.join(' ')}`, async () => {
    const server = await serve(store, ...flags);
    try {
      for (const path of ['/?hl=th', ...['/?', '/search?q=depa', '/e/person-x?', '/graph?ids=person-x', '/path?from=person-x&to=person-y', '/timeline?', '/places?', '/stats?', '/doc/x?', '/ask/by-year?'].map((p) => p + '&hl=en')])
        await visit(browser, server.base, path, { says: refused }, async (page) => {
          const alert = page.locator('main [role="alert"]').first();
          await alert.waitFor({ timeout: 10_000 });
          assert.match(await alert.innerText(), new RegExp(code), path);
          assert.match(await alert.locator('strong').innerText(), says[path.slice(-2)][code], `${path} says why`);
          assert.ok((await alert.locator('p').first().innerText()).length > 20, `${path} says what next`);
          assert.equal(await alert.getByRole('button').count(), 1, `${path} can be tried again`);
        });
    } finally {
      await server.stop();
    }
  });

test('a server that is killed is said to be gone, also for a view that was never opened, and comes back', async () => {
  let server = await serve(store);
  const { base } = server;
  const { people } = await server.ask('{ people(first: 1) { nodes { id } } }');
  try {
    await visit(browser, base, '/?hl=en', { says: refused }, async (page) => {
      await page.locator('.chips a[href*="kind=PERSON"]').click();
      await settled(page);
      await server.stop('SIGKILL');
      // A view whose program is here, but not its answer.
      await page.locator('header input').fill('depa');
      await page.keyboard.press('Enter');
      const alert = page.locator('main [role="alert"]').first();
      await alert.waitFor({ timeout: 10_000 });
      assert.match(await alert.innerText(), /The server does not answer\.\s+Check that it runs/);
      // A view whose program has to be fetched.
      await page.locator('nav a[href^="/timeline"]').click();
      await page.waitForURL('**/timeline*');
      await page.waitForFunction(() => /The server does not answer/.test(document.querySelector('main [role="alert"]')?.textContent ?? ''), undefined, { timeout: 10_000 });
      assert.equal(await page.locator('main [role="alert"]').count(), 1);
      server = await serve(store, '--listen', new URL(base).host);
      await page.locator('main [role="alert"]').getByRole('button', { name: 'Try again' }).click();
      await page.locator('.year').first().waitFor({ timeout: 10_000 });
      assert.match(page.url(), /\/timeline/);
      // What failed before is asked again.
      await page.goBack();
      await page.locator('.hits li').first().waitFor({ timeout: 10_000 });
    });
    // On the page of an entity: the list that was asked for more.
    await visit(browser, base, `/e/${people.nodes[0].id}?hl=th`, { says: refused }, async (page) => {
      await server.stop('SIGKILL');
      await page.locator('[data-fact]').first().click();
      const alert = page.locator('.drawer [role="alert"]');
      await alert.waitFor({ timeout: 10_000 });
      server = await serve(store, '--listen', new URL(base).host);
      await alert.getByRole('button').click();
      await page.locator('.drawer blockquote mark').first().waitFor({ timeout: 10_000 });
    });
  } finally {
    await server.stop();
  }
});

test('an id that was merged shows what it was merged into, and says so', async () => {
  const server = await serve(store);
  try {
    const { people } = await server.ask('{ people(first: 2, filter: { name: { in: ["ประวิตร วงษ์สุวรรณ", "ชัยวุฒิ ธนาคมานุสรณ์"] } }) { nodes { id name } } }');
    const ids = people.nodes.map((p) => p.id);
    assert.equal(ids.length, 2);
    await store.run('merge', ...ids, '--actor', 'test');
    const { nodes } = await server.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    const [into] = nodes.map((n) => n.id);
    const old = ids.find((id) => id !== into);
    assert.deepEqual(nodes.map((n) => n.id), [into, into]);
    await visit(browser, server.base, `/e/${old}?hl=en`, {}, async (page) => {
      assert.match(await page.locator('main [role="status"]').first().innerText(), /This id was merged into the entity shown here/);
      assert.match(await page.locator('.entity h1').innerText(), /./);
      assert.ok((await page.locator('section.relation [data-fact]').count()) > 0, 'with its facts');
      // Facts, more of them and questions are those of what it was merged into.
      await page.locator('section.relation [data-fact]').first().click();
      await page.locator('.drawer blockquote mark').first().waitFor();
    });
    await visit(browser, server.base, `/e/${into}?hl=en`, {}, async (page) => assert.equal(await page.locator('main').getByText('This id was merged').count(), 0));
    await visit(browser, server.base, `/graph?ids=${old}&hl=en`, {}, async (page) => assert.ok((await page.locator('section[aria-labelledby="nodes"] tr').count()) > 1));
  } finally {
    await server.stop();
  }
});

test('a list that is cut says of how many it is a part, and gives the rest', async () => {
  const server = await serve(store);
  try {
    const { projects } = await server.ask('{ projects(first: 1, filter: { certifiedOn: { from: "2022-11-01" } }) { nodes { certifiedBy { edges { node { ... on Entity { id relations(types: [CERTIFIED], direction: OUT) { totalCount } } } } } } } }');
    const { id, relations: { totalCount } } = projects.nodes[0].certifiedBy.edges[0].node;
    assert.ok(totalCount > 10);
    await visit(browser, server.base, `/e/${id}?hl=en`, {}, async (page) => {
      const list = page.locator('section[aria-labelledby="CERTIFIED-OUT"]');
      assert.equal(await list.locator('h3 .count').innerText(), String(totalCount));
      assert.equal(await list.locator('tbody tr').count(), 10);
      const cut = await csv(page, list.getByRole('button', { name: 'CSV' }));
      assert.match(cut.name, new RegExp(`-10-of-${totalCount}\\.csv$`));
      await list.getByRole('button', { name: `More (${totalCount - 10})` }).click();
      await page.waitForFunction((n) => document.querySelectorAll('section[aria-labelledby="CERTIFIED-OUT"] tbody tr').length === n, totalCount);
      const whole = await csv(page, list.getByRole('button', { name: 'CSV' }));
      assert.equal(whole.rows.length, totalCount);
      assert.doesNotMatch(whole.name, /-of-/);
    });
  } finally {
    await server.stop();
  }
});
