// The API counts Unicode code points; JavaScript's strings are UTF-16.

/** The text cut at offsets in code points. */
export function slicePoints(text: string, offsets: number[]): string[] {
  const parts: string[] = [];
  let point = 0;
  let at = 0;
  let from = 0;
  for (const offset of offsets) {
    while (point < offset && at < text.length) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      point++;
    }
    parts.push(text.slice(from, at));
    from = at;
  }
  parts.push(text.slice(from));
  return parts;
}

/** What stands around a quote, up to some letters on each side, cut at spaces. */
export function around(text: string, start: number, end: number, letters: number): { before: string; quote: string; after: string } {
  const [before = '', quote = '', after = ''] = slicePoints(text, [start, end]);
  return { before: tail(before, letters), quote, after: head(after, letters) };
}

function tail(text: string, letters: number): string {
  const points = [...text];
  if (points.length <= letters) return text;
  const cut = points.slice(-letters).join('');
  const space = cut.search(/\s/);
  return '…' + (space >= 0 && space < letters / 2 ? cut.slice(space + 1) : cut);
}

function head(text: string, letters: number): string {
  const points = [...text];
  if (points.length <= letters) return text;
  const cut = points.slice(0, letters).join('');
  const space = cut.search(/\s\S*$/);
  return (space > cut.length / 2 ? cut.slice(0, space) : cut) + '…';
}
