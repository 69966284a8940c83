import { readPrintedAmount } from 'printed-text/amounts';
import { currenciesOfSign, findCurrencySigns, saysItAlone } from 'printed-text/currency-signs';
import { normalizePrinted } from 'printed-text/plain-text';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import { isTotalRow } from './dual-display.ts';
import type { PrintedField } from './expense-fields.ts';
import { POUNDS, roleOfField } from './labelled-amounts.ts';
import { type MarkedRow, saysConversion } from './printed-marks.ts';
import { findOtherMark } from './unread-mark.ts';

/** The sign that is printed beside the amounts. */
export interface PrintedSign {
  /** As printed. */
  readonly text: string;
  /** Currencies it may stand for; none where it is not understood. */
  readonly codes: readonly CurrencyCode[];
  /** Of a sign that several share, the one that it nearly always is. */
  readonly usual?: CurrencyCode;
  /** Of a sign that was seen and not read, those that it may be; absent where it may be any. */
  readonly among?: readonly CurrencyCode[];
}

/** Unicode's sign for a currency that is not said: a reader saw some sign that it does not know. */
const UNREAD = '¤';
/**
 * The sign that most amounts have, where one beside a total counts most, and one of a single currency more than a shared
 * one; else the letters, or the mark that is not understood, that stand beside the amounts of most rows.
 */
export function printedSign(paper: {
  readonly fields: readonly PrintedField[];
  readonly itemTexts: readonly string[];
  readonly rows: readonly MarkedRow[];
}): PrintedSign | undefined {
  const votes = voteBySign(paper.fields, paper.itemTexts);
  const [first, second] = votes;
  const unread = currenciesOfSign(UNREAD).filter(isCurrencyCode);
  // The same sign may have been read once and only seen elsewhere.
  const isSeenAndRead =
    first?.text === UNREAD && second?.codes.length === 1 && unread.includes(second.codes[0] as CurrencyCode);
  const isApart = isSeenAndRead && second.codes.some((code) => totalsApart(paper.rows, code));
  const most = isSeenAndRead && !isApart ? second : first;
  if (most?.text === UNREAD) return { text: UNREAD, codes: [], ...(!isApart && { among: unread }) };
  if (most) return withUsual(most, [...paper.itemTexts, ...paper.fields.filter(roleOfField).map(({ text }) => text)]);
  const other = findOtherMark(paper.rows);
  if (!other) return undefined;
  return { text: other.sign, codes: other.codes, ...(other.sign === UNREAD && { among: unread }) };
}

/** Whether one total has the sign that was not read and another, of another amount, is in this currency. */
function totalsApart(rows: readonly MarkedRow[], code: CurrencyCode): boolean {
  const amounts = rows.filter(isTotalRow).flatMap((row) => row.amounts);
  const unread = amounts.filter(({ mark }) => mark?.sign === UNREAD);
  const read = amounts.filter(({ mark }) => mark?.codes.length === 1 && mark.codes[0] === code);
  return unread.some((one) => read.some((other) => other.decimal !== one.decimal));
}

/** A shared sign with the currency that it nearly always is. Yen have no decimals, so that "¥19.80" is China's. */
export function withUsual(sign: PrintedSign, texts: readonly string[] = []): PrintedSign {
  if (/^(?:£|pounds)$/i.test(sign.text)) return { ...sign, codes: POUNDS, usual: 'GBP' as CurrencyCode };
  if (/^S\.?R\.?$/.test(sign.text) && sign.codes.length > 1) return { ...sign, usual: 'SAR' as CurrencyCode };
  const hasDecimals = texts.some((text) => /[.,]\d{2}\D*$/.test(text));
  const isYuan = sign.text === '¥' && hasDecimals && sign.codes.includes('CNY' as CurrencyCode);
  return isYuan ? { ...sign, codes: ['CNY' as CurrencyCode] } : sign;
}

/** Names and numbers: "GS25" is a shop, and no 25 guaraníes. */
const NO_AMOUNTS =
  /^(?:VENDOR|RECEIVER|NAME|ADDRESS|STREET|CITY|STATE|ZIP|COUNTRY|INVOICE_RECEIPT|ORDER_DATE|DUE_DATE|DELIVERY|PO_NUMBER|ACCOUNT|CUSTOMER|PAYMENT_TERMS|TAX_PAYER)/;
/** Printed signs by weight. */
function voteBySign(fields: readonly PrintedField[], amountTexts: readonly string[]): PrintedSign[] {
  const weights = new Map<string, { sign: PrintedSign; weight: number }>();
  const add = (text: string | undefined, weight: number) => {
    const codes = text === undefined ? [] : currenciesOfSign(text).filter(isCurrencyCode);
    if (text === undefined || codes.length === 0) return;
    const key = codes.join(' ');
    const entry = weights.get(key) ?? { sign: { text, codes }, weight: 0 };
    entry.weight += codes.length === 1 ? weight * 2 : weight;
    weights.set(key, entry);
  };
  const amounts = fields.filter(({ type, label = '' }) => !NO_AMOUNTS.test(type) && !saysConversion(label));
  for (const { text, type, label = '' } of amounts) {
    const weight = type === 'TOTAL' || type === 'AMOUNT_DUE' ? 3 : 1;
    add(readPrintedAmount(text)?.currencySign, weight);
    for (const sign of signsInLabel(label)) add(sign, weight);
  }
  for (const text of amountTexts) add(readPrintedAmount(text)?.currencySign, 1);
  return [...weights.values()].sort((a, b) => b.weight - a.weight).map(({ sign }) => sign);
}

/** "Total (RM)", "Amount EUR", "Summe in €". */
const signsInLabel = (label: string): string[] =>
  findCurrencySigns(normalizePrinted(label))
    .filter(saysItAlone)
    .map(({ sign }) => sign);
