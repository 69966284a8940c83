import { formatMoney, type Money } from '../ground/money.ts';
import { amountInCurrency } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/** Codes of currencies that were given up for the euro or another one. HRK and BGN, which receipts show beside the euro, have their own rules. */
const FORMER =
  /(?<![\p{L}\d])(?:DEM|FRF|ITL|ATS|ESP|NLG|BEF|LUF|PTE|IEP|FIM|GRD|SIT|CYP|MTL|SKK|EEK|LVL|LTL|ROL|TRL|PLZ|CSD|ZWD|VEB|VEF)(?![\p{L}\d])/u;

/**
 * Why a total is not in the currency that was chosen: beside it, and in each row that shows it, stands the code of one that is no
 * more, such as "Total Amount (DEM)".
 */
export function doubtOfFormerCurrency(rows: readonly MarkedRow[], total: Money): Reason | undefined {
  const own = rows.filter(({ amounts }) =>
    amounts.some(({ text }) => amountInCurrency(text, total.currency) === total.amountMinor),
  );
  const isInOwn = own.some(({ amounts }) => amounts.some(({ mark }) => mark?.codes.includes(total.currency)));
  const code = own.map(({ text }) => FORMER.exec(text)?.[0]).find((found) => found !== undefined);
  if (code === undefined || isInOwn) return undefined;
  const message = `the total was read as ${formatMoney(total)}, but ${code} stands beside it, a currency that is no more; state total and currency in a correction`;
  return { code: 'CurrencyUnknownError', message };
}
