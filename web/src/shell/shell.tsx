import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SearchBox } from '../parts/searchbox';
import { language, speak, words } from '../text/words';
import { href, usePlace } from './place';
import { theme } from './theme';

const views = ['graph', 'path', 'timeline', 'places', 'stats', 'ask'] as const;

/** What stands around every view: where one is, the search, the language. */
export function Shell({ children }: { children: ComponentChildren }) {
  const w = words();
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const at = '/' + (place.path.split('/')[1] ?? '');
  const other = language.value === 'th' ? 'en' : 'th';

  useEffect(() => {
    const hl = place.get('hl');
    if ((hl === 'th' || hl === 'en') && hl !== language.value) speak(hl);
  }, [place.get('hl')]);
  // Keys of one letter are for those who are not typing.
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      (document.querySelector<HTMLInputElement>('[data-main]') ?? document.querySelector<HTMLInputElement>('header input'))?.focus();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);

  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{w.skip}</a>
      <header>
        <a class="brand" href={href('/')} aria-current={at === '/' ? 'page' : undefined}>
          <img src="/mark.svg" alt="" width="28" height="28" /> <span>{w.name}</span>
        </a>
        {at !== '/' && <SearchBox text={at === '/search' ? place.get('q') : ''} />}
        <nav aria-label={w.nav.main}>
          <ul>
            {views.map((view) => (
              <li><a href={href('/' + view)} aria-current={at === '/' + view ? 'page' : undefined}>{w.nav[view]}</a></li>
            ))}
            <li><a href="/graphiql" target="_self">{w.nav.api}</a></li>
          </ul>
        </nav>
        <div class="settings">
          <button type="button" lang={other} onClick={() => { speak(other); place.go({ hl: other }, true); }}>{w.otherLanguage}</button>
          <label class="unseen" for="theme">{w.theme.label}</label>
          <select id="theme" value={theme.value} onChange={(event) => (theme.value = event.currentTarget.value as typeof theme.value)}>
            <option value="system">{w.theme.system}</option>
            <option value="light">{w.theme.light}</option>
            <option value="dark">{w.theme.dark}</option>
          </select>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>{children}</main>
    </>
  );
}
