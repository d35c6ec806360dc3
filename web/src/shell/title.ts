import { useEffect } from 'preact/hooks';
import { words } from '../text/words';

/** Names the page in the window's title. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} – ${words().name}` : words().name;
  }, [title, words().name]);
}
