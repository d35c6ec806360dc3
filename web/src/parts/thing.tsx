import type { EntityKind } from '../gql/graphql';
import { href } from '../shell/place';
import { pathOf } from '../text/kinds';
import { language } from '../text/words';
import { Mark } from './mark';
import { Name } from './name';

/** What is shown of an entity where it is named. */
export interface Label {
  id: string;
  kind: EntityKind;
  name?: string | null;
  thai?: string | null;
  english?: string | null;
}

/** The name in the reader's language, or else the best. */
export const nameOf = (e: Label) => (language.value === 'en' ? e.english : e.thai) ?? e.name ?? e.id;

/** A link to an entity, with its mark. */
export function Thing({ of, params }: { of: Label; params?: Record<string, string> }) {
  return (
    <a class="thing" href={href(pathOf(of), params)}>
      <Mark kind={of.kind} /><Name text={nameOf(of)} />
    </a>
  );
}
