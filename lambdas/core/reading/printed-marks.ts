import { readPrintedAmount } from 'printed-text/amounts';
import { isCode } from 'printed-text/currency-codes';
import { currenciesOfSign, findCurrencySigns, saysItAlone } from 'printed-text/currency-signs';
import { type Amount, findAmounts } from 'printed-text/find-amounts';
import { tellsHours } from 'printed-text/opening-hours';
import { normalizePrinted } from 'printed-text/plain-text';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import type { PrintedField } from './expense-fields.ts';
import { roleOfLabel } from './label-role.ts';
import type { LabelRole } from './label-words.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';

/** What is printed beside an amount to say its currency. */
export interface CurrencyMark {
  /** As printed. */
  readonly sign: string;
  /** Currencies it may stand for; empty for a mark that is not understood. */
  readonly codes: readonly CurrencyCode[];
  /** Whether these letters are something else as often, so that one print alone says nothing: "R", "K", "MAD". */
  readonly isLetters: boolean;
}

export interface MarkedAmount {
  /** The amount as printed, with its mark where that stands beside it. */
  readonly text: string;
  readonly decimal: string;
  readonly mark?: CurrencyMark;
  /** Few letters behind it that are no mark by themselves: perhaps what was read of one, "zt" or "K" of "Kč". */
  readonly rest?: string;
  /** All that is printed between it and the next amount, without blanks around it. */
  readonly behind?: string;
}

/** A row of the page with its amounts, and what the words before the first of them say. */
export interface MarkedRow {
  readonly text: string;
  readonly label: string;
  readonly role?: LabelRole;
  readonly page: number;
  /** Percent: of the cell that was read worst. */
  readonly confidence: number;
  readonly amounts: readonly MarkedAmount[];
  /** Says what the sum would be in another currency, or at which rate. */
  readonly isConversion: boolean;
}

/** Every row of the page with the marks beside its amounts; of the tagged fields where the answer came without lines. */
export function readMarkedRows(fields: readonly PrintedField[], lines: readonly PrintedLine[]): MarkedRow[] {
  const cells = rowsOfLines(lines).flatMap((row): PrintedLine[] => {
    const [first] = row;
    const confidence = Math.min(...row.map((cell) => cell.confidence));
    return first ? [{ text: row.map(({ text }) => text).join(' '), confidence, page: first.page }] : [];
  });
  const ofFields = fields.map(({ label = '', text, confidence, page }) => ({
    text: `${label} ${text}`.trim(),
    confidence,
    page,
  }));
  return withHeads((cells.length > 0 ? cells : ofFields).map(markRow));
}

function markRow({ text: printed, confidence, page }: PrintedLine): MarkedRow {
  const text = normalizePrinted(printed).replace(/\s+/g, ' ').trim();
  const found = tellsHours(text) ? [] : findAmounts(text);
  const label = labelOf(text, found);
  const role = roleOfLabel(label);
  const isConversion = saysConversion(text);
  const money = found.filter((amount) => isMoney(amount) && !isCountBefore(amount, found, text));
  const amounts = money.flatMap((amount, index): MarkedAmount[] => {
    const read = readPrintedAmount(amount.text);
    if (!read) return [];
    const to = money[index + 1]?.start ?? text.length;
    const mark = markAt(text, amount, money[index - 1]?.end ?? 0, to) ?? (index === 0 ? markInLabel(label) : undefined);
    const rest = mark ? undefined : restBehind(text.slice(amount.end, to));
    const behind = text.slice(amount.end, to).trim();
    return [
      {
        text: amount.text.trim(),
        decimal: read.decimal,
        ...(mark && { mark }),
        ...(rest && { rest }),
        ...(behind && { behind }),
      },
    ];
  });
  return { text, label, ...(role && { role }), page, confidence, amounts, isConversion };
}

/** The words before the first amount; behind the last one where they run from right to left. */
function labelOf(text: string, amounts: readonly Amount[]): string {
  const before = text.slice(0, amounts[0]?.start ?? text.length).trim();
  const behind = text.slice(amounts.at(-1)?.end ?? text.length).trim();
  return !/\p{L}/u.test(before) && /[\p{Script=Arabic}\p{Script=Hebrew}]{2}/u.test(behind) ? behind : before;
}

/** Percentages and counts are none; a whole number is money where a currency says so. */
const isMoney = ({ form, hasCurrency, text }: Amount): boolean =>
  form === 'exact' || form === 'repaired' || form === 'whole' || hasCurrency || /\d[.,' ]\d{3}(?!\d)/.test(text);

/** A count before a price took the sign between them: "2 RM 26.00". */
const isCountBefore = ({ start, end, text }: Amount, all: readonly Amount[], line: string): boolean =>
  /^\d+ ?[^\d.,\s]+$/.test(text) && all.some((next) => next.start > start && line.slice(end, next.start).trim() === '');

/** The mark before or behind an amount: the text between it and its neighbours, without blanks and brackets. */
function markAt(text: string, { start, end, text: amount, hasCurrency }: Amount, from: number, to: number) {
  const sign = hasCurrency ? readPrintedAmount(amount)?.currencySign : undefined;
  if (sign !== undefined) return knownMark(sign, false);
  const before = markOfToken(
    /(?:^|[\s\d(])([^\s\d()]{1,5})[\s.:)]*[-(]?\s*$/u.exec(text.slice(from, start))?.[1] ?? '',
    true,
  );
  const behind = markOfToken(/^\s*([^\s\d)]{1,5})(?=[\s)]|$)/u.exec(text.slice(end, to))?.[1] ?? '', false);
  // Letters that are not known may be the last word of the label.
  return before && behind && before.codes.length === 0 && before.isLetters ? behind : (before ?? behind);
}

/**
 * The mark that the words beside an amount end with: "Total (EUR)", "Total R", "Amount due in €".
 */
export function markInLabel(label: string): CurrencyMark | undefined {
  const text = normalizePrinted(label);
  const alone = findCurrencySigns(text).filter(saysItAlone);
  const codes = [...new Set(alone.flatMap((found) => found.codes))].filter(isCurrencyCode);
  const [first] = alone;
  if (first) return { sign: first.sign, codes, isLetters: false };
  return markOfToken(/(?:^|[\s(])([^\s\d()]{1,5})[\s.:)]*$/u.exec(text)?.[1] ?? '', true);
}

/** Words whose end is a minus and the sign of an amount that stands apart: "TOTAL -Ush". */
const BELOW_ZERO = /(?:^|\s)[-−–](?<sign>[^\s\d-]{1,5})$/u;

/** The words before a minus and a currency's sign that they end with; undefined where they end with none. */
export function beforeMinus(label: string): string | undefined {
  const match = BELOW_ZERO.exec(normalizePrinted(label).trim());
  const sign = match?.groups?.['sign'] ?? '';
  return match && currenciesOfSign(sign).length > 0 ? match.input.slice(0, match.index).trim() : undefined;
}

function knownMark(sign: string, isLetters: boolean): CurrencyMark {
  if (NOT_READ.test(sign)) return { sign, codes: [], isLetters: false };
  return { sign, codes: currenciesOfSign(sign).filter(isCurrencyCode), isLetters };
}

/** Whether letters are the name of a currency in full and neither a code nor a letter or two. */
export const isName = ({ sign, codes, isLetters }: CurrencyMark): boolean =>
  isLetters && codes.length > 0 && /^\p{L}{3,}$/u.test(sign) && !isCode(sign.toUpperCase());

/** A sign that a reader could not tell, or that a font did not say. */
const NOT_READ = /[¤\uFFFD\uE000-\uF8FF]/u;
/** What those of the naira and the won are read as, before an amount with cents. */
const TWO_STROKES = '#';

function markOfToken(printed: string, isBefore: boolean): CurrencyMark | undefined {
  const token = printed.replace(/^[[*:=@+~"']+|[\]*:=@+~"',;]+$/g, '');
  if (token === '') return undefined;
  if (NOT_READ.test(token)) return { sign: token, codes: [], isLetters: false };
  if (token === TWO_STROKES && isBefore)
    return { sign: token, codes: ['NGN', 'KRW'].filter(isCurrencyCode), isLetters: false };
  const sign = [token, token.replace(/\.$/, '')].find((one) => currenciesOfSign(one).length > 0);
  // Small letters of another word: "le 12.00".
  if (sign !== undefined && isBefore && !/^\p{Ll}/u.test(sign))
    return knownMark(sign, !isCode(sign) || CODE_WORDS.test(sign));
  // Letters behind an amount are a class of tax or a unit as often; the name of a currency is neither: "2,400 won".
  if (sign !== undefined && !isBefore && isName(knownMark(sign, true))) return knownMark(sign, true);
  if (/\p{Sc}/u.test(token)) return { sign: token, codes: [], isLetters: false };
  const isWord = !(isBefore ? /^(?:\p{L}{2,4}[./]?|\p{Lu})$/u : /^\p{Lu}\p{Ll}{1,3}[./]?$/u).test(token);
  if (isWord || (token.length > 1 && NO_MARK.test(token)) || roleOfLabel(token) !== undefined) return undefined;
  return { sign: token, codes: [], isLetters: true };
}

/** All that stands behind an amount, where that is few letters. */
function restBehind(text: string): string | undefined {
  const letters = /^ ?(\p{L}{1,3})\.?$/u.exec(text.trimEnd())?.[1];
  if (letters === undefined || roleOfLabel(letters) !== undefined) return undefined;
  return letters.length > 1 && NO_MARK.test(letters) ? undefined : letters;
}

/** Codes that are words as often. */
const CODE_WORDS = /^(?:ALL|AMD|ANG|BAM|BBD|BHD|BOB|COP|CUP|GEL|KGS|LAK|MAD|MOP|PEN|SOS|SVC|TOP|TRY)$/;

/** Units, counts and little words that stand beside amounts. */
export const NO_MARK =
  /^(?:x|of|at|to|on|by|in|is|no|nr|nos?|per|pro|por|par|pour|von|vom|zu|für|de|del|des|du|la|le|les|el|da|di|do|the|and|und|et|y|e|a|an|am|ab|ca|ea|each|pcs?|pce|stk|st|szt|ks|db|kg|g|gr|ml|cl|l|ltr|m|cm|mm|km|kwh|oz|lb|lbs|min|hrs?|std|h|kl|box|pkt|pack|set|qty|size|for|off|incl?|excl?|inkl|exkl|bis|mit|ohne|only|from|up|cr|dr|sr|zr[le]?|os|txs?|net|date|time|page|room|bill|ref|tel|fax|pos|id)\.?$/i;

const CONVERSION =
  /≈|(?:^|[^\p{L}])(?:approx(?:imat\p{L}*)?|appr|ca|circa|env(?:iron)?|equiv\p{L}*|gegenwert|entspricht|umgerechnet|umrechnung\p{L}*|contre-?valeur|controvalore|contravalor\p{L}*|convert\p{L}*|conversion|exchange rate|rate|kurs|wechselkurs|taux|cambio|tipo de cambio|tasso|tecaj|tečaj|курс|wisselkoers|vaxelkurs|växelkurs|valutakurs|kurz|arfolyam|árfolyam|for information|informati\p{L}*|indicative|zum vergleich|zur information)(?:[^\p{L}]|$)|\d\s?\p{L}{3}\s?=\s?\d|^1\s?[\p{L}€$£]{1,3}\s?=/iu;
/** Whether a text says what a sum would be in another currency, or a rate. */
export const saysConversion = (text: string): boolean => CONVERSION.test(text);

/** Where a head names a currency for each of two columns, the amounts below it are in these, in that order. */
function withHeads(rows: readonly MarkedRow[]): MarkedRow[] {
  let columns: readonly CurrencyMark[] = [];
  return rows.map((row) => {
    if (row.amounts.length === 0) {
      const marks = headMarks(row.text);
      if (marks.length > 1) columns = marks;
      return row;
    }
    if (columns.length !== row.amounts.length || row.amounts.some(({ mark }) => mark)) return row;
    return {
      ...row,
      amounts: row.amounts.map((amount, index) => ({ ...amount, mark: columns[index] as CurrencyMark })),
    };
  });
}

/** The currencies of a line that holds at most one word besides them. */
function headMarks(text: string): CurrencyMark[] {
  const words = text.split(/[\s/|()]+/).filter((word) => word !== '');
  const marks = words.flatMap((word) => {
    const codes = currenciesOfSign(word).filter(isCurrencyCode);
    return codes.length === 1 && !/^\p{Ll}/u.test(word) ? [{ sign: word, codes, isLetters: false }] : [];
  });
  const isDistinct = new Set(marks.flatMap(({ codes }) => codes)).size === marks.length;
  return words.length - marks.length <= 1 && isDistinct ? marks : [];
}
