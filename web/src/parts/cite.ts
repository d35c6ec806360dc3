// Citations of a fact: who says it, where, and in which state of the graph.

export interface Cited {
  sentence: string;
  factId: string;
  quote: string;
  publisher?: string | null;
  title?: string | null;
  published?: string | null;
  url?: string | null;
  snapshot?: { id: string; recordedAt: string } | null;
  link: string;
}

/** The citation as a line of text. */
export function citation(c: Cited): string {
  const where = [c.publisher, c.title && `“${c.title}”`, c.published, c.url].filter(Boolean).join(', ');
  const state = c.snapshot ? ` Mueang, state ${c.snapshot.id} of ${c.snapshot.recordedAt.slice(0, 10)},` : ' Mueang,';
  return `${c.sentence}. “${c.quote}” ${where}.${state} fact ${c.factId}, ${c.link}`;
}

/** As CSL-JSON, which reference managers read. */
export function csl(c: Cited): string {
  const [year, month, day] = (c.published ?? '').split('-').map(Number);
  return JSON.stringify([{
    id: c.factId, type: 'article-newspaper', title: c.title ?? c.sentence, publisher: c.publisher ?? undefined, URL: c.url ?? c.link,
    issued: year ? { 'date-parts': [[year, month, day].filter((n) => n !== undefined)] } : undefined,
    abstract: c.quote, note: citation(c),
  }], null, 2);
}

/** As RIS. */
export function ris(c: Cited): string {
  const line = (tag: string, value?: string | null) => (value ? `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n` : '');
  return line('TY', 'NEWS') + line('TI', c.title ?? c.sentence) + line('PB', c.publisher) + line('DA', c.published?.replaceAll('-', '/')) +
    line('UR', c.url ?? c.link) + line('AB', c.quote) + line('N1', citation(c)) + 'ER  - \r\n';
}
