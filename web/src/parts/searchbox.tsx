import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ask } from '../api/ask';
import { graphql } from '../gql';
import type { SuggestQuery } from '../gql/graphql';
import { href } from '../shell/place';
import { pathOf } from '../text/kinds';
import { words } from '../text/words';
import { Mark } from './mark';
import { Name } from './name';
import type { Label } from './thing';

const Suggest = graphql(`
  query Suggest($text: String!, $kinds: [EntityKind!]) {
    search(text: $text, kinds: $kinds, first: 8) {
      edges { highlight node { __typename id ... on Entity { ...Label } ... on Document { title } } }
    }
  }
`);

type Hit = SuggestQuery['search']['edges'][number];

interface Props {
  /** What stands in it at first. */
  text?: string;
  label?: string;
  big?: boolean;
  kinds?: Label['kind'][];
  /** Takes what was chosen; otherwise its page is opened, and Enter without a choice searches. */
  choose?: (id: string, name: string) => void;
}

/** The box that finds: suggestions as one types (the combobox pattern of ARIA). */
export function SearchBox({ text = '', label, big, kinds, choose }: Props) {
  const w = words();
  const id = useId();
  const { route } = useLocation();
  const [typed, setTyped] = useState(text);
  const [hits, setHits] = useState<Hit[] | null>(null);
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const open = hits !== null && hits.length > 0;

  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    const wanted = typed.trim();
    if (!wanted || wanted === text || document.activeElement !== box.current) {
      setHits(null);
      return;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      ask(Suggest, { text: wanted, kinds: kinds ?? null }, { signal: control.signal }).then(
        (answer) => {
          setHits(answer.search.edges);
          setAt(-1);
        },
        () => setHits(null), // the search itself will say what is wrong
      );
    }, 120);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [typed]);

  const take = (hit: Hit) => {
    setHits(null);
    if (choose) {
      setTyped(text); // the name of what was chosen comes with the address, where it is shown here
      choose(hit.node.id, hit.highlight);
    } else route(href(pathOf(hit.node)));
  };
  const key = (event: KeyboardEvent) => {
    if (!open) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      setAt((n) => (n + move + hits.length + 1) % (hits.length + 1) === hits.length ? -1 : (n + move + hits.length + 1) % (hits.length + 1));
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setHits(null);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const hit = hits?.[at] ?? (choose ? hits?.[0] : undefined);
    if (hit) take(hit);
    else if (!choose && typed.trim()) {
      setHits(null);
      route(href('/search', { q: typed.trim() }));
    }
  };

  return (
    <form role={choose ? undefined : 'search'} aria-label={choose ? undefined : big ? w.search.label : w.search.short} class={big ? 'searchbox big' : 'searchbox'} action="/search" onSubmit={submit}>
      <label for={id} class={label ? undefined : 'unseen'}>{label ?? w.search.label}</label>
      <div class="field">
        <input
          ref={box} id={id} name="q" type="text" inputMode="search" enterkeyhint="search" value={typed} autocomplete="off" spellcheck={false} maxLength={200}
          placeholder={label ? undefined : big ? w.search.label : w.search.short} data-main={big || undefined}
          role="combobox" aria-expanded={open} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)} onKeyDown={key} onBlur={() => setTimeout(() => setHits(null), 150)}
        />
        {!choose && <button type="submit">{w.search.go}</button>}
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={w.search.short} hidden={!open}>
        {hits?.map((hit, i) => (
          <li id={`${id}-${i}`} role="option" aria-selected={i === at} onMouseDown={(event) => { event.preventDefault(); take(hit); }}>
            <Mark kind={'kind' in hit.node ? hit.node.kind : 'DOCUMENT'} /> <Name text={hit.highlight} />
            {'name' in hit.node && hit.node.name && hit.node.name !== hit.highlight && <span class="small"> <Name text={hit.node.name} /></span>}
          </li>
        ))}
      </ul>
      <p class="unseen" role="status">{hits && w.search.suggestions(hits.length)}</p>
    </form>
  );
}
