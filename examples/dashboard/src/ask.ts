import type { TypedDocumentString } from './gql/graphql';

/** Where the server is: VITE_MUEANG, or ?mueang= in the address of the page. */
export const server = new URLSearchParams(location.search).get('mueang') ?? import.meta.env.VITE_MUEANG ?? 'http://localhost:8080/graphql';

/** Sends a document; the answer has the type that the schema gives it. */
export async function ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables?: Variables): Promise<Data> {
  const response = await fetch(server, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data;
}

/** Follows a subscription; the browser connects again by itself when it breaks off. */
export function follow<Data, Variables>(document: TypedDocumentString<Data, Variables>, told: (data: Data) => void): () => void {
  const events = new EventSource(`${server}?${new URLSearchParams({ query: document.toString() })}`);
  events.addEventListener('next', (event) => told(JSON.parse(event.data).data));
  return () => events.close();
}
