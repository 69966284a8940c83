import { toGsm7 } from './gsm7.ts';

/** `Nov 23, 2026`, as the locale writes it. */
export const dayText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** The same for a phone and a subject, which show Latin letters: `2026-11-23` stands for a day in another script. */
export function plainDay(day: string, locale: string): string {
  const text = dayText(day, locale);
  return toGsm7(text).includes('?') ? day : text;
}
