// Each of the competency questions, answered from the start page by clicking
// alone, over the founding releases, of which the questions state the answers;
// and five of them again with the keyboard alone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, settled, visit } from './browser.mjs';
import { makeStore, serve, shared } from './server.mjs';

const file = join(shared, 'questions/questions.json');
const skip = existsSync(file) ? false : `${file} is not there`;
const questions = skip ? [] : JSON.parse(readFileSync(file, 'utf8'));

let store, server, browser;
before(async () => {
  if (skip) return;
  store = await makeStore('seed/releases');
  server = await serve(store);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  store?.end();
});

// What one clicks: a kind on the start page, something that is listed, a view of
// the menu, a question on the page of what it is about or in the list of them,
// and an example that stands under a question.
const kind = (k) => (page) => page.locator(`.home .chips a[href*="kind=${k}"]`);
const thing = (name) => (page) => page.locator('main a.thing', { hasText: name }).first();
const view = (name) => (page) => page.locator(`nav a[href^="/${name}"]`);
const about = (id) => (page) => page.locator(`.entity a[href^="/ask/${id}?"]`);
const ask = (id) => (page) => page.locator(`.questions a[href^="/ask/${id}?"]`);
const example = (text) => (page) => page.locator('.question .examples a', { hasText: text });
const fact = (section) => (page) => page.locator(`section[aria-labelledby="${section}"] [data-fact]`).first();

/** The table of an answer: what stands in each column, and the dates there. */
async function answer(page) {
  await page.locator('table.answer').waitFor();
  return page.locator('table.answer tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => ({
    text: cell.textContent.replace(/\s+/g, ' ').trim(), names: [...cell.querySelectorAll('a.thing')].map((a) => a.textContent.replace(/\s+/g, ' ').trim()), links: [...cell.querySelectorAll('a.thing')].map((a) => a.pathname), day: cell.querySelector('time')?.dateTime,
  }))));
}
const names = (rows, column) => rows.flatMap((row) => row[column].names);
const texts = (rows, column) => rows.map((row) => row[column].text);
const days = (rows, column) => rows.map((row) => row[column].day);
const has = (found, wanted) => assert.deepEqual(wanted.filter((one) => !found.includes(one)), [], `not among ${JSON.stringify(found)}`);
const same = (found, wanted) => assert.deepEqual([...new Set(found)].sort(), [...new Set(wanted)].sort());

const busan = 'การประชุมรัฐมนตรีอาเซียน-สาธารณรัฐเกาหลี';
const words = { MEMBER: 'สมาชิก', PROPOSED: 'ได้รับการเสนอ', PLANNED: 'มีกำหนด' };

// How each is answered, and what must then be seen; expect(at, op) is what
// questions.json expects there.
const walks = {
  chairs: { clicks: [kind('MEETING'), thing(busan), about('chairs')], shows(rows, expect) {
    same(names(rows, 0), expect('chairs.edges.*.node.name'));
    assert.ok(texts(rows, 1).every((role) => /ประธานร่วม/.test(role)), 'both are co-chairs');
    same(days(rows, 2), [expect('startDate.value')]);
    assert.match(names(rows, 3).join(), new RegExp(expect('places.nodes.*.name')));
  } },
  delegation: { clicks: [kind('MEETING'), thing(busan), about('delegation')], shows: (rows, expect) => has(names(rows, 0), expect('attendees.nodes.*.name')) },
  parties: { clicks: [kind('AGENCY'), thing('สำนักงานส่งเสริมเศรษฐกิจดิจิทัล'), about('parties')], async shows(rows, expect) {
    // Shown by its Thai name; questions.json has its English one.
    const { nodes } = await server.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { names { text } } } }', { ids: rows.flatMap((row) => row[3].links.map((path) => decodeURIComponent(path.slice(3)))) });
    has(nodes.flatMap((n) => n.names.map((name) => name.text)), expect('parties.nodes.*.name'));
    same(names(rows, 4), expect('witnesses.nodes.*.name'));
    has(texts(rows, 2), expect('status').map((s) => s.toLowerCase()));
  } },
  evidence: { clicks: [kind('MEETING'), thing(busan), fact('CHAIRED-IN')], async sees(page, expect) {
    assert.match(await page.locator('.drawer blockquote mark').first().innerText(), new RegExp(expect('evidence.*.quote')));
    assert.match(await page.locator('.drawer a[rel~="external"]').first().getAttribute('href'), new RegExp(expect('document.url')));
  } },
  prawit: { clicks: [kind('PERSON'), thing('ประวิตร'), about('prawit')], shows(rows, expect) {
    assert.equal(rows.length, expect('chaired.totalCount'));
    same(days(rows, 1), expect('startDate.value'));
  } },
  nickname: { clicks: [view('ask'), ask('nickname'), example('บิ๊กป้อม')], shows: (rows, expect) => has(names(rows.slice(0, 1), 0), expect('entity.name')) },
  'one-person': { clicks: [view('ask'), ask('one-person'), example('นิมมานพัชรินทร์')], shows(rows, expect) {
    assert.equal(rows.length, expect('people.totalCount'));
    assert.equal(Number(rows[0][2].text), expect('documents.totalCount'));
    for (const body of expect('organization.name')) assert.ok(names(rows, 3).some((post) => post.includes(body)), `${names(rows, 3)} is not of ${body}`);
  } },
  aliases: { clicks: [view('ask'), ask('aliases'), example('ดีป้า')], shows(rows) {
    const query = questions.find((q) => q.id === 'aliases').query;
    has(texts(rows, 0), [...query.matchAll(/name:"([^"]+)"/g)].map((m) => m[1]));
    assert.equal(new Set(rows.map((row) => row[1].links[0])).size, 1);
  } },
  'minister-over-time': { clicks: [kind('MINISTRY'), thing('กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม'), about('minister-over-time')], shows: (rows, expect) => has(names(rows, 1), expect('holders.edges.*.node.name')) },
  'as-of': { clicks: [kind('PERSON'), thing('ปุณณกันต์'), about('as-of')], shows(rows, expect) {
    assert.match(texts(rows, 0).join(), /^รัฐมนตรีว่าการ/);
    has(names(rows, 1), expect('organization.name'));
  } },
  network: { clicks: [kind('NETWORK'), thing('อาเซียน'), about('network')], shows(rows, expect) {
    has(names(rows, 0), expect('members.edges.*.node.name'));
    has(texts(rows, 1), expect('status').map((s) => words[s]));
  } },
  certified: { clicks: [view('ask'), ask('certified')], shows(rows, expect) {
    const then = rows.filter((row) => row[2].day.startsWith('2022-11'));
    assert.equal(then.length, expect('projects.totalCount'));
    for (const area of expect('projects.nodes.*.name', 'all')) assert.match(names(then, 0).join(), new RegExp(area));
  } },
  fund: { clicks: [kind('FUND'), thing(/./), about('fund')], shows(rows, expect) {
    same(names(rows, 0), [expect('name')]);
    assert.equal(expect('amount'), null);
    same(texts(rows, 1), ['ไม่ทราบ']);
  } },
  hosts: { clicks: [kind('MEETING'), thing('Roundtable'), about('hosts')], shows(rows, expect) {
    has(names(rows, 0), expect('organizers.nodes.*.name'));
    same(days(rows, 2), [expect('startDate.value')]);
    same(days(rows, 3), [expect('endDate.value')]);
    assert.match(names(rows, 4).join(), new RegExp(expect('places.nodes.*.name')));
  } },
  'ex-officio': { clicks: [kind('POST'), thing('Chief Smart City Officer'), about('ex-officio')], shows: (rows, expect) => has(names(rows, 1), expect('organization.name')) },
  planned: { clicks: [view('ask'), ask('planned')], shows(rows, expect) {
    const row = rows.find((r) => r[2].day === expect('startDate.value')[0]);
    assert.ok(row, 'no meeting of that day');
    has([row[3].day], expect('endDate.value'));
    has([row[1].text], expect('status').map((s) => words[s]));
    assert.match(row[4].names.join(), new RegExp(expect('places.nodes.*.name')));
  } },
  budget: { clicks: [kind('PROVINCE'), thing('ภูเก็ต'), about('budget')], shows(rows, expect) {
    const [{ value, currency }] = expect('budget');
    assert.equal(currency, 'THB');
    assert.ok(texts(rows, 1).some((text) => text === `${value / 1e6} ล้านบาท`), `${texts(rows, 1)}`);
    assert.match(names(rows, 2).join(), new RegExp(expect('responsible.nodes.*.name')));
  } },
  'not-signed': { clicks: [kind('LOCAL_GOVERNMENT'), thing('อินชอน'), about('not-signed')], shows(rows, expect) {
    assert.equal(rows.length, expect('agreements.totalCount'));
    same(texts(rows, 1), [expect('agreementType').toLowerCase()]);
    same(texts(rows, 2), [expect('status').toLowerCase()]);
    assert.equal(names(rows, 4).length, expect('signatories.totalCount'));
  } },
  'with-whom': { clicks: [kind('PERSON'), thing('ปุณณกันต์'), about('with-whom')], shows: (rows, expect) => has(names(rows, 0), expect('coParticipants.nodes.*.name')) },
  'by-year': { clicks: [view('ask'), ask('by-year')], shows: (rows, expect) => has(days(rows, 0), expect('keys.*')) },
  search: { clicks: [view('ask'), ask('search'), example('ดิจิทัล')], async sees(page, expect) {
    assert.match(names(await answer(page), 0).join(), new RegExp(expect('a.edges.*.node')));
    await example('เมืองอัจฉริยะ')(page).click();
    await page.waitForURL(`**/*${encodeURIComponent('เมืองอัจฉริยะ')}*`);
    await settled(page);
    const found = await page.locator('table.answer tr:has(.mark.meeting) td:nth-child(2)').allInnerTexts();
    assert.ok(found.length >= expect('b.totalCount'), `${found.length} meetings`);
    assert.match(found.join(), new RegExp(expect('b.edges.*.highlight')));
  } },
};

/** What questions.json expects of a question at a path that ends so. */
const expected = (question) => (at, all) => {
  const found = question.expect.filter((e) => [e.at].flat().some((path) => path.endsWith(at)));
  assert.ok(found.length > 0, `questions.json expects nothing at ${at}`);
  const values = found.map((e) => Object.entries(e).find(([op]) => op !== 'at')[1]);
  return all ? values : values[0];
};

test('there is a walk for every question', { skip }, () => assert.deepEqual(Object.keys(walks).sort(), questions.map((q) => q.id).sort()));

for (const question of questions)
  test(`${question.id}: ${question.ask}`, async () => {
    const walk = walks[question.id];
    await visit(browser, server.base, '/?hl=th', {}, async (page) => {
      for (const where of walk.clicks) {
        await where(page).click();
        await settled(page);
      }
      if (walk.sees) await walk.sees(page, expected(question));
      else await walk.shows(await answer(page), expected(question));
    });
  });

// With the keyboard: Tab goes to the next that can be acted on, Enter acts. What
// is tabbed to is found by what a screen reader would say.
async function tab(page, name) {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      return `${e.tagName === 'A' ? new URL(e.href).pathname + new URL(e.href).search : ''} ${e.getAttribute('aria-label') ?? e.textContent}`.replace(/\s+/g, ' ');
    });
    if (name.test(at)) return;
  }
  assert.fail(`Tab never reached ${name}`);
}
async function press(page, name) {
  await tab(page, name);
  const at = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== at);
  await settled(page);
}
async function type(page, text) {
  await page.keyboard.type(text);
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const at = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== at);
  await settled(page);
}

const keys = {
  // The box of the start page is reached with a key of its own.
  chairs: async (page) => { await page.keyboard.press('/'); await type(page, 'ASEAN-ROK Ministerial'); await press(page, /^\/ask\/chairs/); },
  'with-whom': async (page) => { await page.keyboard.press('/'); await type(page, 'ปุณณกันต์'); await press(page, /^\/ask\/with-whom/); },
  // A question is chosen in the menu, its blank filled in from the suggestions.
  'minister-over-time': async (page) => { await press(page, /^\/ask\?/); await press(page, /^\/ask\/minister-over-time/); await tabTo(page, '.blanks input'); await type(page, 'กระทรวงดิจิทัลเพื่อ'); },
  network: async (page) => { await press(page, /^\/search\?.*kind=NETWORK/); await press(page, /^\/e\//); await press(page, /^\/ask\/network/); },
  evidence: async (page) => { await press(page, /^\/search\?.*kind=MEETING/); await press(page, /^\/e\/.*อาเซียน-สาธารณรัฐเกาหลี/); await press(page, /f=.*ประธาน/); },
};
async function tabTo(page, selector) {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return;
  }
  assert.fail(`Tab never reached ${selector}`);
}

for (const question of questions.filter((q) => keys[q.id]))
  test(`${question.id}, by the keyboard alone`, async () => {
    await visit(browser, server.base, '/?hl=th', {}, async (page) => {
      await keys[question.id](page);
      const walk = walks[question.id];
      if (walk.sees) await walk.sees(page, expected(question));
      else await walk.shows(await answer(page), expected(question));
      if (question.id === 'evidence') {
        // Escape brings one back to the fact that was opened.
        await page.keyboard.press('Escape');
        await page.locator('.drawer').waitFor({ state: 'detached' });
        assert.match(await page.evaluate(() => document.activeElement.getAttribute('data-fact') ?? ''), /./);
      }
    });
  });
