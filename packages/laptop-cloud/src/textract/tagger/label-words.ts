import { plainText } from './plain-text.ts';

/** Words that decide what an amount is; a damaged word is read as the one it resembles. */
const LABEL_WORDS = new Set(
  (
    'total subtotal amount payable balance change rounding rounded adjustment discount service charge grand tendered ' +
    'tender summary inclusive including excluding exclusive quantity before after nett cash sales items points deposit ' +
    'master credit debit payment received gesamt summe betrag mwst jumlah tunai bayaran voucher rebate'
  ).split(' '),
);

// Letters and digits that the recogniser takes for one another.
const LOOK_ALIKES = ['o0cqeda', 'il1jtf|!', '5sz', '8bh', 'nmhrv', 'uvo', 'gq9', 'kxr', 'rnfk', 'yv'];
const LOOK_ALIKE_COST = 0.5;
const SHORTEST_WORD = 4;

const alike = new Set(LOOK_ALIKES.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))));

/** Edit distance in which look-alike characters cost less; one above `most` may be given as any number above it. */
export function readingDistance(
  a: string,
  b: string,
  lookAlikeCost = LOOK_ALIKE_COST,
  most = Number.POSITIVE_INFINITY,
): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const from = a[row - 1] as string;
      const to = b[column - 1] as string;
      const replaced = from === to ? 0 : alike.has(from + to) ? lookAlikeCost : 1;
      const distance = Math.min(
        (previous[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (previous[column - 1] as number) + replaced,
      );
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    previous = current;
  }
  return previous[b.length] as number;
}

/** Replaces damaged label words, such as `T0tel` and `R0unding`, where only one word comes close. */
export const repairLabelWords = (text: string): string =>
  plainText(text).replace(/[A-Za-z0-9|!]{4,}/g, (word) => remembered(word) ?? word);

// Receipts repeat each other's words; a few thousand are kept.
const MOST_REMEMBERED = 5000;
const repairs = new Map<string, string | undefined>();

function remembered(word: string): string | undefined {
  if (repairs.has(word)) return repairs.get(word);
  if (repairs.size >= MOST_REMEMBERED) repairs.clear();
  const repair = repaired(word);
  repairs.set(word, repair);
  return repair;
}

function repaired(word: string): string | undefined {
  const letters = word.match(/[A-Za-z]/g)?.length ?? 0;
  const lower = word.toLowerCase();
  if (letters < SHORTEST_WORD - 1 || letters < word.length * 0.6) return undefined;
  if ([lower, `${lower}s`, lower.replace(/s$/, '')].some((form) => LABEL_WORDS.has(form))) return undefined;
  // A word of letters only may be another word (orange, change); digits inside one are surely misread.
  const lookAlikeCost = letters < word.length ? LOOK_ALIKE_COST : 1;
  const ranked = [...LABEL_WORDS]
    .filter((label) => Math.abs(label.length - lower.length) <= 1)
    .map((label) => ({ label, distance: readingDistance(lower, label, lookAlikeCost, allowedDistance(label)) }))
    .filter(({ label, distance }) => distance <= allowedDistance(label))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (!best || second?.distance === best.distance) return undefined;
  return best.label;
}

const allowedDistance = (label: string): number => (label.length >= 8 ? 2 : label.length >= 5 ? 1 : 0.5);
