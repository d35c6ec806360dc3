// A real Chromium. A page that writes an error, does what its policy forbids, or
// asks any host but the server's fails the test that opened it.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const executable = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));

export const sizes = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 }, narrow: { width: 320, height: 640 } };

export const launch = () => {
  assert.ok(executable, 'the tests need Chromium (Debian: apt-get install chromium), or CHROMIUM with its path');
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
};

/** Opens a page in a fresh profile, waits until it has its answers, and gives it
 * to a function. What the browser itself writes of a server that refuses or is
 * gone matches options.says. */
export async function visit(browser, base, path, options, use) {
  const context = await browser.newContext({ viewport: sizes[options.size ?? 'wide'], colorScheme: options.dark ? 'dark' : 'light', locale: 'en-GB', acceptDownloads: true, bypassCSP: false });
  const wrong = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !options.says?.test(message.text()) && wrong.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(base + '/') && !url.startsWith('blob:') && !url.startsWith('data:')) wrong.push(`a request to ${url}`);
    });
    watch(page);
    await page.exposeFunction('violated', (what) => wrong.push(`against the policy: ${what}`));
    await page.addInitScript(() => addEventListener('securitypolicyviolation', (event) => window.violated(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`), true));
    await page.goto(base + path);
    await settled(page);
    await use(page);
    assert.deepEqual(wrong, [], `${path} (${JSON.stringify(options)})`);
  } finally {
    await context.close();
  }
}

const asked = new WeakMap();

// Keeps what a page has asked for and has not got.
function watch(page) {
  const open = new Set();
  asked.set(page, open);
  page.on('request', (request) => open.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request));
}

/** Waits until nothing is on its way any more. */
export async function settled(page) {
  for (let quiet = 0; quiet < 3; quiet = asked.get(page).size === 0 ? quiet + 1 : 0) await page.waitForTimeout(50);
  await page.waitForFunction(() => !document.querySelector('.waiting, [aria-busy="true"]'));
}

/** Goes to another address of the Explorer as a link in the page would. */
export async function go(page, to) {
  await page.evaluate((url) => {
    history.pushState(null, '', url);
    dispatchEvent(new PopStateEvent('popstate'));
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, to);
  await settled(page);
}

/** What the drawing holds: cytoscape keeps itself on its container. */
export const drawing = (page) => page.locator('.canvas').evaluate((box) => {
  const { cy } = box._cyreg;
  return { nodes: Object.fromEntries(cy.nodes().map((n) => [n.id(), { ...n.position() }])), edges: cy.edges().map((e) => e.id()), labels: cy.elements().map((e) => e.data('label')) };
});

/** The rows of a CSV file that a button gives, without its head, and its name. */
export async function csv(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = readFileSync(await download.path(), 'utf8');
  assert.ok(text.startsWith('\ufeff') && text.endsWith('\r\n'));
  const rows = [[]];
  for (const [, cell, end] of text.slice(1).matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') rows.push([]);
  }
  return { name: download.suggestedFilename(), rows: rows.slice(1, -1) };
}

/** What axe-core finds against WCAG 2.2 AA. */
export async function violations(page) {
  // axe runs in a world of its own, which the page's policy does not reach.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' });
  await session.send('Runtime.evaluate', { expression: axe, contextId: executionContextId });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: executionContextId, awaitPromise: true, returnByValue: true,
    expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) + ' ' + (n.any[0]?.message ?? '')).join(' | ')))`,
  });
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  return result.value;
}
