import { foldPrinted } from './printed-text.ts';

/** Words that labels are made of; a word that is nearly one of them is taken for it. */
const LABEL_WORDS =
  `total subtotal amount payable balance change rounding rounded adjustment discount service charge grand tendered
  inclusive including excluding exclusive quantity before after cash sales items deposit credit debit payment received
  gesamt summe zwischensumme betrag gegeben jumlah tunai bayaran montant importe totaal voucher rebate`.split(/\s+/);

const known = new Set(LABEL_WORDS);

/** Signs that readers of print take for each other; such a swap counts half. */
const LOOK_ALIKES = ['o0cqeda', 'il1jtf|!', '5sz', '8bh', 'nmhr', 'uvy', 'gq9'];

/**
 * A label in lower case with its misread words put right: "T0tai" is "total", "Nel lota!" holds one. A word is changed
 * only when it is no label word itself and exactly one is near: within one letter for five to seven letters, two for
 * more, and one look-alike for four.
 */
export function repairLabel(label: string): string {
  return foldPrinted(label).replace(/[a-z0-9|!]{4,}/g, (word) => {
    const letters = word.replace(/[^a-z]/g, '').length;
    if (letters < 3 || known.has(word) || known.has(word.replace(/s$/, ''))) return word;
    const near = LABEL_WORDS.map((candidate) => [distance(word, candidate), candidate] as const)
      .filter(([edits, { length }]) => edits <= (length >= 8 ? 2 : length >= 5 ? 1 : 0.5))
      .sort(([a], [b]) => a - b);
    const [best, second] = near;
    return best && best[0] < (second?.[0] ?? Number.POSITIVE_INFINITY) ? best[1] : word;
  });
}

/** Edits from one word to the other; look-alikes count half. */
function distance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 2) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + costOf(from.charAt(i - 1), to.charAt(j - 1));
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[to.length] ?? Number.POSITIVE_INFINITY;
}

function costOf(from: string, to: string): number {
  if (from === to) return 0;
  return LOOK_ALIKES.some((group) => group.includes(from) && group.includes(to)) ? 0.5 : 1;
}
