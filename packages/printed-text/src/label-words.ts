import { foldPrinted } from './letters.ts';
import { lookAlikeDistance } from './look-alikes.ts';
import { plainText } from './plain-text.ts';

/**
 * Words that labels beside amounts are made of; a damaged word is read as the one it resembles. A word that is near a
 * frequent other one stays out, such as "importe": goods are "imported".
 */
const LABEL_WORDS = new Set(
  (
    'total subtotal amount payable balance change rounding rounded adjustment discount service charge grand tendered ' +
    'tender summary inclusive including excluding exclusive quantity before after nett cash sales items points deposit ' +
    'master credit debit payment received voucher rebate promotion coupon gesamt summe zwischensumme betrag gegeben mwst ' +
    'jumlah tunai bayaran montant totaal ruckgeld wechselgeld zuruck contant contanti kontant'
  ).split(' '),
);

/** Short ones and those of other languages, which no damaged word is read as. */
const MORE_LABEL_WORDS = new Set(
  (
    'due net paid tax tip vat price fee importe monto totale payer paye ttc sum summa suma razem zaplaty celkem spolu ' +
    'osszesen fizetendo ukupno skupaj kokku kopa viso yhteensa betala totalt pris итого всего сумма разом всього усього ' +
    'общо укупно вкупно toplam'
  ).split(' '),
);

/** Words of their own that are near one of a label: what an insurance or a club asks for. */
const OWN_WORDS = new Set(['beitrag', 'beitrags', 'antrag', 'ertrag']);

/** Whether a word, in any case, is one that labels beside amounts are made of. */
export const isLabelWord = (word: string): boolean =>
  LABEL_WORDS.has(foldPrinted(word)) || MORE_LABEL_WORDS.has(foldPrinted(word));

const FEWEST_LETTERS = 3;
const LEAST_SHARE_OF_LETTERS = 0.6;

/**
 * Replaces damaged label words, such as `T0tel` and `R0unding`, each by the only word that comes close: within one letter
 * for five to seven letters, two for more, and one look-alike for four. The rest stays as it is.
 */
export const repairLabelWords = (text: string): string =>
  withoutAsides(plainText(text)).replace(/(?<!\p{L})[A-Za-z0-9|!]{4,}(?!\p{L})/gu, (word) => remembered(word) ?? word);

/** "T.V.A." as one word; and when a tax falls due, "payée sur les débits", is no payment. */
const withoutAsides = (text: string): string =>
  text
    .replace(/(?<![\p{L}\d])(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll('.', ''))
    .replace(
      /(?:pay[eé]+e?s?|acquitt[eé]+e?s?|exigibles?|option pour le paiement)?[^\p{L}]*(?:sur|d'apr[eè]s)[^\p{L}]*les[^\p{L}]*(?:d[eé]bits|encaissements)/giu,
      ' ',
    );

// Paper repeats its words; a few thousand are kept.
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
  if (OWN_WORDS.has(lower)) return undefined;
  if (letters < FEWEST_LETTERS || letters < word.length * LEAST_SHARE_OF_LETTERS) return undefined;
  if ([lower, `${lower}s`, lower.replace(/s$/, '')].some((form) => LABEL_WORDS.has(form))) return undefined;
  // A word of letters only may be another word (orange, change); digits inside one are surely misread.
  const likeness = letters < word.length ? 'loose' : 'close';
  const ranked = [...LABEL_WORDS]
    .map((label) => ({ label, distance: lookAlikeDistance(lower, label, { likeness, most: allowedDistance(label) }) }))
    .filter(({ label, distance }) => distance <= allowedDistance(label))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  return best && best.distance < (second?.distance ?? Number.POSITIVE_INFINITY) ? best.label : undefined;
}

const allowedDistance = (label: string): number => (label.length >= 8 ? 2 : label.length >= 5 ? 1 : 0.5);
