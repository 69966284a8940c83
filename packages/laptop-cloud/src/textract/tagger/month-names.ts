import { readingDistance } from './label-words.ts';
import { withoutAccents } from './plain-text.ts';

// Full and short names in the languages receipts are most often printed in; index + 1 is the month.
const NAMES: readonly string[] = [
  'january januari januar janvier janv enero ene gennaio gen jan janeiro styczen stycznia',
  'february februari februar fevrier fevr febrero febbraio fev pebruari feb fevereiro luty lutego',
  'march mac marz maerz mrz mars marzo maart maret mrt mar marco marzec marca',
  'april avril avr abril abr aprile apr kwiecien kwietnia',
  'may mai mei mayo maggio mag maj maio maja',
  'june juni juin junio giugno giu jun junho czerwiec czerwca',
  'july juli julai juillet juil julio luglio lug jul julho lipiec lipca',
  'august augustus ogos ogo aout agosto ago agustus aug sierpien sierpnia',
  'september sept septembre septiembre settembre set sep setembro wrzesien wrzesnia',
  'october okt oktober octobre octubre ottobre ott oct outubro pazdziernik pazdziernika',
  'november novembre noviembre nov novembro listopad listopada',
  'december dez dezember dis disember decembre diciembre dic dicembre desember des dec dezembro grudzien grudnia',
];

const months = new Map(NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));
const shortEnglish = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const longEnglish = 'january february march april august september october november december'.split(' ');
const MOST_DAMAGE = 1.5;

/** The month that a word names, 1 … 12; undefined when it names none. */
export const monthOf = (word: string): number | undefined => months.get(bare(word));

/** The month that a damaged English name most resembles; undefined when none or two come close. */
export function damagedMonth(word: string): number | undefined {
  const letters = bare(word).replace(/1/g, 'l');
  if (letters.length > 4) {
    const near = longEnglish.find((name) => readingDistance(letters, name) <= 1);
    return near === undefined ? undefined : months.get(near);
  }
  if (letters.length < 2) return undefined;
  const [best, second] = shortEnglish
    .map((name, index) => ({ month: index + 1, distance: readingDistance(letters, name) }))
    .sort((a, b) => a.distance - b.distance);
  if (!best || best.distance > MOST_DAMAGE || second?.distance === best.distance) return undefined;
  return best.month;
}

const bare = (word: string): string => withoutAccents(word).toLowerCase().replace(/0/g, 'o');
