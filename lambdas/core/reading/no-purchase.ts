import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';
import {
  APPROVED,
  BESIDE_DECLINED,
  BESIDE_OFFERS,
  DECLINED,
  INTERIM,
  INVOICES,
  NO_RECEIPTS,
  OFFERS,
  OFFERS_OF_SHOPS,
  PAID_TO_PERSON,
  PRACTICE,
  PRACTICE_OR_COURSE,
  REMINDERS,
  STATEMENTS,
} from './no-purchase-words.ts';
import type { Reason } from './structured-expense.ts';

/**
 * Why a paper with a total may be no spending: a card that was declined, an offer, a bill before the one that is paid, a
 * till on which somebody learned, a stay that is paid on the spot, money that came to the person, a paper that repeats others.
 *
 * @param lines Of the whole document, from top to bottom.
 * @param isPaid Whether cash, a card or change is printed with its amount.
 */
export function doubtOfPurchase(lines: readonly string[], isPaid: boolean): Reason | undefined {
  const texts = lines.map((line) => onOneLine(foldPrinted(line)));
  const found = [
    [findDeclined(texts), 'so that nothing was paid by it'],
    [findOffer(texts, isPaid), 'which nobody has to pay'],
    [
      texts.findIndex((text) => isShort(text) && (SAYS_PRACTICE.test(text) || IS_PRACTICE.test(text))),
      'so that nothing was sold',
    ],
    [
      texts.findIndex((text) => isShort(text) && (SAYS_INTERIM.test(text) || IS_NO_RECEIPT.test(text))),
      'so that it may be paid by another bill',
    ],
    [findEstimate(texts), 'which is paid later'],
    [
      texts.findIndex((text) => isShort(text) && SAYS_PAID_TO_PERSON.test(text)),
      'so that the money may have come to you',
    ],
    [findStatement(texts), 'so that other papers may ask for what it lists'],
    [
      texts.findIndex((text) => isMadeOf(text, REMINDER_WORDS)),
      'so that the invoice it reminds of may be booked already',
    ],
  ] as const;
  const [index, because] = found.find(([at]) => at >= 0) ?? [];
  if (index === undefined) return undefined;
  return {
    code: 'NotPaidError',
    message: `"${onOneLine(lines[index] ?? '')}" is printed, ${because}; state ignore: true, or the total where it is your spending`,
  };
}

const words = (patterns: string): string => `(?<![\\p{L}\\p{M}])(?:${patterns})(?![\\p{L}\\p{M}])`;
const every = (patterns: string): RegExp => new RegExp(words(patterns), 'gu');
const some = (patterns: string): RegExp => new RegExp(words(patterns), 'u');

const [DECLINED_WORDS, BESIDE_DECLINED_WORDS] = [every(DECLINED), every(BESIDE_DECLINED)];
const CANCELLED = /^\W*(?:card |visa )?(?:transaction|payment|sale) (?:was )?cancell?ed\W*$/;
const [SAYS_APPROVED, SAYS_DECLINED] = [some(APPROVED), some(DECLINED)];
const [SAYS_PRACTICE, SAYS_INTERIM] = [some(PRACTICE), some(INTERIM)];
const IS_PRACTICE = new RegExp(`^\\W*[*#=<>-]{2,} ?(?:${PRACTICE_OR_COURSE}) ?[*#=<>-]{2,}\\W*$`, 'u');
const IS_NO_RECEIPT = new RegExp(`^\\W*(?:${NO_RECEIPTS})\\W*$`, 'u');
const [OFFER_WORDS, OFFER_WORDS_OF_SHOPS, BESIDE_OFFER_WORDS] = [
  every(OFFERS),
  every(OFFERS_OF_SHOPS),
  every(BESIDE_OFFERS),
];
const [STATEMENT_WORDS, REMINDER_WORDS] = [every(STATEMENTS), every(REMINDERS)];
const SAYS_PAID_TO_PERSON = some(PAID_TO_PERSON);
const SAYS_OFFER = some(OFFERS);
const SAYS_INVOICE = some(INVOICES);
const NO_INVOICE = some('not|no|kein|keine|pas|non|geen|nie|ej|ikke|to|an|address|adresse');
const ESTIMATE = /^\W*(?:estimated|approximate|expected) (?:total|price|charges?|cost|amount)\b/;
const PAID_THERE =
  /\b(?:pay(?:ment)?(?: due)? (?:at|on|upon) (?:the )?(?:hotel|property|arrival|check-?in|check-?out|pick-?up|counter)|due at (?:the )?(?:hotel|property))\b/;

/** Of a title, which is no sentence. */
const MOST_WORDS = 6;
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];
const isShort = (text: string): boolean => wordsOf(text).length <= MOST_WORDS;
const hasLetters = (text: string): boolean => /[\p{L}\p{M}]/u.test(text);
/** Words that hold a digit number something: "Q-2026/12", "A12". */
const withoutNumbers = (text: string): string => text.replace(/[\p{L}/#.-]*\d[\p{L}\d/#.:,-]*/gu, ' ');

/** The last line that says that a card was not taken, unless one below it says that it was. */
function findDeclined(texts: readonly string[]): number {
  const last = texts.findLastIndex(isDeclined);
  const isTakenLater = texts.slice(last + 1).some((text) => SAYS_APPROVED.test(text) && !SAYS_DECLINED.test(text));
  return isTakenLater ? -1 : last;
}

function isDeclined(text: string): boolean {
  if (CANCELLED.test(text)) return true;
  const others = text.replace(DECLINED_WORDS, ' ');
  return others !== text && !hasLetters(withoutNumbers(others).replace(BESIDE_DECLINED_WORDS, ' '));
}

/** A title above the first amount, unless the paper calls itself an invoice too: that refers to its offer. */
function findOffer(texts: readonly string[], isPaid: boolean): number {
  if (texts.some(isInvoiceTitle)) return -1;
  return headOf(texts).findIndex(
    (text) => isMadeOf(text, OFFER_WORDS) || (!isPaid && isMadeOf(text, OFFER_WORDS_OF_SHOPS)),
  );
}

const findStatement = (texts: readonly string[]): number => {
  const head = headOf(texts);
  return head.some(isInvoiceTitle) ? -1 : head.findIndex((text) => isMadeOf(text, STATEMENT_WORDS));
};

const isInvoiceTitle = (text: string): boolean =>
  isShort(text) && SAYS_INVOICE.test(text) && !SAYS_OFFER.test(text) && !NO_INVOICE.test(text);

/** What stands above the first amount. */
function headOf(texts: readonly string[]): readonly string[] {
  const firstAmount = texts.findIndex((text) =>
    /\d[.,]\d{2}(?![\d.,/-])|(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,])/.test(text),
  );
  return firstAmount < 0 ? texts : texts.slice(0, firstAmount);
}

function isMadeOf(text: string, title: RegExp): boolean {
  const others = text.replace(title, ' ');
  return others !== text && !hasLetters(withoutNumbers(others).replace(BESIDE_OFFER_WORDS, ' '));
}

/** A booking's total that is paid where one stays. */
const findEstimate = (texts: readonly string[]): number =>
  texts.some((text) => PAID_THERE.test(text)) ? texts.findIndex((text) => ESTIMATE.test(text)) : -1;
