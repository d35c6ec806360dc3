import type { EntityKind } from '../gql/graphql';
import { family, outlines } from '../text/kinds';
import { words } from '../text/words';

/** The mark of a kind. It says the kind to those who cannot see it, unless the
 * word stands beside it. */
export function Mark({ kind, quiet }: { kind: EntityKind; quiet?: boolean }) {
  const f = family(kind);
  return (
    <svg class={`mark ${f}`} viewBox="0 0 16 16" width="16" height="16" role={quiet ? undefined : 'img'} aria-hidden={quiet} aria-label={quiet ? undefined : words().kinds[kind]}>
      <path d={outlines[f]} />
    </svg>
  );
}
