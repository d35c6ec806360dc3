import { SearchBox } from '../parts/searchbox';
import { Nothing } from '../parts/state';
import { useTitle } from '../shell/title';
import { words } from '../text/words';

/** An address that is no view's. */
export function Missing() {
  const w = words();
  useTitle(w.errors.NOT_FOUND![0]);
  return (
    <Nothing page title={w.errors.NOT_FOUND![0]}>
      <p>{w.errors.NOT_FOUND![1]}</p>
      <SearchBox big />
    </Nothing>
  );
}
