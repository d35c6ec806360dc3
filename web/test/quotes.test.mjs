// What is marked is what was quoted, also after letters that JavaScript counts
// twice; and the marks above and below Thai letters stay whole wherever names
// are drawn.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { go, launch, visit } from './browser.mjs';
import { makeStore, serve, startServer } from './server.mjs';

const emoji = '🏙️👨‍👩‍👧‍👦 😀𝒜𠮷 ';
const documents = [
  { id: 'emoji', title: emoji + 'เมืองอัจฉริยะ', publishedOn: '2022-11-09', text: `${emoji}ข่าวประชาสัมพันธ์ 🇹🇭\n${emoji}นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม 🙏 เป็นประธานการประชุมคณะกรรมการขับเคลื่อนเมืองอัจฉริยะ ครั้งที่ 1/2565 เมื่อวันที่ 9 พฤศจิกายน 2565 📅 ณ ทำเนียบรัฐบาล ${emoji}\n😀 นายสมศักดิ์ ทดสอบ ผู้อำนวยการสำนักงานส่งเสริมเศรษฐกิจดิจิทัล เข้าร่วมการประชุม\n` },
  { id: 'marks', title: 'ที่ ฟื้น ปู่', publishedOn: '2022-11-10', text: `🌱 สำนักงานส่งเสริมเศรษฐกิจดิจิทัล ลงนามบันทึกความเข้าใจ โครงการ “ที่ ฟื้น ปู่” กับบริษัท ที่ ฟื้น ปู่ จำกัด เมื่อวันที่ 10 พฤศจิกายน 2565\n` },
];

let store, own, server, browser;
before(async () => {
  server = await startServer();
  store = await makeStore(...documents);
  own = await serve(store);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await own?.stop();
  await server?.stop();
  store?.end();
});

/** Opens each fact in the drawer on the page of an entity, and compares what is
 * marked with what the API quotes; gives how many quotes there were. */
async function compare(page, at, entities) {
  let compared = 0;
  for (const { id, relations } of entities) {
    await go(page, `/e/${id}?hl=th`);
    const marked = await page.evaluate(async ([entity, facts]) => {
      const marked = {};
      for (const fact of facts) {
        history.pushState(null, '', `/e/${entity}?f=${fact}&hl=th`);
        dispatchEvent(new PopStateEvent('popstate'));
        // The citation of the drawer says which fact it is about.
        for (let n = 0; n < 600 && !document.querySelector('.drawer .citation')?.textContent.includes(fact); n++) await new Promise((done) => setTimeout(done, 10));
        marked[fact] = [...document.querySelectorAll('.drawer blockquote mark')].map((m) => m.textContent);
      }
      return marked;
    }, [id, relations.edges.map((e) => e.factId)]);
    for (const { factId, evidence } of relations.edges) {
      assert.deepEqual(marked[factId], evidence.map((e) => e.quote), `${at} ${id} ${factId}`);
      for (const e of evidence) assert.equal([...e.document.text].slice(e.start, e.end).join(''), e.quote, `${factId}: the offsets of the API`);
      compared += evidence.length;
    }
  }
  return compared;
}
const facts = async (server, id) => (await server.ask('query ($id: ID!) { node(id: $id) { id ... on Entity { relations(first: 100) { edges { factId evidence(first: 20) { quote start end document { id text } } } } } } }', { id })).node;

test('for all facts of 50 entities what is marked is the quote', async () => {
  // Of each kind some of those with facts, but not with hundreds.
  const kinds = ['PERSON', 'MINISTRY', 'AGENCY', 'COMPANY', 'COMMITTEE', 'CITY', 'PROVINCE', 'POST', 'MEETING', 'AGREEMENT', 'PROJECT', 'VENUE', 'LOCAL_GOVERNMENT'];
  const chosen = [];
  for (const kind of kinds) {
    const { found } = await server.ask('query ($kind: EntityKind!) { found: centrality(metric: DEGREE, kinds: [$kind], first: 100) { score entity { id } } }', { kind });
    chosen.push(...found.filter((c) => c.score >= 2 && c.score <= 7).slice(0, 4).map((c) => c.entity.id));
  }
  const { nodes } = await server.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { id relations(first: 100) { totalCount edges { factId } } } } }`, { ids: chosen });
  const few = nodes.filter((n) => n.relations.totalCount <= 30).slice(0, 50);
  assert.equal(few.length, 50);
  const entities = [];
  for (const { id } of few) entities.push(await facts(server, id));
  await visit(browser, server.base, '/?hl=th', {}, async (page) => {
    const compared = await compare(page, 'of the corpus', entities);
    console.log(`# ${compared} quotes of ${entities.reduce((n, e) => n + e.relations.edges.length, 0)} facts of ${entities.length} entities`);
    assert.ok(compared >= 100);
  });
});

test('so it is after emoji, in the drawer and in the release itself', async () => {
  const { all } = await own.ask('{ all: centrality(metric: DEGREE, first: 100) { entity { id } } }');
  const entities = [];
  for (const { entity: { id } } of all) entities.push(await facts(own, id));
  await visit(browser, own.base, '/?hl=th', {}, async (page) => {
    const compared = await compare(page, 'after emoji', entities);
    assert.ok(compared >= 6, `only ${compared} quotes`);
    const seen = new Set();
    for (const { factId, evidence: [e] } of entities.flatMap((n) => n.relations.edges)) {
      if (seen.has(factId)) continue;
      seen.add(factId);
      assert.match(e.document.text.slice(0, 40), /\p{Emoji_Presentation}/u);
      await go(page, `/doc/${e.document.id}?f=${factId}&hl=th`);
      assert.equal(await page.locator('.document .text mark').first().textContent(), e.quote);
    }
    console.log(`# ${compared} quotes after emoji`);
  });
});

/** How tall and how dark what is drawn in an image is, in its own pixels, below
 * a share of its height: runs in a page. */
const ink = (page, image) => page.evaluate(async (url) => {
  const img = await createImageBitmap(await (await fetch(url)).blob());
  const canvas = new OffscreenCanvas(img.width, img.height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = '#fff';
  ctx.fillRect(0, 0, img.width, img.height);
  ctx.drawImage(img, 0, 0);
  const { data } = ctx.getImageData(0, 0, img.width, img.height);
  let [top, bottom, dark] = [Infinity, -1, 0];
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] + data[i + 1] + data[i + 2] > 380) continue;
    const y = Math.floor(i / 4 / img.width);
    [top, bottom, dark] = [Math.min(top, y), Math.max(bottom, y), dark + 1];
  }
  return { height: bottom - top + 1, dark };
}, `data:image/png;base64,${image.toString('base64')}`);

test('ที่ ฟื้น ปู่ keep their marks in the drawing, in PNG and in SVG', async () => {
  const { projects } = await own.ask('{ projects(first: 5) { nodes { id name } } }');
  const { id, name } = projects.nodes.find((c) => c.name.includes('ที่ ฟื้น ปู่'));
  const bare = (text) => text.replace(/[\u0e34-\u0e3a\u0e47-\u0e4e]/g, '');
  // A page without the Explorer's policy, in which images can be measured.
  const bench = await (await browser.newContext({ deviceScaleFactor: 2 })).newPage();
  const html = async (text, style) => {
    await bench.setContent(`<body style="margin:40px;background:#fff"><span style="color:#000;white-space:nowrap;line-height:3;${style}">${text}</span>`);
    return ink(bench, await bench.screenshot());
  };
  await visit(browser, own.base, `/graph?ids=${id}&shut=1&hl=th`, {}, async (page) => {
    // The label alone: black on white, without the shape.
    await page.evaluate(() => {
      document.documentElement.style.setProperty('--ground', '#fff');
      const { cy } = document.querySelector('.canvas')._cyreg;
      cy.nodes().style({ 'background-opacity': 0, 'border-width': 0, color: '#000' });
      cy.zoom(2);
      cy.center();
    });
    const png = async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PNG', exact: true }).click()]);
      return ink(bench, readFileSync(await download.path()));
    };
    const screen = async () => {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
      const url = await page.locator('.canvas').evaluate((box) => {
        const layers = [...box.querySelectorAll('canvas')];
        const all = new OffscreenCanvas(layers[0].width, layers[0].height);
        for (const layer of layers) all.getContext('2d').drawImage(layer, 0, 0);
        const flat = document.createElement('canvas');
        [flat.width, flat.height] = [all.width, all.height];
        flat.getContext('2d').drawImage(all, 0, 0);
        return flat.toDataURL();
      });
      return ink(bench, Buffer.from(url.split(',')[1], 'base64'));
    };
    const style = (change) => page.evaluate((c) => void document.querySelector('.canvas')._cyreg.cy.nodes().style(c), change);
    // What the browser itself draws of the same text, with the page's own font.
    const font = await page.evaluate(async () => {
      const face = [...document.styleSheets].flatMap((s) => [...s.cssRules]).filter((r) => r instanceof CSSFontFaceRule && /thai/i.test(r.cssText));
      return Promise.all(face.map(async (r) => {
        const url = new URL(/url\("?([^")]+)/.exec(r.cssText)[1], document.styleSheets[0].href);
        const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
        return r.cssText.replace(/url\("?[^")]+"?\)/, `url(data:font/woff2;base64,${btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''))})`);
      }));
    });
    await bench.setContent('');
    const dom = async (text) => {
      await bench.setContent(`<style>${font.join('')}</style><body style="margin:40px;background:#fff"><span style="color:#000;white-space:nowrap;line-height:3;font:13px 'Noto Sans Thai Variable'">${text}</span>`);
      await bench.evaluate(() => document.fonts.ready);
      return ink(bench, await bench.screenshot());
    };
    const [whole, without] = [await dom(name), await dom(bare(name))];
    assert.ok(whole.height >= without.height + 8 && whole.dark > without.dark * 1.05, `the marks are to be seen at all: ${JSON.stringify([whole, without])}`);
    const like = (drawn, what) => {
      assert.ok(Math.abs(drawn.height - whole.height) <= 2, `${what} is ${drawn.height} pixels tall, the text of the page ${whole.height}`);
      assert.ok(Math.abs(drawn.dark / whole.dark - 1) < 0.25, `${what} has ${drawn.dark} dark pixels, the text of the page ${whole.dark}`);
    };
    const drawn = { screen: await screen(), png: await png() };
    // Without the room around it that the style sheet gives, the text is cut: the test sees it.
    await style({ 'text-background-padding': 0, 'text-background-opacity': 0, 'min-zoomed-font-size': 0 });
    const cut = { screen: await screen(), png: await png() };
    console.log(`# marks: page ${JSON.stringify(whole)}, without marks ${JSON.stringify(without)}, drawing ${JSON.stringify(drawn)}, with no room ${JSON.stringify(cut)}`);
    like(drawn.screen, 'the drawing');
    like(drawn.png, 'the PNG');

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG', exact: true }).click()]);
    const text = readFileSync(await download.path(), 'utf8').replace(/<path [^>]*>/g, '');
    const picture = async (svg) => {
      await bench.setContent(`<body style="margin:0">${svg.replace(/^<\?xml.*\?>/, '').replace(/fill="#[0-9a-f]+" text/g, 'fill="#000" text')}`);
      return ink(bench, await bench.screenshot());
    };
    const family = /font-family="([^"]+)"/.exec(text)[1];
    const [inSvg, inPage, bareSvg] = [await picture(text), await html(name, `font-size:13px;font-family:${family}`), await picture(text.replaceAll(name, bare(name)))];
    console.log(`# marks in SVG ${JSON.stringify(inSvg)}, in a page ${JSON.stringify(inPage)}, without ${JSON.stringify(bareSvg)}`);
    assert.ok(Math.abs(inSvg.height - inPage.height) <= 2, 'the SVG is as tall as the text of a page');
    assert.ok(inSvg.height >= bareSvg.height + 8);
  });
  await bench.context().close();
});
