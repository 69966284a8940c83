import type { CurrencyCode } from '../ground/currency.ts';
import { formatMoney, type Money } from '../ground/money.ts';
import { isTotal } from './label-words.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/**
 * Why a total may be a part of what is printed: a number at the end of its row counts thousands or ten thousands, "10万5000円" or
 * "25K". What stands before or behind the word is not what it comes to.
 */
export function doubtOfThousands(rows: readonly MarkedRow[], total: Money): Reason | undefined {
  const isKilo = !NAMED_K.has(total.currency);
  const row = rows.find(({ role, text }) => isTotal(role) && (MYRIADS.test(text) || (isKilo && KILO.test(text))));
  if (!row) return undefined;
  return {
    code: 'TotalUnreadableError',
    message: `the total was read as ${formatMoney(total)}, but "${row.text}" counts thousands; state the total in a correction`,
  };
}

/** Words for ten thousand and more behind digits, where an amount ends a row: no "1万円以上" of a campaign. */
const MYRIADS = /\d ?[万萬億亿만억](?: ?[\d,.]+)? ?(?:[千천] ?[\d,.]*)? ?(?:円|元|원|圓|圆|块|塊)\s*$/u;

const KILO = /(?<![\d.,])\d{1,3}(?:[.,]\d)?[kK]\s*$/;
/** Kina, kwacha, kyat and kip, and crowns and koruny, of which a letter may have been lost. */
const NAMED_K: ReadonlySet<CurrencyCode> = new Set(
  'PGK ZMW MMK LAK CZK SEK NOK DKK ISK HRK BAM'.split(' ') as CurrencyCode[],
);
