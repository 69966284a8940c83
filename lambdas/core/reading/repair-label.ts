import { lookAlikeDistance } from './look-alike-distance.ts';
import { foldPrinted } from './printed-text.ts';

/** Words that labels are made of; a word that is nearly one of them is taken for it. */
const LABEL_WORDS =
  `total subtotal amount payable balance change rounding rounded adjustment discount service charge grand tendered
  inclusive including excluding exclusive quantity before after cash sales items deposit credit debit payment received
  gesamt summe zwischensumme betrag gegeben jumlah tunai bayaran montant importe totaal voucher rebate promotion coupon`.split(
    /\s+/,
  );

const known = new Set(LABEL_WORDS);

/**
 * A label in lower case with its misread words put right: "T0tai" is "total", "Nel lota!" holds one. A word is changed
 * only when it is no label word itself and exactly one is near: within one letter for five to seven letters, two for
 * more, and one look-alike for four.
 */
export function repairLabel(label: string): string {
  return foldPrinted(label).replace(/[a-z0-9|!]{4,}/g, (word) => {
    const letters = word.replace(/[^a-z]/g, '').length;
    if (letters < 3 || known.has(word) || known.has(word.replace(/s$/, ''))) return word;
    const near = LABEL_WORDS.map((candidate) => [lookAlikeDistance(word, candidate), candidate] as const)
      .filter(([edits, { length }]) => edits <= (length >= 8 ? 2 : length >= 5 ? 1 : 0.5))
      .sort(([a], [b]) => a - b);
    const [best, second] = near;
    return best && best[0] < (second?.[0] ?? Number.POSITIVE_INFINITY) ? best[1] : word;
  });
}
