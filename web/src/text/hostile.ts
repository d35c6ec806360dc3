// Texts come from documents, which anybody may have written. What would change
// how the text around it reads is shown as a character of its own.

// Controls, directional formatting, zero-width characters and byte order marks.
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The text with its invisible controls made visible: U+202E becomes ⟦202E⟧. */
export const visible = (text: string) => text.replace(hidden, (c) => `⟦${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`);

/** The text cut to some length, for canvases and labels. */
export function short(text: string, length: number): string {
  const points = [...visible(text)];
  return points.length <= length ? points.join('') : points.slice(0, length - 1).join('') + '…';
}

/** The text in lines of about some length, broken between words; Thai has no
 * spaces between them, so that a dictionary finds them. A name stays whole
 * between its spaces. */
export function wrap(text: string, length: number, language: string, whole: boolean): string {
  const words = whole ? text.split(/(?<=\s)/) : [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map((s) => s.segment);
  const lines: string[] = [''];
  for (const word of words) {
    const line = lines[lines.length - 1]!;
    if (line && [...line].length + [...word].length > length) lines.push(word.trimStart());
    else lines[lines.length - 1] = line + word;
  }
  return lines.map((l) => l.trimEnd()).filter(Boolean).join('\n');
}
