import { foldPrinted } from './letters.ts';

const TIME = '([01]?\\d|2[0-4])[.,:h]([0-5]\\d)';
const RANGE = new RegExp(
  `(?<![\\d.,])${TIME}\\s?(?:uhr|h)?\\s?(?:-|bis|to|till|until|a|ate|as|til|till|tot|do|alle|-)\\s?${TIME}(?![\\d.,:]\\d|\\d|%)`,
  'g',
);
const DAYS =
  /(?<!\p{L})(?:mo|di|mi|do|fr|sa|so|mon|tue?s?|wed|thu?r?s?|fri|sat|sun|lu|ma|me|je|ve|lun|mar|mer|gio|ven|sab|dom|mie|jue|vie|seg|ter|qua|qui|sex|ma|wo|vr|za|zo|pn|wt|sr|czw|pt|nd|po|ut|st|ct|pa|man|tir|ons|tor|lor|son|пн|вт|ср|чт|пт|сб|вс|нд|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|werktags|taglich|daily|weekdays)(?!\p{L})/u;
const OPEN =
  /(?<!\p{L})(?:open|opening|hours|offnungszeiten|geoffnet|horaires?|ouvert\p{L}*|horario|orari[oa]?|aperto|apertura|abierto|openingstijden|geopend|apningstider|abningstider|oppettider|uhr|godziny|otwarte|oteviraci|nyitva)(?!\p{L})/u;

/**
 * Whether a line tells when a shop is open: "Mo-Fr 8.00 - 20.00". Two times with a dash between them are hours where days or
 * such words stand with them, or where both are quarters of an hour, the later one behind, and no currency is near.
 */
export function tellsHours(text: string): boolean {
  const line = foldPrinted(text);
  const ranges = [...line.matchAll(RANGE)];
  if (ranges.length === 0) return false;
  if (DAYS.test(line) || OPEN.test(line)) return true;
  const isQuarter = (minutes: string | undefined) => Number(minutes) % 15 === 0;
  return (
    !/[\p{Sc}\p{L}]/u.test(line) &&
    ranges.every(
      ([, from, fromMinutes, to, toMinutes]) =>
        isQuarter(fromMinutes) && isQuarter(toMinutes) && Number(from) < Number(to),
    )
  );
}
