import { number, words } from '../text/words';

// A spreadsheet runs what begins like a formula; an apostrophe makes it a text.
const cell = (text: string) => {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export const csv = (head: string[], rows: string[][]) => '\ufeff' + [head, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');

/** Saves a text as a file. */
export function save(name: string, text: string | Blob, type = 'text/csv;charset=utf-8') {
  const url = URL.createObjectURL(typeof text === 'string' ? new Blob([text], { type }) : text);
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 80);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

interface Props {
  name: string;
  head: string[];
  rows: () => string[][];
  /** How many there are in all: a file that has fewer says so in its name. */
  of: number;
}

/** Takes the list that is shown along as CSV. */
export function CsvLink({ name, head, rows, of }: Props) {
  const w = words();
  const take = () => {
    const list = rows();
    save(`${name}${list.length < of ? `-${list.length}-of-${of}` : ''}.csv`, csv(head, list));
  };
  return <button type="button" class="plain" onClick={take} title={number(of)}>{w.entity.csv}</button>;
}
