import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { readPrintedAmount } from 'printed-text/amounts';
import type { Notation } from 'printed-text/decimals';
import { normalizePrinted, onOneLine } from 'printed-text/plain-text';
import { type CurrencyCode, currencyExponent, placesInPrint } from '../ground/currency.ts';
import { parseMinorUnits } from '../ground/money.ts';
import type { CountryEvidence } from './country-evidence.ts';
import type { CurrencyPaper } from './currency-choice.ts';
import { findBracketedCode, findCurrencyOptions } from './currency-options.ts';
import { type PrintedField, readLines } from './expense-fields.ts';
import { notationOf, readLabelledAmounts } from './labelled-amounts.ts';
import { findLanguage, findTellingWord } from './paper-language.ts';
import type { PrintedLine } from './printed-line.ts';
import { type MarkedRow, readMarkedRows } from './printed-marks.ts';
import { itemAmountTexts, readLineItems, sumOfItems } from './read-line-items.ts';
import { findStatedCurrency } from './stated-currency.ts';
import { type Closure, closuresOf } from './total-arithmetic.ts';

/** Reads all of an analysis that says something of its currency. */
export function readCurrencyPaper(
  analysis: readonly ExpenseDocument[],
  fields: readonly PrintedField[],
  printed: readonly PrintedLine[],
  country: CountryEvidence | undefined,
): CurrencyPaper {
  const itemTexts = itemAmountTexts(analysis);
  const texts = [...fields, ...itemTexts.map((text) => ({ text }))];
  const rows = readMarkedRows(fields, printed);
  const { decimalMark } = notationOf(texts);
  const lines = readLines(analysis);
  // "TOTAL USD" beside its amount says nothing of the others.
  const labels = new Set(rows.filter(({ amounts }) => amounts.length > 0).map(({ label }) => label));
  const headings = analysis.flatMap(({ SummaryFields = [] }) =>
    SummaryFields.map(({ LabelDetection }) => LabelDetection?.Text ?? ''),
  );
  const inRows = rows.map(({ text }) => text);
  const options = findCurrencyOptions(printed.length > 0 ? inRows : lines);
  const stated = findStatedCurrency(
    printed.length > 0
      ? [...inRows, ...lines.filter((line) => !labels.has(onOneLine(normalizePrinted(line))))]
      : [...lines, ...headings],
  );
  const text = normalizePrinted(lines.join('\n'));
  const language = findLanguage(text);
  return {
    fields,
    itemTexts,
    rows,
    stated: options ? options.chosen : stated,
    options: options?.chosen ? undefined : (options ?? (stated ? undefined : findBracketedCode(inRows))),
    country,
    language,
    hint: language ? undefined : findTellingWord(text),
    decimalMark,
    explains: (decimal, code) => {
      const units = code ?? UNSIGNED;
      const minor = minorOf(decimal, units);
      if (minor === undefined) return false;
      const own = code === undefined ? fields.filter((field) => !isMarked(field, rows)) : fields;
      const notation = notationOf(texts, placesInPrint(units));
      const items = sumOfItems(readLineItems(analysis, units, notation));
      return (
        closuresOf(minor, readLabelledAmounts(own, units, notation), items).some(({ kind }) => PROOFS.includes(kind)) ||
        sumOfRows(rows, units, code, notation) === minor
      );
    },
  };
}

/** Stands in for the currency of amounts that name none, so that they can be added. */
const UNSIGNED = 'XXX' as CurrencyCode;

/** Sums that say that amounts belong together; a rounding or what was paid in parts may meet by chance. */
const PROOFS: readonly Closure['kind'][] = ['cash', 'subtotal', 'items', 'tipped', 'discounted'];

function minorOf(decimal: string, code: CurrencyCode): number | undefined {
  try {
    return parseMinorUnits(decimal, currencyExponent(code));
  } catch {
    return undefined;
  }
}

/** Whether a field's amount has a mark in its row. */
const isMarked = (field: PrintedField, rows: readonly MarkedRow[]): boolean =>
  rows.some(
    ({ amounts, page }) =>
      page === field.page && amounts.some(({ text, mark }) => mark !== undefined && text.includes(field.text)),
  );

/** The goods above the first sum: in each row the last amount that is in the currency, or in none. */
function sumOfRows(
  rows: readonly MarkedRow[],
  units: CurrencyCode,
  code: CurrencyCode | undefined,
  notation: Notation,
): number | undefined {
  const end = rows.findIndex(({ role, amounts }) => role !== undefined && role !== 'quantity' && amounts.length > 0);
  const amounts = rows.slice(0, Math.max(0, end)).flatMap((row) => {
    const own = row.amounts.filter(({ mark }) =>
      // Letters that are no sign that is known are the name of the goods: "Ring 41.000".
      mark === undefined || (mark.isLetters && mark.codes.length === 0)
        ? true
        : mark.codes.length === 1 && mark.codes[0] === code,
    );
    const last = own.at(-1);
    const read = last && readPrintedAmount(last.text, notation)?.decimal;
    const minor = read === undefined ? undefined : minorOf(read, units);
    return minor === undefined ? [] : [minor];
  });
  return amounts.length > 0 ? amounts.reduce((sum, minor) => sum + minor, 0) : undefined;
}
