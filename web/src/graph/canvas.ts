// The canvas: what cytoscape draws, kept in step with a part of the graph.
import cytoscape from 'cytoscape';
import { family } from '../text/kinds';
import { short, wrap } from '../text/hostile';
import { words } from '../text/words';
import { nameOf } from '../parts/thing';
import { pending, type Line, type Node } from './data';
import type { Point } from './layout';
import { styles } from './style';

export interface Canvas {
  show(nodes: Node[], lines: Line[], places: Map<string, Point>, pinned: Set<string>): void;
  select(id: string | null): void;
  choose(line: string | null): void;
  restyle(): void;
  fit(): void;
  zoom(factor: number): void;
  png(): Blob;
  places(): Map<string, Point>;
  /** The node next to another in a direction, for the arrow keys. */
  next(id: string | null, dx: number, dy: number): string | null;
  end(): void;
}

interface Events {
  select(id: string | null): void;
  open(id: string): void;
  line(id: string): void;
  moved(id: string, to: Point): void;
}

const labelLength = 60;
const lineLength = 24;

export function makeCanvas(container: HTMLElement, on: Events): Canvas {
  const cy = cytoscape({ container, style: styles(), minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false, selectionType: 'single', hideEdgesOnViewport: false, textureOnViewport: false });
  cy.on('tap', 'node', (event) => on.select(event.target.id()));
  cy.on('dbltap', 'node', (event) => on.open(event.target.id()));
  cy.on('tap', 'edge', (event) => on.line(event.target.id()));
  cy.on('tap', (event) => event.target === cy && on.select(null));
  cy.on('dragfree', 'node', (event) => on.moved(event.target.id(), round(event.target.position())));

  const canvas: Canvas = {
    show(nodes, lines, places, pinned) {
      const first = cy.nodes().empty();
      cy.batch(() => {
        const wanted = new Set([...nodes.map((n) => n.id), ...lines.map((l) => l.id)]);
        cy.elements().filter((e) => !wanted.has(e.id())).remove();
        for (const n of nodes) {
          const data = { id: n.id, label: wrap(short(nameOf(n), labelLength), lineLength, 'th', n.kind === 'PERSON'), size: 22 + 5 * Math.log2(1 + n.documentCount) };
          const classes = [family(n.kind), pending(n) && 'pending', pinned.has(n.id) && 'pinned'].filter(Boolean).join(' ');
          const there = cy.getElementById(n.id);
          const at = places.get(n.id);
          if (there.empty()) cy.add({ group: 'nodes', data, classes, position: at && { ...at } });
          else {
            there.data(data).classes(classes);
            if (at) there.position({ ...at });
          }
        }
        const unsure = new Set(nodes.filter(pending).map((n) => n.id));
        for (const l of lines) {
          const data = { id: l.id, source: l.source, target: l.target, label: labelOf(l), width: 1 + Math.log2(1 + l.facts.length) };
          const classes = l.facts.every((f) => f.factStatus === 'DISPUTED') || unsure.has(l.source) || unsure.has(l.target) ? 'pending' : '';
          const there = cy.getElementById(l.id);
          if (there.empty()) cy.add({ group: 'edges', data, classes });
          else there.data(data).classes(classes + (there.hasClass('chosen') ? ' chosen' : ''));
        }
      });
      if (first && nodes.length > 0) canvas.fit();
    },
    select(id) {
      cy.$(':selected').unselect();
      if (id) cy.getElementById(id).select();
    },
    choose(line) {
      cy.edges('.chosen').removeClass('chosen');
      if (line) cy.getElementById(line).addClass('chosen');
    },
    restyle: () => void cy.style(styles()),
    fit() {
      cy.fit(undefined, 40);
      if (cy.zoom() > 1.3) cy.zoom({ level: 1.3, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    zoom: (factor) => void cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    png: () => cy.png({ output: 'blob', full: true, scale: 2, bg: getComputedStyle(document.documentElement).getPropertyValue('--ground').trim(), maxWidth: 8000, maxHeight: 8000 }),
    places: () => new Map(cy.nodes().map((n) => [n.id(), round(n.position())])),
    next(id, dx, dy) {
      const at = id ? cy.getElementById(id).position() : { x: 0, y: 0 };
      let best: string | null = null;
      let least = Infinity;
      cy.nodes().forEach((n) => {
        if (n.id() === id) return;
        const p = n.position();
        const along = (p.x - at.x) * dx + (p.y - at.y) * dy;
        const across = Math.abs((p.x - at.x) * dy) + Math.abs((p.y - at.y) * dx);
        if ((along <= 0 && id) || along + 2 * across >= least) return;
        [best, least] = [n.id(), along + 2 * across];
      });
      return best;
    },
    end: () => cy.destroy(),
  };
  return canvas;
}

/** What stands on a line: its relations, each with how often. */
export function labelOf(l: Line): string {
  const counts = new Map<string, number>();
  for (const f of l.facts) {
    const what = words().relations[f.type].out;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const parts = [...counts].map(([what, n]) => (n > 1 ? `${what} ×${n}` : what));
  const [only] = l.facts;
  if (l.facts.length === 1 && only?.roleText && only.roleText.length < lineLength) return `${parts[0]} (${short(only.roleText, lineLength)})`;
  return parts.length > 2 ? `${parts.slice(0, 2).join(', ')} +${parts.length - 2}` : parts.join(', ');
}

const round = (p: Point): Point => ({ x: Math.round(p.x), y: Math.round(p.y) });
