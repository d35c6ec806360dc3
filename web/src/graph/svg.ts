// The drawing as SVG: shapes, lines and words, so that it stays sharp and its
// words can be found and copied.
import { nameOf } from '../parts/thing';
import { family, outlines } from '../text/kinds';
import { short } from '../text/hostile';
import { labelOf } from './canvas';
import { pending, type Line, type Node } from './data';
import type { Point } from './layout';
import { colours } from './style';

const margin = 120;

const escape = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

export function svg(nodes: Node[], lines: Line[], places: Map<string, Point>, title: string): string {
  const c = colours();
  const at = (id: string) => places.get(id) ?? { x: 0, y: 0 };
  const xs = nodes.map((n) => at(n.id).x);
  const ys = nodes.map((n) => at(n.id).y);
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  const [width, height] = [Math.max(...xs) - left + margin, Math.max(...ys) - top + margin];
  const dashed = ' stroke-dasharray="6 4"';
  const drawn = lines.map((l) => {
    const [a, b] = [at(l.source), at(l.target)];
    const unsure = l.facts.every((f) => f.factStatus === 'DISPUTED');
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${c('line')}" stroke-width="${(1 + Math.log2(1 + l.facts.length)).toFixed(1)}"${unsure ? dashed : ''}/>` +
      `<text x="${(a.x + b.x) / 2}" y="${(a.y + b.y) / 2}" font-size="10" fill="${c('quiet')}" text-anchor="middle">${escape(labelOf(l))}</text>`;
  });
  const marks = nodes.map((n) => {
    const p = at(n.id);
    const size = 22 + 5 * Math.log2(1 + n.documentCount);
    return `<g><title>${escape(short(nameOf(n), 500))}</title><path transform="translate(${p.x - size / 2} ${p.y - size / 2}) scale(${(size / 16).toFixed(3)})" d="${outlines[family(n.kind)]}" fill="${c(family(n.kind))}"${pending(n) ? ` fill-opacity=".35" stroke="${c('ink')}"${dashed}` : ''}/>` +
      `<text x="${p.x}" y="${p.y + size / 2 + 16}" font-size="13" fill="${c('ink')}" text-anchor="middle">${escape(short(nameOf(n), 60))}</text></g>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="'Noto Sans Thai', 'Noto Sans Thai Variable', sans-serif">` +
    `<title>${escape(title)}</title><rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${c('ground')}"/>${drawn.join('')}${marks.join('')}</svg>\n`;
}
