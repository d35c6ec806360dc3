// Asking the API: one function, with answers kept for the time of the page, so
// that Back shows at once what was there.
import type { TypedDocumentString } from '../gql/graphql';

/** What the API refused or could not do. */
export class ApiError extends Error {
  /** extensions.code of the contract, or NETWORK where the server was not reached. */
  readonly code: string;
  /** An id under which the server's log has more, where it gives one. */
  readonly id: string | undefined;

  constructor(code: string, message: string, id?: string) {
    super(message);
    this.code = code;
    this.id = id;
  }
}

interface GraphQLError {
  message: string;
  extensions?: { code?: string; id?: string };
}

const kept = new Map<string, unknown>();
const maxKept = 200;

const keyOf = (text: string, variables: unknown) => JSON.stringify(variables) + text;

/** An answer that is there already. */
export function peek<R, V>(document: TypedDocumentString<R, V>, variables: V): R | undefined {
  return kept.get(keyOf(document.toString(), variables)) as R | undefined;
}

/** Forgets all answers: after a change of the graph. */
export const forget = () => kept.clear();

/** Asks the API. Errors: ApiError. */
export async function ask<R, V>(document: TypedDocumentString<R, V>, variables: V, options: { signal?: AbortSignal; token?: string } = {}): Promise<R> {
  const text = document.toString();
  const data = await send(text, variables, options);
  if (!text.trimStart().startsWith('mutation')) {
    const key = keyOf(text, variables);
    kept.delete(key);
    kept.set(key, data);
    for (const old of kept.keys()) {
      if (kept.size <= maxKept) break;
      kept.delete(old);
    }
  }
  return data as R;
}

/** Sends a query as text. Errors: ApiError. */
export async function send(query: string, variables: unknown, options: { signal?: AbortSignal; token?: string } = {}): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      signal: options.signal,
      headers: { 'Content-Type': 'application/json', ...(options.token && { Authorization: `Bearer ${options.token}` }) },
      body: JSON.stringify({ query, variables }),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError('NETWORK', String(error));
  }
  let answer: { data?: unknown; errors?: GraphQLError[] };
  try {
    answer = await response.json();
  } catch {
    throw new ApiError(response.ok ? 'INTERNAL' : 'UNAVAILABLE', `${response.status} ${response.statusText}`);
  }
  const [error] = answer.errors ?? [];
  if (error) throw new ApiError(error.extensions?.code ?? 'INTERNAL', error.message, error.extensions?.id);
  return answer.data;
}
