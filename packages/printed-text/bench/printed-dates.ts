import { type Day, findDates } from 'printed-text/dates';

/** Calendars that paper is printed in, each in the languages of the countries that count so. */
const CALENDARS: readonly (readonly [calendar: string, languages: string])[] = [
  ['buddhist', 'th lo km en'],
  ['japanese', 'ja en ko'],
  ['roc', 'zh-Hant-TW zh en ko'],
  ['persian', 'fa fa-AF ps en ar tg'],
  ['islamic-umalqura', 'ar ar-SA en fa ur tr id ms'],
];
const STYLES = ['full', 'long', 'medium', 'short'] as const;

/** How a printed date was read: as the day, as that day and others (a doubt), not at all, or as other days only. */
export type Verdict = 'read' | 'doubt' | 'unread' | 'wrong';

/** A date as `Intl` prints it. */
export interface PrintedSample {
  readonly locale: string;
  readonly style: (typeof STYLES)[number];
  readonly text: string;
  readonly day: Day;
}

/** Every locale that `Intl` has data for: each language alone, and with each country that has data of its own. */
export function allLocales(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const pairs = letters.flatMap((a) => letters.map((b) => a + b));
  const languages = Intl.DateTimeFormat.supportedLocalesOf([
    ...pairs,
    ...pairs.flatMap((pair) => letters.map((c) => pair + c)),
  ]);
  const regions = pairs.map((pair) => pair.toUpperCase());
  const withRegion = languages.flatMap((language) =>
    regions.map((region) => `${language}-${region}`).filter((locale) => hasData(locale)),
  );
  return [...languages, ...withRegion];
}

const hasData = (locale: string): boolean => {
  try {
    return new Intl.DateTimeFormat(locale).resolvedOptions().locale === locale;
  } catch {
    return false;
  }
};

/** The locales with the calendar that each prints by itself, and those of {@link CALENDARS}. */
export const withCalendars = (locales: readonly string[]): string[] => [
  ...locales,
  ...locales.map((locale) => `${locale}-u-ca-gregory`),
  ...CALENDARS.flatMap(([calendar, languages]) =>
    languages.split(' ').map((language) => `${language}-u-ca-${calendar}`),
  ),
];

/** A day in every style of a locale. */
export function print(locale: string, { year, month, day }: Day): PrintedSample[] {
  return STYLES.map((style) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' });
    return { locale, style, text: format.format(Date.UTC(year, month - 1, day)), day: { year, month, day } };
  });
}

/** What becomes of a sample that was printed up to a year before `latestYear`. */
export function judge({ text, day }: PrintedSample, latestYear: number): Verdict {
  const found = findDates(text, latestYear);
  if (found.length === 0) return 'unread';
  const days = found.flatMap(({ byOrder }) => Object.values(byOrder).flatMap((one) => [one, ...(one.otherwise ?? [])]));
  const isIt = (one: Pick<Day, 'year' | 'month' | 'day'>) =>
    one.year === day.year && one.month === day.month && one.day === day.day;
  if (!days.some(isIt)) return 'wrong';
  return days.every(isIt) ? 'read' : 'doubt';
}
