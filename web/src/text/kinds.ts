// What kinds look like: shape and colour differ, so that neither is needed alone.
import type { EntityKind } from '../gql/graphql';

export type Family = 'person' | 'organization' | 'place' | 'post' | 'meeting' | 'agreement' | 'money' | 'document';

const families: Partial<Record<EntityKind, Family>> = {
  PERSON: 'person', POST: 'post', MEETING: 'meeting', AGREEMENT: 'agreement', FUND: 'money', PROJECT: 'money', DOCUMENT: 'document',
  CITY: 'place', PROVINCE: 'place', COUNTRY: 'place', VENUE: 'place', ZONE: 'place',
};

/** The family of a kind; whatever is not named here is an organisation. */
export const family = (kind: EntityKind): Family => families[kind] ?? 'organization';

/** The outline of a family's mark in a square of 16. */
export const outlines: Record<Family, string> = {
  person: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  organization: 'M2 2h12v12H2z',
  place: 'M8 .8 15.2 8 8 15.2.8 8z',
  post: 'M8 1.5 15 14H1z',
  meeting: 'M4.6 1.5h6.8L15 8l-3.6 6.5H4.6L1 8z',
  agreement: 'M3 1h7l3.5 3.5V15H3z',
  money: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  document: 'M3.5 1h9v14h-9z',
};

/** The address of an entity or a document. */
export const pathOf = (node: { kind?: EntityKind; __typename?: string; id: string }) =>
  (node.kind === 'DOCUMENT' || node.__typename === 'Document' ? '/doc/' : '/e/') + encodeURIComponent(node.id);
