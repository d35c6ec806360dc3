// Where the reader is: all state of a view stands in the address, so that it can
// be kept, sent and gone back to.
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';

export type Params = Record<string, string | number | boolean | string[] | null | undefined>;

/** The address of a view; what is empty is left out, and the language stays. */
export function href(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  const hl = new URLSearchParams(location.search).get('hl');
  if (hl && !('hl' in params)) query.set('hl', hl);
  put(query, params);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

function put(query: URLSearchParams, params: Params) {
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)) query.delete(name);
    else query.set(name, Array.isArray(value) ? value.join(',') : value === true ? '1' : String(value));
  }
}

export interface Place {
  path: string;
  get(name: string): string;
  list(name: string): string[];
  /** The same view with some of its state changed. */
  with(params: Params): string;
  /** Goes there: as a step that Back undoes, or instead of the present one. */
  go(params: Params, replace?: boolean): void;
}

export function usePlace(): Place {
  const { url, path, route } = useLocation();
  const query = new URLSearchParams(url.split('?')[1]?.split('#')[0] ?? '');
  const place: Place = {
    path,
    get: (name) => query.get(name) ?? '',
    list: (name) => (query.get(name) ?? '').split(',').filter(Boolean),
    with(params) {
      const next = new URLSearchParams(query);
      put(next, params);
      const text = next.toString();
      return text ? `${path}?${text}` : path;
    },
    go: (params, replace) => route(place.with(params), replace),
  };
  return place;
}

let back = false;
addEventListener('popstate', () => (back = true));
history.scrollRestoration = 'manual';
const scrolls = new Map<string, number>();

/** Puts a page that Back has reached where it was, and a new one at its top; a
 * drawer that opens over a page (f) moves nothing. Addresses of one key are one
 * page. */
export function useScroll(place: Place, ready: boolean, key = place.with({ f: null })) {
  useLayoutEffect(() => {
    if (!ready) return;
    scrollTo(0, back ? (scrolls.get(key) ?? 0) : 0);
    back = false;
  }, [key, ready]);
  useEffect(() => {
    if (!ready) return;
    // While the next page is on its way, this one is still there.
    const note = () => location.pathname === place.path && scrolls.set(key, scrollY);
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, [key, ready]);
}
