import type { ComponentChildren } from 'preact';
import { number } from '../text/words';

interface Props {
  caption: string;
  rows: { key: string; label: ComponentChildren; count: number; href?: string }[];
}

/** Counts as a table with bars: the numbers are there for those who see no bars. */
export function Bars({ caption, rows }: Props) {
  const most = Math.max(...rows.map((r) => r.count), 1);
  return (
    <table class="barchart">
      <caption>{caption}</caption>
      <tbody>
        {rows.map((r) => (
          <tr key={r.key}>
            <th scope="row">{r.label}</th>
            <td class="number">{r.href ? <a href={r.href}>{number(r.count)}</a> : number(r.count)}</td>
            <td class="track" aria-hidden="true"><span class="bar stated" style={{ left: 0, width: `${(r.count / most) * 100}%` }} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
