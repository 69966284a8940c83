import { findDates } from 'printed-text/dates';
import { foldPrinted } from 'printed-text/letters';
import { plainText } from 'printed-text/plain-text';

/** Words before or behind which a time of day stands, folded. */
const TIME_WORD =
  /(?:^|[^\p{L}])(?:time|zeit|uhrzeit|uhr|heure|hora|ora|orario|tijd|tid|kl|klo|kello|cas|czas|godz|godzina|saat|masa|waktu|jam|gio|vreme|ido|idopont|laikas|aeg|время|час)(?![\p{L}])|時刻|時間|时间|시간|เวลา|ώρα|ωρα|الوقت|שעה/u;
/** Lines that say when a shop is open, or until when something is. */
const OPENING =
  /\bopen|opening|business hours|closed|geoffnet|offnungs|horaires?\b|horario|orari\b|apert|abierto|aberto|openingstijden|abningstid|oppettider|apningstid|aukiolo|otevirac|nyitvatartas|godziny otwarcia|営業時間|营业时间|영업시간|check-?out|check-?in|before \d|until \d/u;

const TIME =
  /(?<front>午後|下午|오후|午前|上午|오전)?\s?(?<![\d:.,/-])(?<hour>[01]?\d|2[0-3])(?<mark>[:.h]|時|时|시)\s?(?<minute>[0-5]\d)(?:[:.分]\s?(?<second>[0-5]\d))?(?!\d|[.,:/]\d|\s?%)\s?(?<back>[ap]\.? ?m\b\.?|uhr\b|hrs?\b)?/giu;
const BETWEEN = /^\s?(?:-|~|to|bis|au?|à|al?|ate|do|t\/m|till?|til|–)\s?$/iu;

interface FoundTime {
  readonly time: string;
  readonly start: number;
  readonly end: number;
  /** No amount looks like it. */
  readonly isPlain: boolean;
}

/**
 * The times of day that rows of a document tell, `HH:MM` or `HH:MM:SS` by 24 hours, in the order printed: those beside a
 * date or a word for time, else any. Opening hours and other spans are none, and neither is a number with a point that
 * may be an amount.
 *
 * @param rows Each with all that stands side by side.
 */
export function readTimesOfDay(rows: readonly string[]): string[] {
  const told = rows.map(timesOfRow);
  const beside = told.flatMap(({ times, isBeside }) => (isBeside ? times : []));
  const times = beside.length > 0 ? beside : told.flatMap((row) => row.times);
  return [...new Set(times)].slice(0, MOST);
}

const MOST = 8;
/** Two-digit years are read up to this one: whether it is a date counts here, not which. */
const LATEST_YEAR = 2099;

function timesOfRow(row: string): { readonly times: readonly string[]; readonly isBeside: boolean } {
  const folded = foldPrinted(row);
  if (!/\d/.test(folded) || OPENING.test(folded)) return { times: [], isBeside: false };
  const hasWord = TIME_WORD.test(folded);
  const plain = plainText(row);
  const dates = findDates(plain, LATEST_YEAR);
  const found = findTimes(plain)
    .filter(({ start, end }) => !dates.some((date) => start < date.end && end > date.start))
    .filter(({ isPlain }) => isPlain || hasWord);
  const times = withoutSpans(plain, found).map(({ time }) => time);
  return { times, isBeside: hasWord || dates.length > 0 };
}

function findTimes(text: string): FoundTime[] {
  return [...text.matchAll(TIME)].map(({ index, 0: whole, groups = {} }) => {
    const { front = '', hour = '', mark, minute = '', second, back = '' } = groups;
    const time = [hourOf(Number(hour), `${front}${back}`), minute, ...(second === undefined ? [] : [second])];
    const isPlain = mark !== '.' || back !== '';
    return { time: time.join(':'), start: index, end: index + whole.trimEnd().length, isPlain };
  });
}

function hourOf(hour: number, half: string): string {
  const isAfternoon = /^p|午後|下午|오후/i.test(half);
  const isMorning = /^a|午前|上午|오전/i.test(half);
  const hours = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour === 12 ? 0 : hour;
  return String(hours).padStart(2, '0');
}

/** Both ends of a span go: nobody pays from nine to six. */
const withoutSpans = (text: string, times: readonly FoundTime[]): FoundTime[] => {
  const joins = (one: FoundTime | undefined, next: FoundTime | undefined) =>
    one !== undefined && next !== undefined && BETWEEN.test(text.slice(one.end, next.start));
  return times.filter((time, index) => !joins(times[index - 1], time) && !joins(time, times[index + 1]));
};
