// The day of a drawing: slid by keys from month to month, kept in the address,
// and the rows are those that the API gives for it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { executable, launch, settled, visit } from './browser.mjs';
import { startServer } from './server.mjs';

if (!executable && !process.env.CI) {
  console.log('# NOT RUN: there is no Chromium');
  process.exit(0);
}

let server, browser;
before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.stop();
});

test('the day of a drawing is slid by keys', async () => {
  const { people } = await server.ask('{ people(first: 1, filter: { name: { contains: "พุทธิพงษ์" } }) { nodes { id } } }');
  const id = people.nodes[0].id;
  await visit(browser, server.base, `/graph?ids=${id}&hl=en`, {}, async (page) => {
    const slider = page.getByLabel('Slide to a month');
    assert.equal(await slider.getAttribute('aria-valuetext'), 'every day');
    const days = [];
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'Home']) {
      await slider.focus();
      await page.keyboard.press(key);
      await settled(page);
      const day = new URL(page.url()).searchParams.get('asOf');
      if (day === null) continue; // End, where it was
      days.push(day);
      assert.match(await slider.getAttribute('aria-valuetext'), /^\d+ \w+ \d{4}$/);
      const shown = await page.locator('section[aria-labelledby="facts"] [data-fact]').count();
      const { neighborhood } = await server.ask(`query ($id: ID!, $day: Date!) { neighborhood(ids: [$id], depth: 1, limit: 26, asOf: $day) { facts { id } nodes { id } } }`, { id, day });
      assert.equal(shown > 0, neighborhood.facts.length > 0, day);
    }
    assert.ok(days.length >= 3 && days.toSorted().reverse().join() === days.join(), days.join());
    await page.getByRole('button', { name: 'every day', exact: false }).or(page.locator('.form button')).first().click();
    await settled(page);
    assert.equal(new URL(page.url()).searchParams.get('asOf'), null);
  });
});
