import { isSum, isTotal } from './label-words.ts';
import { type CurrencyMark, isName, type MarkedRow } from './printed-marks.ts';

const FEWEST_ROWS = 2;

/**
 * The mark that stands beside the amounts where no sign of a currency that is known without doubt does: letters that may be
 * one ("R", "K"), or something that is not understood, such as a sign that a font does not name. Letters count only where
 * they stand beside a sum and another amount, and beside at least half of all: they may be the class of a tax or a size. A
 * name of a currency, "2,400 won", may stand beside the goods alone.
 */
export function findOtherMark(rows: readonly MarkedRow[]): CurrencyMark | undefined {
  const withAmounts = rows.filter(({ amounts }) => amounts.length > 0);
  const seen = new Map<string, { mark: CurrencyMark; rows: MarkedRow[] }>();
  for (const row of withAmounts) {
    const marks = new Map(row.amounts.flatMap(({ mark }) => (mark ? [[mark.sign.toUpperCase(), mark] as const] : [])));
    for (const [key, mark] of marks) {
      const entry = seen.get(key) ?? { mark, rows: [] };
      entry.rows.push(row);
      seen.set(key, entry);
    }
  }
  const most = [...seen.values()].sort((a, b) => b.rows.length - a.rows.length);
  return (
    most.find(
      (one) => (isBesideSums(one.rows) || isName(one.mark)) && (!one.mark.isLetters || isUsual(one.rows, withAmounts)),
    )?.mark ?? restOfMark(withAmounts)
  );
}

const FEWEST_RESTS = 3;
const LEAST_SHARE = 0.75;

/**
 * What was read of a sign of letters behind the amounts, such as the "K" of "Kč": letters that begin alike behind nearly all
 * of them, a total among these; one letter also behind what was paid, where no class of a tax stands.
 */
function restOfMark(rows: readonly MarkedRow[]): CurrencyMark | undefined {
  const rests = rows.map((row) => ({ role: row.role, rest: row.amounts.at(-1)?.rest }));
  const letter = rests.find(({ role, rest }) => rest !== undefined && isTotal(role))?.rest?.charAt(0);
  const alike = rests.filter(({ rest }) => letter && rest?.charAt(0).toLowerCase() === letter.toLowerCase());
  const longest = alike.map(({ rest = '' }) => rest).sort((a, b) => b.length - a.length)[0];
  if (longest === undefined || alike.length < FEWEST_RESTS || alike.length < LEAST_SHARE * rows.length)
    return undefined;
  const isOfMoney = longest.length > 1 || alike.some(({ role }) => role === 'cash');
  return isOfMoney ? { sign: longest, codes: [], isLetters: true } : undefined;
}

const isBesideSums = (rows: readonly MarkedRow[]): boolean => rows.some(({ role }) => isSum(role) || role === 'cash');

const isUsual = (rows: readonly MarkedRow[], all: readonly MarkedRow[]): boolean =>
  rows.length >= FEWEST_ROWS && rows.length * 2 >= all.length && new Set(rows.map(({ label }) => label)).size > 1;
