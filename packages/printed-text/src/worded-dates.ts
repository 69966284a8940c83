import type { Calendar, Day, OtherDay } from './calendars.ts';
import { asDigits, DIGIT_LIKE } from './digits.ts';
import { calendarOfMark, ERA_MARK } from './eras.ts';
import { monthOfHijra, monthsOfName } from './month-names.ts';
import { dayOfBuddhist, dayOfEra, dayOfPrinted } from './printed-years.ts';

/** A date with its month as a word. */
export interface WordedDate {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly day: Day;
  /** How surely it is a date, 0 to 1. */
  readonly quality: number;
}

const MOST_WORDS = 3;
const FILL = '[\\s\\-/.,\'()״«»"„“”]{0,4}';
/** What some languages write behind the number of a day: 1st, 1er, 12-го, 12ning, 12(a). */
const ORDINAL = "(?:st|nd|rd|th|er|º|ª|°|o|mh|ê|ning|טן|ی|-?(?:го|е|а|га|ші|ва|ви)|'?-?a|\\(a\\)|日)?";
/** ... between day and month, ... */
const OF = "(?:(?:de|del|di|of|day of|ta'|da|dhen|d'|ngày|د|den|ב)(?![\\p{L}\\p{M}])|d'|ta'|ב-?)?";
/** ... and around the year. */
const YEAR_WORD =
  '(?:(?:de su|del|de|do|dal|of|da|an|ad|anno|year|e|yil|yili|йил|йили|г|год|года|р|року|ж|жылы|թ|թվականի|ųjų|uju|m|metų|gada|gads|\\(e\\)ko|eko|ko|оны|ел|سنة|عام|د|סנת|წელი|წლის|ปี|ค\\. ?ศ|ค\\.?ศ|a\\.?d)(?![\\p{L}\\p{M}])\\.?)?';
const ERA = `(?:(${ERA_MARK}) ?)?`;
const ERA_BEHIND = `(?: ?(${ERA_MARK}))?`;
/** No more digits, and no time or amount that the number begins. */
const END = '(?!\\d(?!\\d?:))(?![/.-]\\d)(?!,\\d)';
const NO_TIME = '(?! ?(?:[:h%]|am\\b|pm\\b|uhr\\b))(?!\\.\\d)';
const TIME = '\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,5})?';
/** With one digit at least; letters may be misread ones. */
const DAY = `((?=[${DIGIT_LIKE}]{0,1}\\d)[${DIGIT_LIKE}]{1,2})`;

const pattern = (source: string): RegExp => new RegExp(source, 'iu');
const BEFORE = {
  day: pattern(`(?<!\\d|\\p{L}|\\d[.,/-])${DAY}${ORDINAL}${FILL}${OF}${FILL}$`),
  year: pattern(`(?<!\\d|\\d[.,/-])(?:(${ERA_MARK}) ?)?(\\d{4})${FILL}${YEAR_WORD}${FILL}(?:${OF}${FILL})?$`),
  yearAndDay: pattern(
    `(?<!\\d|\\d[.,/-])(\\d{4})${FILL}${YEAR_WORD}[\\s,.'()-]{1,4}(\\d{1,2})${ORDINAL}${FILL}${OF}${FILL}$`,
  ),
} as const;
const BEHIND = {
  year: pattern(
    `^[,.]? ?(?:${TIME},? )?${FILL}${YEAR_WORD}${FILL}${ERA}('?\\d{2}|\\d{4})${NO_TIME}${END}${ERA_BEHIND}`,
  ),
  eraYear: pattern(`^${FILL}${YEAR_WORD}${FILL}(?:(\\d{1,3}) (${ERA_MARK})|(${ERA_MARK}) ?(\\d{1,3})(?!\\d))`),
  day: pattern(`^${FILL}${OF}${FILL}(\\d{1,2})(?!\\d|[.,]\\d)${ORDINAL}`),
  dayAndYear: pattern(
    `^${FILL}(\\d{1,2})(?!\\d)${ORDINAL}(?:[\\s,.\\-/'()]{1,4}${YEAR_WORD}${FILL}|,? ${TIME},? )${ERA}(\\d{4})${END}${ERA_BEHIND}`,
  ),
  dayAndShortYear: pattern(
    `^${FILL}(\\d{1,2})(?:st|nd|rd|th)?(,? ?'|, |([-/])|\\. )(\\d{2})(?![\\d%]|[.,:/-]\\d)${NO_TIME}`,
  ),
  blankShortYear: pattern(`^[ .]{0,2}(\\d{1,2}) (\\d{2})(?![\\d%]|[.,:/-]\\d)${NO_TIME}`),
  dayAndEraYear: pattern(`^${FILL}(\\d{1,2})(?!\\d)${ORDINAL}[\\s,.]{1,3}(\\d{1,3}) (${ERA_MARK})`),
} as const;

/** Finds every date of a text, in plain spelling, that names its month by a word; any order of day, month and year. */
export function findWordedDates(text: string, latestYear: number): WordedDate[] {
  const found: WordedDate[] = [];
  let from = 0;
  for (const { start, end, word } of nameLikes(text)) {
    if (start < from) continue;
    const date = dateAround(text, start, end, word, latestYear);
    if (!date) continue;
    found.push(date);
    from = date.end;
  }
  return found;
}

const WORD = /(?<![\p{L}\p{M}])[\p{L}\p{M}](?:[\p{L}\p{M}.'׳״॰\u200c0-]*[\p{L}\p{M}׳॰0])?/gu;

/** Every word, or up to three of them, the longest first; a letter o may be a zero. */
function* nameLikes(text: string): Generator<{ start: number; end: number; word: string }> {
  const glued = text.matchAll(/(?<![\p{L}\p{M}])\p{L}{3,9}(?=0\d)/gu);
  const words = [...text.matchAll(/(?<![\p{L}\p{M}\d])0[\p{L}]{2}(?!\p{L})/gu), ...text.matchAll(WORD), ...glued]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start);
  for (const [index, { start }] of words.entries()) {
    for (let count = MOST_WORDS; count >= 1; count -= 1) {
      const last = words[index + count - 1];
      if (!last || /[^ ]/.test(between(text, words, index, count))) continue;
      yield { start, end: last.end, word: text.slice(start, last.end) };
    }
  }
}

/** What stands between some words that follow each other. */
function between(text: string, words: readonly { start: number; end: number }[], index: number, count: number): string {
  return words
    .slice(index, index + count - 1)
    .map(({ end }, offset) => text.slice(end, words[index + offset + 1]?.start))
    .join('');
}

function dateAround(
  text: string,
  start: number,
  end: number,
  word: string,
  latestYear: number,
): WordedDate | undefined {
  const name = word.replace(/^d'|^t-/i, '');
  const meaning: Meaning = { name, latestYear };
  if (!isMonth(name, text)) return undefined;
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  for (const place of PLACES) {
    const around = place(before, behind);
    if (!around || beginsAnother(around, behind)) continue;
    const day = dayOf(meaning, around);
    if (day) return { start: start - around.before, end: end + around.behind, day, quality: around.quality };
  }
  return undefined;
}

/** Where day and year were found around the name, and how many characters of either side belong to it. */
interface Around {
  readonly day: string | undefined;
  readonly year: string | undefined;
  readonly era: string | undefined;
  readonly before: number;
  readonly behind: number;
  readonly quality: number;
}

/** A day, which "Room 12, November 2, 2026" and a time have no point for. */
const DAY_BEFORE = new RegExp(`(?<![\\d:.,/-])${DAY}\\.\\s?$`);

type Place = (before: string, behind: string) => Around | undefined;

const PLACES: readonly Place[] = [
  // 2026. gada 12. novembris
  (before) => {
    const match = BEFORE.yearAndDay.exec(before);
    return match ? around(match, undefined, match[2], match[1]) : undefined;
  },
  // 12 November 2026, 12. Nov. '26
  (before, behind) => {
    const day = BEFORE.day.exec(before);
    const year = BEHIND.year.exec(behind);
    return day && year ? around(day, year, day[1], year[2], year[1] ?? year[3]) : undefined;
  },
  // 12 November 8 Reiwa
  (before, behind) => {
    const day = BEFORE.day.exec(before);
    const year = BEHIND.eraYear.exec(behind);
    return day && year ? around(day, year, day[1], year[1] ?? year[4], year[2] ?? year[3]) : undefined;
  },
  // 2026. november 12.
  (before, behind) => {
    const year = BEFORE.year.exec(before);
    const day = BEHIND.day.exec(behind);
    return year && day ? around(year, day, day[1], year[2], year[1]) : undefined;
  },
  // November 12, 2026, but not "20. November 2 2026", of which one of the numbers is misread
  (before, behind) => {
    const match = BEHIND.dayAndYear.exec(behind);
    return match && !DAY_BEFORE.test(before)
      ? around(undefined, match, match[1], match[3], match[2] ?? match[4])
      : undefined;
  },
  (_, behind) => {
    const match = BEHIND.dayAndEraYear.exec(behind);
    return match ? around(undefined, match, match[1], match[2], match[3]) : undefined;
  },
  // NOV 09, 26
  (_, behind) => {
    const match = BEHIND.dayAndShortYear.exec(behind);
    return match ? { ...around(undefined, match, match[1], match[4]), quality: 0.8 } : undefined;
  },
  (_, behind) => {
    const match = BEHIND.blankShortYear.exec(behind);
    return match ? { ...around(undefined, match, match[1], match[2]), quality: 0.65 } : undefined;
  },
];

const around = (
  before: RegExpExecArray | undefined,
  behind: RegExpExecArray | undefined,
  day: string | undefined,
  year: string | undefined,
  era?: string,
): Around => ({
  day,
  year,
  era,
  before: before?.[0].length ?? 0,
  behind: behind?.[0].trimEnd().length ?? 0,
  quality: 1,
});

const WORD_BEHIND = /^(?:st|nd|rd|th|er|\.)?[ ./-]{0,2}(?:(?:de|of) )?(\p{L}[\p{L}\p{M}]*)\.?(?! ?\p{L})/iu;
const YEAR_BEHIND = /^,? ?(?:19|20)\d{2}(?!\d)/;

/** Two digits at the end that are the day of another date: "18 Nov 22:10 - 19 Nov 2026", "Nov 18-19, 2026". */
function beginsAnother({ year = '', behind: length }: Around, behind: string): boolean {
  if (year.length !== 2) return false;
  const rest = behind.slice(length);
  const word = WORD_BEHIND.exec(rest)?.[1];
  return YEAR_BEHIND.test(rest) || (word !== undefined && monthsOfName(word).length > 0);
}

interface Meaning {
  readonly name: string;
  readonly latestYear: number;
}

/** The names of the years since the Hijra are looked up only where there is such a year. */
const isMonth = (name: string, text: string): boolean =>
  monthsOfName(name).length > 0 ||
  (/(?<!\d)1[34]\d{2}(?!\d)/.test(text) &&
    (['persian', 'hijri'] as const).some((calendar) => monthOfHijra(calendar, name) !== undefined));

function dayOf(
  { name, latestYear }: Meaning,
  { day: dayText = '', year: yearText = '', era }: Around,
): Day | undefined {
  const day = Number(asDigits(dayText));
  const year = yearText.replace("'", '');
  const calendar = era === undefined ? undefined : calendarOfMark(era, year.length);
  const counted = Number(year);
  if (year.length > 2 && counted >= 1300 && counted < 1500) return dayOfHijra(name, year, day, calendar, latestYear);
  const months = monthsOfName(name);
  const days = months.flatMap(({ month, countries }) => {
    const read = calendar
      ? dayOfEra(calendar, year, month, day, latestYear)
      : /[\u0e00-\u0eff]/.test(name)
        ? dayOfBuddhist(year, month, day, latestYear)
        : dayOfPrinted(year, month, day, latestYear);
    return read ? [{ ...read, countries }] : [];
  });
  const [first, ...others] = days;
  if (!first) return undefined;
  const { countries, ...main } = first;
  if (others.length === 0) return main;
  const otherwise = others.map(({ year: y, month, day: d, countries: where }): OtherDay => {
    return { year: y, month, day: d, countries: where, isLikely: true };
  });
  return { ...main, otherwise, countries };
}

/** The years of the Hijra by the names of their months; where these are ours, by the mark. */
function dayOfHijra(
  name: string,
  year: string,
  day: number,
  calendar: Calendar | undefined,
  latestYear: number,
): Day | undefined {
  for (const one of ['persian', 'hijri'] as const) {
    const month = calendar === undefined || calendar === one ? monthOfHijra(one, name) : undefined;
    const read = month === undefined ? undefined : dayOfEra(one, year, month, day, latestYear);
    if (read) return read;
  }
  return undefined;
}
