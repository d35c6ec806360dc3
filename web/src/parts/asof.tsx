import { useAnswer } from '../api/use';
import { graphql } from '../gql';
import { inLanguage } from '../text/dates';
import { language, words } from '../text/words';

const Months = graphql(`
  query Months {
    coverage { publishers { months { month } } }
  }
`);

interface Props {
  value: string | null;
  choose: (day: string | null) => void;
}

/** The day of which facts are shown: typed, or slid to the end of a month of those
 * that there are releases of. */
export function AsOf({ value, choose }: Props) {
  const w = words();
  const answer = useAnswer(Months, {});
  const months = answer.state === 'here' ? answer.data.coverage.publishers.flatMap((p) => p.months.flatMap((m) => m.month ?? [])).sort() : [];
  const first = months[0];
  const last = months.at(-1);
  const most = first && last ? since(first, last) : 0;
  const at = first && value ? Math.min(Math.max(since(first, value.slice(0, 7)), 0), most) : most;
  return (
    <>
      <label>{w.entity.asOf} <input type="date" value={value ?? ''} onChange={(event) => choose(event.currentTarget.value || null)} /></label>
      {first && most > 0 && (
        <input type="range" min={0} max={most} value={at} aria-label={w.graph.slide} aria-valuetext={value ? inLanguage(value, language.value) : w.graph.always}
          onChange={(event) => choose(endOf(first, Number(event.currentTarget.value)))} />
      )}
      {value && <button type="button" onClick={() => choose(null)}>{w.entity.asOfClear}</button>}
    </>
  );
}

/** How many months lie between two, each as 2019-11. */
function since(first: string, month: string): number {
  const [y1 = 0, m1 = 0] = first.split('-').map(Number);
  const [y2 = 0, m2 = 0] = month.split('-').map(Number);
  return (y2 - y1) * 12 + m2 - m1;
}

/** The last day of the month that is so many after another. */
function endOf(first: string, after: number): string {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month + after, 0)).toISOString().slice(0, 10);
}
