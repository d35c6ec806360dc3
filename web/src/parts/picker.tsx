import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import { words } from '../text/words';
import { SearchBox } from './searchbox';
import { nameOf, type Label } from './thing';

const Named = graphql(`
  query Named($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ... on Entity { ...Label } }
  }
`);

/** The entities of some ids, those that there are. */
export function useNamed(ids: string[]): Label[] {
  const answer = useAnswer(Named, ids.length > 0 ? { ids } : null);
  return (answer.data?.nodes ?? []).flatMap((n) => (n && 'kind' in n ? [n] : []));
}

interface Props {
  label: string;
  id: string;
  kinds?: Label['kind'][];
  choose: (id: string | null) => void;
}

/** A box that takes one entity, and shows the one that was taken. */
export function Picker({ label, id, kinds, choose }: Props) {
  const [chosen] = useNamed(id ? [id] : []);
  return (
    <div class="picker">
      <SearchBox label={label} text={chosen ? nameOf(chosen) : ''} kinds={kinds} choose={(found) => choose(found)} />
      {id && <button type="button" class="plain" onClick={() => choose(null)}>{words().close} ✕</button>}
    </div>
  );
}
