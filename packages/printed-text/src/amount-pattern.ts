import { CREDIT_OR_DEBIT, NO_CENTS } from './amount-marks.ts';

// The marks that a text is searched with, and what an amount is in it.

/** What stands for each character of what never is money. */
export const MASK = '\uE000';
// A sign of a currency in the text that is searched: its first character, and as many as it has behind that.
export const [SIGN, SIGN_GOES_ON] = ['\uE001', '\uE002'];
export const CURRENCY = `${SIGN}${SIGN_GOES_ON}*`;
// A sign that is the decimal point; a blank inside a number that only joins, and one that its label says joins.
export const [SIGN_POINT, FIRM_BLANK, LABELLED_BLANK] = ['\uE003', '\uE004', '\uE005'];
export const BLANK = `[ ${FIRM_BLANK}${LABELLED_BLANK}]`;
const CENTS = '\\s?[.,]\\s?\\d{2}(?!\\d)';
const PLACES = '[.,]\\d(?:\\d\\d)?(?!\\d)';
const HUNDREDS = '\\d{1,2}(?:,\\d{2})+,\\d{3}';
// By any marks: which of them are misread shows later.
const THOUSANDS = "\\d{1,3}(?:(?:[,.] ?|')\\d{3})+";
const ANY_GROUPS = `\\d{1,3}(?:(?: ?[,.] ?|'|${BLANK})\\d{3})+`;
const SPACED = `\\d{1,3}(?:${BLANK}\\d{3})+(?!${BLANK}\\d{3}(?!\\d))`;
const JOINED = `\\d{1,3}(?:[${FIRM_BLANK}${LABELLED_BLANK}]\\d{3})+(?!${BLANK}\\d{3}(?!\\d))`;
const END = `(?:${NO_CENTS}|(?![.,']?\\d))`;
// In order; blanks between whole numbers join them only where a currency or nothing at all stands beside them.
const NUMBER = [
  `(?:${ANY_GROUPS}|\\d+)(?: ${SIGN_POINT} |${SIGN_POINT}+ ?)\\d{2}`,
  `(?:${ANY_GROUPS}|\\d+):\\d{2}(?![\\d:])`,
  `(?:\\d{1,3}(?:[.,]\\d{3})+|\\d{1,6})'\\d{2}(?![\\d"'])`,
  `(?:${HUNDREDS}|${ANY_GROUPS})${CENTS}`,
  `(?:${HUNDREDS}|${THOUSANDS})${END}`,
  `${JOINED}${END}`,
  `(?<=${CURRENCY}\\s?-?\\s?)${SPACED}${END}`,
  `${SPACED}(?:${NO_CENTS}|(?=\\s?${CURRENCY}))`,
  `(?<=^\\s*-?\\s?)${SPACED}(?=\\s?-?\\s*$)`,
  // Francs in West Africa and the Pacific; the same letter behind decimals is a class of tax.
  `${SPACED}(?=\\s?F\\s*$)`,
  `(?:${HUNDREDS}|${ANY_GROUPS})${PLACES}`,
  `\\d+${CENTS}`,
  '\\d+[.,]\\d \\d(?=\\s*$)',
  `\\d+${PLACES}`,
  '\\d+\\s\\d{2}(?!\\d|[.,]\\d)',
  `\\d+${NO_CENTS}`,
  '\\d+',
].join('|');
export const AMOUNT = new RegExp(
  `(?<front>${CURRENCY})?\\s*(?<sign>[-(+]\\s*)?(?<middle>${CURRENCY})?\\s*(?<sign2>-\\s*)?(?<number>${NUMBER})` +
    `(?<class>(?<=[.,]\\d{2})[SB](?![A-Za-z\\d]))?(?<bracket>\\s*\\))?(?<tail>\\s?-(?![\\dA-Za-z]))?(?<entry>(?:(?<=[.,]\\d{1,3}) ?${CREDIT_OR_DEBIT}|(?<=\\d) ?[CD]R)(?![A-Za-z]))?` +
    `(?:\\s*(?<back>${CURRENCY})(?<bracket2>\\s*\\))?(?<tail2> ?-(?=\\s*$))?)?`,
  'gu',
);
