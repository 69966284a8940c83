import { normalizePrinted } from 'printed-text/plain-text';
import type { CalendarDate } from '../ground/calendar-date.ts';
import { type MeaningEvidence, meaningOf } from './date-meaning.ts';
import type { Sighting } from './date-sightings.ts';

/** A day with the sighting that speaks for it most. */
export interface RankedDay {
  readonly date: CalendarDate;
  readonly sighting: Sighting;
  /** What the sighting may mean as well. */
  readonly others: readonly CalendarDate[];
  /** How often it is printed, as far as tagged. */
  readonly prints: number;
  readonly isOther: boolean;
  readonly isNoPurchase: boolean;
  /** Every print of it is a day of what is sold. */
  readonly isAside: boolean;
  readonly isBilled: boolean;
  /** Every print of it is one of a list of days. */
  readonly isListed: boolean;
  readonly isStated: boolean;
  readonly isOrder: boolean;
  readonly isAnnounced: boolean;
  readonly isTitled: boolean;
  /** It ends the heading that names the paper. */
  readonly isHeading: boolean;
  /** Words say that it is the day of the document. */
  readonly isOfDocument: boolean;
  /** It is all that a line of the paper holds. */
  readonly isAlone: boolean;
  /** Whether words or a time say that it is the day of the document, or it is printed twice. */
  readonly isConfirmed: boolean;
  readonly score: number;
}

/** What the word of another line for a day, such as "due", takes from prints of it that no word speaks for, where another day stands alone. */
const SAID_ELSEWHERE = 2.5;
/** What a print that is surely something else takes from a day that is tagged as the document's. */
const NO_PURCHASE = 4.5;
const TWO_PRINTS = 2;

/** Best first; each further print of a day adds a little, a line that repeats a field adds nothing of its own. */
export function rankDays(sightings: readonly Sighting[], evidence: MeaningEvidence): RankedDay[] {
  const byDay = new Map<CalendarDate, (Sighting & { readonly others: readonly CalendarDate[] })[]>();
  for (const sighting of sightings) {
    const meaning = meaningOf(sighting.printed, evidence);
    if (!meaning) continue;
    byDay.set(meaning.date, [...(byDay.get(meaning.date) ?? []), { ...sighting, others: meaning.others }]);
  }
  const alone = new Set([...byDay].filter(([, all]) => all.some(standsAlone)).map(([date]) => date));
  return [...byDay]
    .map(([date, all]) => rankedDay(date, all, alone.size > 0 && !alone.has(date)))
    .sort((a, b) => b.score - a.score);
}

/** Whether a day is all that its line holds, as at the head of a letter, and nothing says that it is another one's. */
const standsAlone = ({ field, printed, isOther, isNoPurchase }: Sighting): boolean =>
  field.type === 'LINE' &&
  !isOther &&
  !isNoPurchase &&
  !/[\p{L}\d]/u.test(normalizePrinted(field.text).replace(printed.text, ''));

/** @param isAnotherAlone Whether another day, and not this one, stands alone in its line. */
function rankedDay(
  date: CalendarDate,
  all: readonly (Sighting & { readonly others: readonly CalendarDate[] })[],
  isAnotherAlone: boolean,
): RankedDay {
  const [sighting] = [...all].sort((a, b) => b.score - a.score) as [(typeof all)[number]];
  const lines = all.filter(({ field }) => field.type === 'LINE');
  const tagged = all.filter(({ field }) => field.type !== 'LINE');
  const prints = printsOf(tagged);
  const isNoPurchase = isSurelyNone(lines.length > 0 ? lines : tagged);
  const isAside = (lines.length > 0 ? lines : tagged).every((print) => print.isAside);
  // A line says that the day is one to pay or ends something, and none that it is the document's.
  const isSaidElsewhere =
    isAnotherAlone &&
    !isNoPurchase &&
    lines.some((line) => line.isNoPurchase) &&
    all.every((print) => !print.isLabelled && !print.isStated);
  // Where all lines say that the day is something else, a tag says nothing.
  const isUntold = (isAside || isSaidElsewhere) && lines.length > 0;
  const highest = isUntold ? Math.max(...lines.map(({ score }) => score)) : sighting.score;
  return {
    date,
    sighting,
    others: sighting.others,
    prints,
    isOther: sighting.isOther,
    isNoPurchase,
    isAside,
    isBilled: all.some((print) => print.isBilled),
    isListed: lines.length > 0 && lines.every((print) => print.isListed),
    isStated: all.some((print) => print.isStated),
    isOrder: all.some((print) => print.isOrder),
    isAnnounced: all.some((print) => print.isAnnounced),
    isTitled: lines.length > 0 && lines.every((print) => print.isTitled),
    isHeading: all.some(({ heading }) => heading !== undefined),
    isOfDocument: all.some((print) => print.isOfDocument),
    isAlone: all.some(standsAlone),
    isConfirmed: all.some(({ isLabelled }) => isLabelled) || Math.max(prints, lines.length) >= TWO_PRINTS,
    score:
      Math.min(sighting.score, highest) +
      0.6 * Math.min(TWO_PRINTS, Math.max(0, prints - 1)) -
      (isNoPurchase && !sighting.isNoPurchase ? NO_PURCHASE : 0) -
      (isSaidElsewhere ? SAID_ELSEWHERE : 0),
  };
}

/** One print may be tagged twice, as the invoice's date and as the last day to pay. */
function printsOf(tagged: readonly Sighting[]): number {
  const places = new Set(tagged.flatMap(({ field }) => field.place ?? []));
  return places.size + tagged.filter(({ field }) => field.place === undefined).length;
}

/** Every print of the day is one of something else. */
function isSurelyNone(prints: readonly Sighting[]): boolean {
  const none = prints.filter((print) => print.isNoPurchase);
  const places = new Set(none.flatMap(({ field }) => field.place ?? []));
  return none.length > 0 && prints.every((print) => print.isNoPurchase || places.has(print.field.place ?? ''));
}
