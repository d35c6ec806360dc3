import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api/ask';
import type { Answer } from '../api/use';
import { visible } from '../text/hostile';
import { words } from '../text/words';

/** Something that went wrong: why, and what to do next. */
export function Failure({ error, again }: { error: ApiError; again?: () => void }) {
  const w = words();
  const [why, next] = w.errors[error.code] ?? w.errors.INTERNAL!;
  return (
    <div class="note failure" role="alert">
      <strong>{why}</strong>
      <p>{next}</p>
      {error.message && <p class="small" lang="en">{error.code}: {visible(error.message)}{error.id && ` (${error.id})`}</p>}
      {again && <button type="button" onClick={again}>{w.retry}</button>}
    </div>
  );
}

/** Something that is not there, which is no error; where the page has nothing
 * else, its title is that of the page. */
export function Nothing({ title, page, children }: { title: string; page?: boolean; children?: ComponentChildren }) {
  return (
    <div class="note">
      {page ? <h1>{title}</h1> : <strong>{title}</strong>}
      {children}
    </div>
  );
}

/** What an answer has become: its data, or that it is on its way, or why not. */
export function Shown<R>({ answer, children }: { answer: Answer<R>; children: (data: R) => ComponentChildren }) {
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} />;
  if (answer.data === undefined) return <p class="waiting" role="status">{words().loading}</p>;
  return <div class={answer.state === 'waiting' ? 'stale' : undefined} aria-busy={answer.state === 'waiting'}>{children(answer.data)}</div>;
}
