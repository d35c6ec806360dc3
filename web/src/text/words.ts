// What the interface says, in English and Thai. Texts of documents are shown as
// they are.
import { signal } from '@preact/signals';
import { en } from './en';
import { th } from './th';

export type Language = 'th' | 'en';
export type Words = typeof en;

const dictionary: Record<Language, Words> = { en, th };

function first(): Language {
  const asked = new URLSearchParams(location.search).get('hl');
  if (asked === 'th' || asked === 'en') return asked;
  const kept = localStorage.getItem('language');
  if (kept === 'th' || kept === 'en') return kept;
  return navigator.language.startsWith('th') ? 'th' : 'en';
}

export const language = signal<Language>(first());

/** The words of the reader's language. */
export const words = (): Words => dictionary[language.value];

/** Speaks a language from now on, on this machine. */
export function speak(chosen: Language) {
  language.value = chosen;
  localStorage.setItem('language', chosen);
  document.documentElement.lang = chosen;
}

document.documentElement.lang = language.value;

/** A whole number as the reader writes it. */
export const number = (n: number) => n.toLocaleString(language.value === 'th' ? 'th-TH' : 'en-GB');
