/** A day of our calendar. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** What the same print means elsewhere; absent where it means this day only. */
  readonly otherwise?: readonly OtherDay[];
  /** The countries in which it surely is this day; absent where it means nothing else. */
  readonly countries?: readonly string[];
}

/** Another day that the same print may mean. */
export interface OtherDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The countries (ISO 3166-1 alpha-2) in which it is the day that is meant; none where no country tells. */
  readonly countries: readonly string[];
  /** It may be meant wherever no country is known; otherwise only in these countries. */
  readonly isLikely: boolean;
}

/** Ways to count years. The years of our calendar, of the Buddhist one, of the Republic of China, of the sun and the moon since the Hijra, and of emperors. */
export type Calendar = 'gregorian' | 'buddhist' | 'minguo' | 'persian' | 'hijri' | 'reiwa' | 'heisei' | 'showa';

/** What is added to a year of a calendar that shares our months. */
const AHEAD: Readonly<Partial<Record<Calendar, number>>> = {
  gregorian: 0,
  buddhist: -543,
  minguo: 1911,
  reiwa: 2018,
  heisei: 1988,
  showa: 1925,
};

/** The day of ours that a day of a calendar is; undefined where that calendar has no such day, or it is outside of 1900 to 2199. */
export function dayOfCalendar(calendar: Calendar, year: number, month: number, day: number): Day | undefined {
  const ahead = AHEAD[calendar];
  if (ahead !== undefined) return gregorianDay(year + ahead, month, day);
  if (calendar === 'persian') return foundBy('persian', year, month, day);
  const official = foundBy('islamic-umalqura', year, month, day);
  if (!official) return undefined;
  // Where the months are counted by tables or by sight of the moon, the day is another one at times.
  const other = foundBy('islamic-civil', year, month, day);
  if (!other || isSameDay(other, official)) return official;
  return { ...official, otherwise: [{ ...other, countries: [], isLikely: true }] };
}

/** A day of our calendar; undefined where it has no such day, or it is outside of 1900 to 2199. */
export function gregorianDay(year: number, month: number, day: number): Day | undefined {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { year, month, day } : undefined;
}

type Lunar = 'persian' | 'islamic-umalqura' | 'islamic-civil';

const DAY_MS = 86_400_000;
/** Mean length of a year and its first day, counted from 1970, by which the search begins. */
const YEARS: Readonly<Record<Lunar, { readonly days: number; readonly firstDay: number; readonly off: number }>> = {
  persian: { days: 365.2422, firstDay: -492_268, off: 3 },
  'islamic-umalqura': { days: 354.367, firstDay: -492_148, off: 4 },
  'islamic-civil': { days: 354.367, firstDay: -492_148, off: 4 },
};

const formats = new Map<Lunar, Intl.DateTimeFormat>();

/** Looks for the day that `Intl` calls by that year, month and day. */
function foundBy(calendar: Lunar, year: number, month: number, day: number): Day | undefined {
  if (!(year >= 1270 && year <= 1580 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  const { days, firstDay, off } = YEARS[calendar];
  const inYear = calendar === 'persian' ? (month - 1) * 30 + Math.min(6, month - 1) : (month - 1) * 29.53;
  const guess = Math.round(firstDay + (year - 1) * days + inYear + day - 1);
  for (let distance = 0; distance <= off; distance += 1) {
    for (const serialDay of distance === 0 ? [guess] : [guess - distance, guess + distance]) {
      const [itsYear, itsMonth, itsDay] = partsBy(calendar, serialDay);
      if (itsYear !== year || itsMonth !== month || itsDay !== day) continue;
      const date = new Date(serialDay * DAY_MS);
      return gregorianDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    }
  }
  return undefined;
}

function partsBy(calendar: Lunar, serialDay: number): (number | undefined)[] {
  let format = formats.get(calendar);
  if (!format) {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-u-nu-latn', { calendar, timeZone: 'UTC', ...numeric });
    formats.set(calendar, format);
  }
  const parts = format.formatToParts(serialDay * DAY_MS);
  return (['year', 'month', 'day'] as const).map((type) => {
    const part = parts.find((one) => one.type === type);
    return part && Number(part.value);
  });
}

/** Whether two are one day. */
export const isSameDay = (
  one: Pick<Day, 'year' | 'month' | 'day'>,
  other: Pick<Day, 'year' | 'month' | 'day'>,
): boolean => one.year === other.year && one.month === other.month && one.day === other.day;
