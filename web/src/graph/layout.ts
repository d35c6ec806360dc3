// Where nodes stand. Those that have a place keep it; new ones find theirs
// around them.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';

export interface Point { x: number; y: number }

interface Body extends SimulationNodeDatum { id: string }

const rounds = 220;

/** Places for the nodes that have none: near the node that each came from. */
export function place(ids: string[], links: { source: string; target: string }[], known: Map<string, Point>, from: Map<string, string>): Map<string, Point> {
  const fresh = ids.filter((id) => !known.has(id));
  if (fresh.length === 0) return known;
  const turns = new Map<string, number>();
  const bodies: Body[] = ids.map((id) => {
    const at = known.get(id);
    if (at) return { id, x: at.x, y: at.y, fx: at.x, fy: at.y };
    const parent = from.get(id);
    const around = parent === undefined ? undefined : known.get(parent);
    if (!around) return { id };
    const turn = turns.get(parent!) ?? 0;
    turns.set(parent!, turn + 1);
    const angle = turn * 2.399963; // the golden angle spreads them evenly
    return { id, x: around.x + 120 * Math.cos(angle), y: around.y + 120 * Math.sin(angle) };
  });
  const there = new Set(ids);
  forceSimulation(bodies)
    .force('link', forceLink<Body, { source: string | Body; target: string | Body }>(links.filter((l) => there.has(l.source) && there.has(l.target)).map((l) => ({ ...l }))).id((b) => b.id).distance(190).strength(0.3))
    .force('charge', forceManyBody().strength(-900).distanceMax(1400))
    .force('collide', forceCollide(72))
    .force('x', forceX(0).strength(0.03))
    .force('y', forceY(0).strength(0.05))
    .stop()
    .tick(rounds);
  const placed = new Map(known);
  for (const b of bodies) placed.set(b.id, { x: Math.round(b.x ?? 0), y: Math.round(b.y ?? 0) });
  return placed;
}
