/** Days are `YYYY-MM-DD`. */
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Writes a day by a pattern of `dd d MM M MMM MMMM yyyy yy BBBB BB` (the last two are Thai Buddhist years), `n` and `c` for
 * the years of Reiwa and of the Republic of China, and text in `'`; by `long` for the locale's own with the month's name,
 * or by `era` for the Japanese calendar.
 */
export function writtenDay(day: string, pattern: string, locale: string): string {
  const instant = new Date(`${day}T12:00:00Z`);
  if (pattern === 'long') return named(instant, locale, 'long');
  const [year = '', month = '', date = ''] = day.split('-');
  if (pattern === 'era') return `令和${Number(year) - 2018}年${Number(month)}月${Number(date)}日`;
  const buddhist = String(Number(year) + 543);
  const values: Readonly<Record<string, string>> = {
    yyyy: year,
    yy: year.slice(2),
    n: String(Number(year) - 2018),
    c: String(Number(year) - 1911),
    BBBB: buddhist,
    BB: buddhist.slice(2),
    MMMM: monthName(instant, locale),
    MMM: MONTHS_EN[Number(month) - 1] ?? '',
    MM: month,
    M: String(Number(month)),
    dd: date,
    d: String(Number(date)),
  };
  return pattern.replace(
    /'([^']*)'|yyyy|yy|BBBB|BB|MMMM|MMM|MM|M|dd|d|n|c/g,
    (part, text) => text ?? values[part] ?? part,
  );
}

/** Whether day and month of the pattern could be taken for each other. */
export const isNumeric = (pattern: string): boolean => pattern !== 'long' && pattern !== 'era' && !/MMM/.test(pattern);

function named(instant: Date, locale: string, month: 'long'): string {
  return new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  }).format(instant);
}

function monthName(instant: Date, locale: string): string {
  const parts = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).formatToParts(instant);
  return parts.find(({ type }) => type === 'month')?.value ?? '';
}
