import type { Calendar } from './calendars.ts';

/** Words and signs that say how years are counted; matched without regard to case. */
const MARKS: readonly (readonly [Calendar, string])[] = [
  ['buddhist', 'พ\\. ?ศ\\.?|พศ|ພ\\. ?ສ\\.?|B\\.E\\.|BE(?!\\p{L})|佛[历曆暦]|불기'],
  ['minguo', 'minguo|民[國国]|중화민국|R\\.O\\.C\\.|ROC(?!\\p{L})'],
  ['persian', 'A\\.P\\.|AP(?!\\p{L})|ه[ـ‍]?\\.? ?ش\\.?|هجری شمسی|خورشیدی'],
  ['hijri', 'A\\.H\\.|AH(?!\\p{L})|ه[ـ‍]?\\.? ?ق\\.?|هـ|ه‍|ہجری|هجري|هجری|hicri|H(?!\\p{L})'],
  ['reiwa', 'reiwa|令和|㋿|레이와|R(?=\\d)'],
  ['heisei', 'heisei|平成|㍻|헤이세이|H(?=\\d)'],
  ['showa', 'shōwa|showa|昭和|㍼|쇼와'],
];

/** Any of the marks, as a pattern. */
export const ERA_MARK = MARKS.map(([, marks]) => marks).join('|');

const readers = MARKS.map(([calendar, marks]) => [calendar, new RegExp(`^(?:${marks})(?=$|\\d)`, 'iu')] as const);

/** How years are counted that stand behind or before a mark, with this many digits: "H8" is an emperor's, "1448 H" of the Hijra. */
export function calendarOfMark(mark: string, yearDigits: number): Calendar | undefined {
  // A letter for an emperor is one only before a digit.
  const text = `${mark.trim()}${yearDigits <= 2 ? '1' : ''}`;
  const found = readers.filter(([, reader]) => reader.test(text)).map(([calendar]) => calendar);
  return yearDigits > 2 ? found.find((calendar) => calendar !== 'heisei') : (found.find(isEmperors) ?? found[0]);
}

const isEmperors = (calendar: Calendar): boolean =>
  calendar === 'reiwa' || calendar === 'heisei' || calendar === 'showa';
