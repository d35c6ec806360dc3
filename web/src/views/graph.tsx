import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EntityKind, RelationType } from '../gql/graphql';
import { labelOf, makeCanvas, type Canvas } from '../graph/canvas';
import { lines as linesOf, step, usePart, type Line, type Node, type Rest, type Wanted } from '../graph/data';
import { place as placed, type Point } from '../graph/layout';
import { svg } from '../graph/svg';
import { AsOf } from '../parts/asof';
import { CsvLink, save } from '../parts/csv';
import { When } from '../parts/date';
import { EvidenceDrawer } from '../parts/evidence';
import { Mark } from '../parts/mark';
import { Name } from '../parts/name';
import { Picker } from '../parts/picker';
import { Failure, Nothing } from '../parts/state';
import { Thing, nameOf } from '../parts/thing';
import { href, usePlace, useScroll, type Params } from '../shell/place';
import { theme } from '../shell/theme';
import { useTitle } from '../shell/title';
import { pathOf } from '../text/kinds';
import { language, number, words } from '../text/words';

/** The neighbourhood of some entities as a drawing that grows by clicking, and
 * as a table of the same. */
export function GraphPage() {
  const w = words();
  const place = usePlace();
  const wanted: Wanted = {
    ids: place.list('ids'), open: place.get('open') === '' && !place.get('shut') ? place.list('ids') : place.list('open'), hide: place.list('hide'),
    relations: place.list('rel') as RelationType[], kinds: place.list('kind') as EntityKind[], asOf: place.get('asOf') || null,
  };
  const { part, error, waiting, again } = usePart(wanted);
  const [selected, setSelected] = useState<string | null>(null);
  const [said, say] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas | null>(null);
  const places = useRef(new Map<string, Point>());
  const pinned = useMemo(() => readPins(), []);
  const undo = useRef<{ params: Params; places: Map<string, Point> }[]>([]);
  const nodes = part?.nodes ?? [];
  const lines = useMemo(() => linesOf(part?.facts ?? []), [part]);
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const node = selected ? byId.get(selected) : undefined;
  const line = lines.find((l) => l.id === place.get('pair'));
  const drawn = nodes.length > 0;
  const table = place.get('table') === '1';
  useTitle(w.nav.graph);
  useScroll(place, part !== undefined || wanted.ids.length === 0, place.path);

  // A change of what is shown, which Ctrl+Z takes back to the last pixel.
  const now = (): Params => ({ ids: place.get('ids') || null, open: place.get('open') || null, shut: place.get('shut') || null, hide: place.get('hide') || null, rel: place.get('rel') || null, kind: place.get('kind') || null, asOf: place.get('asOf') || null });
  const change = (params: Params) => {
    undo.current.push({ params: now(), places: new Map(places.current) });
    place.go(params);
  };
  const back = () => {
    const last = undo.current.pop();
    if (!last) return;
    places.current = last.places;
    place.go(last.params);
    say(w.graph.undone);
  };
  const expand = (id: string) => {
    say(w.loading);
    change({ open: [...wanted.open, id], shut: null });
  };
  const hide = (id: string) => {
    change({ hide: [...wanted.hide, id], ids: wanted.ids.filter((i) => i !== id), open: wanted.open.filter((i) => i !== id), shut: wanted.open.every((i) => i === id) });
    setSelected(null);
  };
  const pin = (id: string, at: Point | undefined) => {
    if (at) pinned.set(id, at);
    else pinned.delete(id);
    writePins(pinned);
    draw();
  };

  const events = useRef({ select: setSelected, open: expand, line: (id: string) => place.go({ pair: id, f: null }), moved: (id: string, at: Point) => { places.current.set(id, at); pin(id, at); } });
  events.current = { select: setSelected, open: expand, line: (id) => place.go({ pair: id, f: null }), moved: (id, at) => { places.current.set(id, at); pin(id, at); } };

  const draw = () => {
    if (!canvas.current || !part) return;
    for (const [id, at] of pinned) places.current.set(id, at);
    places.current = placed(nodes.map((n) => n.id), lines, places.current, part.from);
    canvas.current.show(nodes, lines, places.current, new Set(pinned.keys()));
  };

  useEffect(() => {
    if (!box.current) return;
    const made = makeCanvas(box.current, {
      select: (id) => events.current.select(id), open: (id) => events.current.open(id), line: (id) => events.current.line(id), moved: (id, at) => events.current.moved(id, at),
    });
    canvas.current = made;
    draw();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', made.restyle);
    return () => {
      dark.removeEventListener('change', made.restyle);
      made.end();
      canvas.current = null;
    };
  }, [drawn]);
  const before = useRef(0);
  useEffect(() => {
    draw();
    if (part && !waiting && before.current !== nodes.length) say(nodes.length > before.current && before.current > 0 ? w.graph.added(number(nodes.length - before.current)) : w.graph.shown(number(nodes.length), number(part.facts.length)));
    before.current = nodes.length;
  }, [part, language.value]);
  // What goes to another address leaves what stands after the # behind.
  useEffect(() => writePins(pinned), [place.with({})]);
  useEffect(() => canvas.current?.restyle(), [theme.value]);
  useEffect(() => canvas.current?.select(selected), [selected, part]);
  useEffect(() => canvas.current?.choose(line?.id ?? null), [line?.id, part]);

  const key = (event: KeyboardEvent) => {
    const move = arrows[event.key];
    const act: (() => void) | undefined =
      (event.ctrlKey || event.metaKey) && event.key === 'z' ? back
      : event.ctrlKey || event.metaKey || event.altKey ? undefined
      : move ? () => setSelected(canvas.current?.next(selected, ...move) ?? selected)
      : event.key === '+' ? () => canvas.current?.zoom(1.25)
      : event.key === '-' ? () => canvas.current?.zoom(0.8)
      : event.key === '0' ? () => canvas.current?.fit()
      : event.key === 't' ? () => place.go({ table: !table }, true)
      : !selected ? undefined
      : event.key === 'Enter' ? () => expand(selected)
      : event.key === 'Delete' ? () => hide(selected)
      : event.key === 'p' ? () => pin(selected, pinned.has(selected) ? undefined : places.current.get(selected))
      : event.key === 'e' ? () => { const l = lines.find((x) => x.source === selected || x.target === selected); if (l) place.go({ pair: l.id }); }
      : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <h1>{w.nav.graph}</h1>
      <div class="form">
        <Picker label={w.graph.add} id="" choose={(id) => id && change({ ids: [...new Set([...wanted.ids, id])], open: [...wanted.open, id], hide: wanted.hide.filter((h) => h !== id) })} />
        <AsOf value={wanted.asOf} choose={(asOf) => change({ asOf })} />
      </div>
      {wanted.ids.length === 0 ? (
        <Nothing title={w.graph.begin} />
      ) : (
        <>
          {error && <Failure error={error} again={again} />}
          {part && nodes.length === 0 && <Nothing title={w.entity.notFound}><p>{w.entity.notFoundHint}</p></Nothing>}
          {part?.cut && <p class="note">{w.graph.cut(number(nodes.length))}</p>}
          <div class="buttons toolbar" role="toolbar" aria-label={w.nav.graph}>
            <button type="button" onClick={() => canvas.current?.zoom(1.25)} aria-label={w.graph.nearer}>+</button>
            <button type="button" onClick={() => canvas.current?.zoom(0.8)} aria-label={w.graph.farther}>−</button>
            <button type="button" onClick={() => canvas.current?.fit()}>{w.graph.fit}</button>
            <button type="button" onClick={back} disabled={undo.current.length === 0}>{w.graph.undo}</button>
            <button type="button" onClick={() => canvas.current && save('mueang.png', canvas.current.png())}>PNG</button>
            <button type="button" onClick={() => save('mueang.svg', svg(nodes, lines, places.current, w.name), 'image/svg+xml')}>SVG</button>
            <button type="button" onClick={() => document.getElementById('facts')?.focus()}>{w.graph.table}</button>
          </div>
          {drawn && <div class={waiting ? 'drawing stale' : 'drawing'} tabIndex={0} role="application" aria-busy={waiting} aria-label={w.graph.label(number(nodes.length), number(lines.length))} aria-describedby="graphkeys" onKeyDown={key}>
            <div ref={box} class="canvas" />
          </div>}
          <p id="graphkeys" class="small">{w.graph.keys}</p>
          <p class="unseen" role="status" aria-live="polite">{said}</p>
          {node && (
            <section class="note selection" aria-label={nameOf(node)}>
              <Thing of={node} /> <span class="small">{w.kinds[node.kind]} · {w.entity.mentioned(number(node.documentCount))}</span>
              <Actions node={node} more={part!.more.get(node.id)} opened={wanted.open.includes(node.id)} pinned={pinned.has(node.id)} expand={expand} hide={hide} pin={(id) => pin(id, pinned.has(id) ? undefined : places.current.get(id))} />
            </section>
          )}
          <Legend nodes={nodes} lines={lines} wanted={wanted} change={change} />
          <Tables nodes={nodes} lines={lines} byId={byId} part={part} wanted={wanted} pinned={pinned} expand={expand} hide={hide} pin={(id) => pin(id, pinned.has(id) ? undefined : places.current.get(id))} />
        </>
      )}
      {line && !place.get('f') && <PairDrawer line={line} byId={byId} />}
      <EvidenceDrawer />
    </>
  );
}

const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// Pinned places stand after the #, since they are the reader's alone.
function readPins(): Map<string, Point> {
  const text = new URLSearchParams(location.hash.slice(1)).get('p') ?? '';
  return new Map(text.split(';').filter(Boolean).flatMap((one): [string, Point][] => {
    const [id = '', x = '', y = ''] = one.split(':');
    return id && Number.isFinite(Number(x)) && Number.isFinite(Number(y)) ? [[decodeURIComponent(id), { x: Number(x), y: Number(y) }]] : [];
  }));
}

function writePins(pins: Map<string, Point>) {
  const text = [...pins].map(([id, at]) => `${encodeURIComponent(id)}:${at.x}:${at.y}`).join(';');
  history.replaceState(history.state, '', location.pathname + location.search + (text && `#p=${text}`));
}

interface ActionProps {
  node: Node;
  more: Rest | undefined;
  opened: boolean;
  pinned: boolean;
  expand: (id: string) => void;
  hide: (id: string) => void;
  pin: (id: string) => void;
}

function Actions({ node, more, opened, pinned, expand, hide, pin }: ActionProps) {
  const w = words();
  const of = nameOf(node);
  const add = !opened ? w.graph.expand : more && (more.atLeast ? w.graph.moreThan(number(step), number(more.count)) : w.graph.more(number(Math.min(step, more.count)), number(more.count)));
  return (
    <span class="buttons actions">
      {add && <button type="button" onClick={() => expand(node.id)} aria-label={`${add}: ${of}`}>{add}</button>}
      <button type="button" onClick={() => pin(node.id)} aria-pressed={pinned} aria-label={`${w.graph.pin}: ${of}`}>{w.graph.pin}</button>
      <button type="button" onClick={() => hide(node.id)} aria-label={`${w.graph.hide}: ${of}`}>{w.graph.hide}</button>
    </span>
  );
}

function Legend({ nodes, lines, wanted, change }: { nodes: Node[]; lines: Line[]; wanted: Wanted; change: (p: Params) => void }) {
  const w = words();
  const relations = new Map<RelationType, number>(wanted.relations.map((r) => [r, 0]));
  for (const l of lines) for (const f of l.facts) relations.set(f.type, (relations.get(f.type) ?? 0) + 1);
  const kinds = new Map<EntityKind, number>(wanted.kinds.map((k) => [k, 0]));
  for (const n of nodes) kinds.set(n.kind, (kinds.get(n.kind) ?? 0) + 1);
  const toggle = <T,>(list: T[], one: T) => (list.includes(one) ? list.filter((x) => x !== one) : [...list, one]);
  return (
    <section aria-labelledby="legend" class="legend">
      <h2 id="legend">{w.graph.legend}</h2>
      <ul class="chips" aria-label={w.search.kinds}>
        {[...kinds].map(([kind, n]) => (
          <li key={kind}><button type="button" aria-pressed={wanted.kinds.includes(kind)} onClick={() => change({ kind: toggle(wanted.kinds, kind) })}><Mark kind={kind} quiet />{w.kinds[kind]} <span class="count">{number(n)}</span></button></li>
        ))}
      </ul>
      <ul class="chips" aria-label={w.path.relations}>
        {[...relations].map(([type, n]) => (
          <li key={type}><button type="button" aria-pressed={wanted.relations.includes(type)} onClick={() => change({ rel: toggle(wanted.relations, type) })}>{w.relations[type].out} <span class="count">{number(n)}</span></button></li>
        ))}
      </ul>
      <p class="small">{w.graph.dashed}</p>
    </section>
  );
}

interface TableProps {
  nodes: Node[];
  lines: Line[];
  byId: Map<string, Node>;
  part: { more: Map<string, Rest> } | undefined;
  wanted: Wanted;
  pinned: Map<string, Point>;
  expand: (id: string) => void;
  hide: (id: string) => void;
  pin: (id: string) => void;
}

const rowsAtFirst = 100;

function Tables({ nodes, lines, byId, part, wanted, pinned, ...acts }: TableProps) {
  const w = words();
  const place = usePlace();
  const [all, setAll] = useState(false);
  const facts = lines.flatMap((l) => l.facts);
  const rows = all ? facts : facts.slice(0, rowsAtFirst);
  const name = (id: string) => (byId.has(id) ? nameOf(byId.get(id)!) : id);
  return (
    <>
      <section aria-labelledby="facts">
        <h2 id="facts" tabIndex={-1}>{w.graph.facts} <span class="count">{number(facts.length)}</span></h2>
        <table>
          <tbody>
            {rows.map((f) => (
              <tr key={f.id}>
                <td>{byId.has(f.source.id) && <Thing of={byId.get(f.source.id)!} />}</td>
                <td><a href={place.with({ f: f.id })} data-fact={f.id} aria-label={w.fact.open(w.relations[f.type].out, `${name(f.source.id)} – ${name(f.target.id)}`)}>{w.relations[f.type].out}</a>{f.roleText && <> (<Name text={f.roleText} />)</>}</td>
                <td>{byId.has(f.target.id) && <Thing of={byId.get(f.target.id)!} />}</td>
                <td class="when"><When value={f.observedFrom?.value} brief /></td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="pages">
          {rows.length < facts.length && <button type="button" onClick={() => setAll(true)}>{w.more} ({number(facts.length - rows.length)})</button>}
          <CsvLink name="graph" of={facts.length} head={['fact', 'source', 'sourceName', 'relation', 'role', 'target', 'targetName', 'observedFrom', 'observedTo', 'status', 'confidence', 'sources']}
            rows={() => facts.map((f) => [f.id, f.source.id, name(f.source.id), f.type, f.roleText ?? f.role ?? '', f.target.id, name(f.target.id), f.observedFrom?.value ?? '', f.observedTo?.value ?? '', f.factStatus, f.confidence.toFixed(2), String(f.sourceCount)])} />
        </p>
      </section>
      <section aria-labelledby="nodes">
        <h2 id="nodes">{w.graph.nodes} <span class="count">{number(nodes.length)}</span></h2>
        <table>
          <tbody>
            {nodes.slice(0, all ? undefined : rowsAtFirst).map((n) => (
              <tr key={n.id}>
                <td><Thing of={n} /> <span class="small">{w.kinds[n.kind]}</span></td>
                <td><Actions node={n} more={part?.more.get(n.id)} opened={wanted.open.includes(n.id)} pinned={pinned.has(n.id)} {...acts} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** All facts between two entities, which the drawing shows as one line. */
function PairDrawer({ line, byId }: { line: Line; byId: Map<string, Node> }) {
  const w = words();
  const place = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    const key = (event: KeyboardEvent) => event.key === 'Escape' && place.go({ pair: null });
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [line.id]);
  const [source, target] = [byId.get(line.source), byId.get(line.target)];
  return (
    <aside class="drawer" aria-labelledby="pair">
      <div class="drawerhead">
        <h2 id="pair" tabIndex={-1} ref={heading}>{labelOf(line)}</h2>
        <button type="button" class="plain" onClick={() => place.go({ pair: null })} aria-label={w.close}>✕</button>
      </div>
      {source && target && <p class="sentence"><Thing of={source} /> → <Thing of={target} /></p>}
      <p class="small">{w.entity.facts(number(line.facts.length))}</p>
      <ul class="facts">
        {line.facts.map((f) => (
          <li key={f.id}>
            <a href={place.with({ f: f.id })} data-fact={f.id}>{w.relations[f.type].out}{f.roleText && <> (<Name text={f.roleText} />)</>}</a>{' '}
            <span class="small"><When value={f.observedFrom?.value} brief /> · {w.factStatus[f.factStatus]}</span>
          </li>
        ))}
      </ul>
      {source && target && <p><a href={href('/path', { from: source.id, to: target.id })}>{w.nav.path}</a> · <a href={href(pathOf(source))}><Name text={nameOf(source)} /></a></p>}
    </aside>
  );
}

