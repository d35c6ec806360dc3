import { both, inLanguage } from '../text/dates';
import { language } from '../text/words';

/** A date as it is known, in both eras unless short. */
export function When({ value, brief }: { value: string | null | undefined; brief?: boolean }) {
  if (!value) return null;
  return <time dateTime={value}>{brief ? inLanguage(value, language.value) : both(value, language.value)}</time>;
}
