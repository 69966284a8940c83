import { type Calendar, type Day, dayOfCalendar, gregorianDay, type OtherDay } from './calendars.ts';
import { asDigits } from './digits.ts';

/** Years of the Buddhist calendar are 543 ahead. */
const BUDDHIST_AHEAD = 543;
/** The first year of the Republic of China is 1912. */
const MINGUO = 1911;
const HIJRI_CENTURY = 1400;
/** Years by the sun since the Hijra are behind. */
const HIJRA = 621;
/** A day further back is unlikely to be meant by two digits where another calendar gives one that is near. */
const LONG_AGO = 25;
const NEAR = 12;

/** What a date means: a year as printed with month and day, up to a latest year. */
export function dayOfPrinted(yearText: string, month: number, day: number, latestYear: number): Day | undefined {
  const text = asDigits(yearText.replace("'", ''));
  if (text.length > 2) return dayOfLongYear(Number(text), month, day, latestYear);
  const short = Number(text);
  const main = gregorianDay(latestWith(short, 0, latestYear), month, day);
  const others = otherDays(short, month, day, main, latestYear);
  if (main && others.length > 0) return { ...main, otherwise: others };
  return main;
}

/** The same with a year whose way of counting is known; of two digits the last that may be meant. */
export function dayOfEra(
  calendar: Calendar,
  yearText: string,
  month: number,
  day: number,
  latestYear: number,
): Day | undefined {
  const year = Number(asDigits(yearText));
  return dayOfCalendar(calendar, yearText.length > 2 ? year : year + centuryOf(calendar, year, latestYear), month, day);
}

/** What two digits leave out of a year; an emperor's years have no more. */
function centuryOf(calendar: Calendar, short: number, latestYear: number): number {
  const ahead = { gregorian: 0, buddhist: BUDDHIST_AHEAD, minguo: -MINGUO, persian: -HIJRA, hijri: 0 };
  if (calendar === 'hijri') return HIJRI_CENTURY;
  return calendar in ahead ? latestWith(short, ahead[calendar as keyof typeof ahead], latestYear, false) - short : 0;
}

/** Where months are printed in Thai or Lao, two digits count in whichever calendar gives the nearer year. */
export function dayOfBuddhist(yearText: string, month: number, day: number, latestYear: number): Day | undefined {
  if (yearText.length !== 2) return dayOfPrinted(yearText, month, day, latestYear);
  const year = Number(yearText);
  const ours = latestWith(year, 0, latestYear);
  const buddhist = latestWith(year, BUDDHIST_AHEAD, latestYear);
  return gregorianDay(Math.max(ours, buddhist), month, day);
}

/** The latest year up to `latestYear` that ends in two digits, counted in a calendar that is ahead of ours. */
function latestWith(short: number, ahead: number, latestYear: number, isOurs = true): number {
  const latest = latestYear + ahead;
  const year = Math.floor(latest / 100) * 100 + short;
  return (year > latest ? year - 100 : year) - (isOurs ? ahead : 0);
}

function dayOfLongYear(year: number, month: number, day: number, latestYear: number): Day | undefined {
  if (year >= 2400 && year < 2700) return dayOfCalendar('buddhist', year, month, day);
  if (year >= 1300 && year < 1500) {
    return dayOfCalendar(year + HIJRA <= latestYear ? 'persian' : 'hijri', year, month, day);
  }
  return gregorianDay(year, month, day);
}

function otherDays(
  short: number,
  month: number,
  day: number,
  main: Day | undefined,
  latestYear: number,
): readonly OtherDay[] {
  const buddhist = gregorianDay(latestWith(short, BUDDHIST_AHEAD, latestYear), month, day);
  const isNear = buddhist !== undefined && buddhist.year > latestYear - NEAR;
  const isFar = main === undefined || main.year < latestYear - LONG_AGO;
  return isNear && isFar ? [{ ...buddhist, countries: ['TH'], isLikely: true }] : [];
}
