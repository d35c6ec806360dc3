// Dates as EDTF gives them (2019, 2019-11, 2019-11-25), shown as they are known:
// a day that is not known is never made up.
import type { Language } from './words';

export interface PartialDate {
  value: string;
}

const locale = { th: 'th-TH-u-ca-gregory', en: 'en-GB' } as const;
const buddhistOffset = 543;

const pieces = (value: string) => value.split('-').map(Number);

function format(value: string, language: Language, year: (n: number) => string): string {
  const [y = 0, m, d] = pieces(value);
  if (m === undefined) return year(y);
  const month = new Intl.DateTimeFormat(locale[language], { month: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(y, m - 1, 1)));
  return (d === undefined ? '' : d + ' ') + month + ' ' + year(y);
}

/** The date of the Buddhist era, in Thai: 25 พ.ย. 2562. */
export const buddhist = (value: string) => format(value, 'th', (y) => (pieces(value).length === 1 ? 'พ.ศ. ' : '') + (y + buddhistOffset));

/** The date of the common era, in English: 25 Nov 2019. */
export const common = (value: string) => format(value, 'en', String);

/** Both, that of the reader's language first. */
export function both(value: string, language: Language): string {
  return (language === 'th' ? [buddhist(value), common(value)] : [common(value), buddhist(value)]).join(' · ');
}

/** In the reader's language alone. */
export const inLanguage = (value: string, language: Language) => (language === 'th' ? buddhist(value) : common(value));

/** The first day of a partial date, for axes and as-of: 2019-11 is 2019-11-01. */
export const firstDay = (value: string) => (value + '-01-01').slice(0, 'YYYY-MM-DD'.length);

/** The year with both eras: 2562 (2019). */
export const year = (y: number, language: Language) => (language === 'th' ? `${y + buddhistOffset} (${y})` : String(y));
