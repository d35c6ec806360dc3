import { useEffect } from 'preact/hooks';
import { short } from '../text/hostile';
import { words } from '../text/words';

/** Names the page in the window's title. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${short(title, 200)} – ${words().name}` : words().name;
  }, [title, words().name]);
}
