import { useEffect, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../gql/graphql';
import { ApiError, ask, peek } from './ask';

/** What has become of a question. */
export type Answer<R> =
  | { state: 'waiting'; data?: R; error?: undefined; again: () => void }
  | { state: 'failed'; data?: R; error: ApiError; again: () => void }
  | { state: 'here'; data: R; error?: undefined; again: () => void };

/** Asks the API for what a view shows; null variables ask nothing. */
export function useAnswer<R, V>(document: TypedDocumentString<R, V>, variables: V | null): Answer<R> {
  const key = variables && JSON.stringify(variables);
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ document: unknown; key: string | null; data?: R; error?: ApiError }>({ document, key: null });
  const again = () => setRound((n) => n + 1);
  const known = variables ? peek(document, variables) : undefined;

  useEffect(() => {
    if (!variables || (known !== undefined && round === 0)) return;
    const control = new AbortController();
    ask(document, variables, { signal: control.signal }).then(
      (data) => setAnswer({ document, key, data }),
      (error: unknown) => {
        if (!control.signal.aborted) setAnswer({ document, key, error: error instanceof ApiError ? error : new ApiError('INTERNAL', String(error)) });
      },
    );
    return () => control.abort();
  }, [document, key, round]);

  // What another question was answered says nothing here.
  const last = answer.document === document ? answer : undefined;
  const own = last?.key === key ? last : undefined;
  if (own?.error) return { state: 'failed', data: known, error: own.error, again };
  const data = own?.data ?? known;
  if (data !== undefined) return { state: 'here', data, again };
  return { state: 'waiting', data: last?.data, again };
}
