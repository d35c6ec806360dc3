import { visible } from '../text/hostile';

/** A name, broken over lines between its words only: browsers break Thai names
 * where a dictionary sees words. */
export function Name({ text }: { text: string }) {
  const tokens = visible(text).split(' ').filter(Boolean);
  // A token of more than a line's length has to break somewhere.
  return (
    <bdi>
      {tokens.map((token, i) => (
        <>
          {i > 0 && ' '}
          <span class={[...token].length > longToken ? undefined : 'token'}>{token}</span>
        </>
      ))}
    </bdi>
  );
}

const longToken = 24;
