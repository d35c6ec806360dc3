// The dashboard as it is built, in a real Chromium, from another origin than the server's.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { start } from '../clients/server.mjs';

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
if (!executablePath && !process.env.CI) {
  console.log('# NO TEST OF THE DASHBOARD RAN: there is no Chromium');
  process.exit(0);
}
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const pages = createServer((request, response) => {
  const path = new URL(request.url, 'http://x').pathname;
  const file = join(import.meta.dirname, 'dist', path === '/' ? 'index.html' : path);
  response.writeHead(existsSync(file) ? 200 : 404, { 'Content-Type': types[extname(file)] ?? 'text/plain' });
  response.end(existsSync(file) ? readFileSync(file) : '');
});
await new Promise((ready) => pages.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${pages.address().port}`;
const server = await start('--allow-origin', origin);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
after(async () => {
  await browser.close();
  server.stop();
  pages.close();
});

test('it shows what the server has, and what comes', async () => {
  const page = await browser.newPage();
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`${origin}/?mueang=${encodeURIComponent(server.url)}`);
  await page.getByText(/^\d+ meetings$/).waitFor();
  const response = await fetch(server.url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: '{ meetingStatistics(groupBy: [YEAR]) { keys count } meetings { totalCount } }' }) });
  const { data } = await response.json();
  assert.equal(await page.locator('#state').innerText(), `${data.meetings.totalCount} meetings`);
  assert.deepEqual(
    await page.locator('#years tr').evaluateAll((rows) => rows.map((r) => [r.cells[0].textContent, Number(r.cells[2].textContent)])),
    data.meetingStatistics.map((b) => [b.keys[0] ?? 'unknown', b.count]),
  );
  assert.ok((await page.locator('#chairs q').allInnerTexts()).some((quote) => quote.includes('ประธาน')));
  server.bring();
  await page.locator('#changes li').first().waitFor();
  await page.getByText(`${data.meetings.totalCount + 1} meetings`).waitFor();
  assert.deepEqual(wrong, []);
});
