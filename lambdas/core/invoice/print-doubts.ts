import { findAmounts } from 'printed-text/find-amounts';
import { normalizePrinted } from 'printed-text/plain-text';
import type { CalendarDate } from '../ground/calendar-date.ts';
import { partsOf } from '../ground/calendar-date.ts';
import { currencyExponent } from '../ground/currency.ts';
import { formatDecimal, formatMoney, type Money } from '../ground/money.ts';
import { findPrintedDates } from '../reading/printed-date.ts';
import type { Candidate, Reason, StructuredExpense } from '../reading/structured-expense.ts';

/** What a PDF prints beside the data in it. */
export interface Print {
  /** Its lines, from top to bottom. */
  readonly lines: readonly string[];
  /** What the lines alone were read as. */
  readonly expense: StructuredExpense;
}

/**
 * Puts the doubts over an invoice's data where its print says something else. They disagree where the print was read as
 * another total, day or currency, and what the data states is printed nowhere; a print that cannot be read says nothing.
 *
 * @param due What the data states as still to be paid: a print may show it as its last total.
 */
export function withDoubtsOfPrint(
  stated: StructuredExpense,
  print: Print,
  due: Money | undefined,
  today: CalendarDate,
): StructuredExpense {
  const found = [
    differingTotal(stated, print, due),
    differingDate(stated, print, today),
    differingCurrency(stated, print),
  ].filter((one) => one !== undefined);
  const { candidates } = print.expense;
  return {
    ...stated,
    status: found.length === 0 ? stated.status : 'needs_review',
    reasons: [...stated.reasons, ...found],
    candidates: {
      ...stated.candidates,
      total: [
        ...stated.candidates.total,
        ...of(print.expense.total && formatDecimal(print.expense.total)),
        ...candidates.total,
      ],
      purchasedOn: [...stated.candidates.purchasedOn, ...candidates.purchasedOn],
    },
    evidence: [...stated.evidence, evidenceOf(print, found)],
  };
}

const evidenceOf = ({ lines }: Print, found: readonly Reason[]): string =>
  lines.some((line) => findAmounts(normalizePrinted(line)).length > 0)
    ? found.length === 0
      ? 'the print says the same'
      : 'the print says something else'
    : 'the print could not be read';

const of = (value: string | undefined): Candidate[] =>
  value === undefined ? [] : [{ text: value, value, confidence: 100, page: 1, label: 'printed' }];

function differingTotal({ total }: StructuredExpense, print: Print, due: Money | undefined): Reason | undefined {
  const printed = print.expense.total;
  if (!total || !printed) return undefined;
  const isSame = (amount: Money | undefined) =>
    amount !== undefined && digitsOf(formatDecimal(amount)) === digitsOf(formatDecimal(printed));
  const isPrinted = isPrintedAmount(total, print.lines);
  if (isSame(total) || isSame(due) || (isPrinted && print.expense.status !== 'completed')) return undefined;
  if (isPrinted && !isSurelyTotal(print)) return undefined;
  return {
    code: 'TotalsDisagreeError',
    message: `the invoice's data states ${formatMoney(total)}, and its print was read as ${formatMoney(printed)}; compare them, and state the total that is right`,
  };
}

/** Read as completed, and by a sum that it closes. */
const isSurelyTotal = ({ expense }: Print): boolean =>
  expense.status === 'completed' && expense.evidence.some((sentence) => /^total .*, equals /.test(sentence));

function differingDate(
  { purchasedOn }: StructuredExpense,
  { lines, expense }: Print,
  today: CalendarDate,
): Reason | undefined {
  if (purchasedOn === undefined || expense.purchasedOn === undefined || expense.purchasedOn === purchasedOn)
    return undefined;
  const isPrinted = lines.some((line) =>
    findPrintedDates(line, partsOf(today).year).some(({ byOrder }) => Object.values(byOrder).includes(purchasedOn)),
  );
  if (isPrinted) return undefined;
  return {
    code: 'DateImplausibleError',
    message: `the invoice's data is dated ${purchasedOn}, and its print was read as ${expense.purchasedOn}; compare them, and state the date that is right`,
  };
}

function differingCurrency({ currency }: StructuredExpense, { lines, expense }: Print): Reason | undefined {
  const printed = expense.currency;
  if (!currency || printed?.by !== 'printed' || printed.code === currency.code) return undefined;
  if (lines.some((line) => new RegExp(`\\b${currency.code}\\b`).test(line))) return undefined;
  return {
    code: 'CurrencyUnknownError',
    message: `the invoice's data is in ${currency.code}, and its print was read as ${printed.code}; compare them, and state the currency that is right`,
  };
}

/** Whatever marks stand between its digits, and with no decimals where they are zeros. */
function isPrintedAmount(amount: Money, lines: readonly string[]): boolean {
  const exact = digitsOf(formatDecimal(amount));
  const places = currencyExponent(amount.currency);
  const whole = places > 0 && exact.endsWith('0'.repeat(places)) ? exact.slice(0, -places) : exact;
  return lines.some((line) =>
    findAmounts(normalizePrinted(line)).some(({ text }) => [exact, whole].includes(digitsOf(text))),
  );
}

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
