import { effect, signal } from '@preact/signals';

type Theme = 'system' | 'light' | 'dark';

const kept = localStorage.getItem('theme');

/** The colours that the reader has chosen. */
export const theme = signal<Theme>(kept === 'light' || kept === 'dark' ? kept : 'system');

effect(() => {
  if (theme.value === 'system') {
    localStorage.removeItem('theme');
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem('theme', theme.value);
    document.documentElement.dataset.theme = theme.value;
  }
});
