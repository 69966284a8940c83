import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';
import { findHeld, findOrder } from './no-bill.ts';
import {
  APPROVED,
  BESIDE_DECLINED,
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
import { every, hasLetters, headOf, isMadeOf, isShort, some, withoutNumbers } from './title-lines.ts';

/**
 * Why a paper with a total may be no spending: a card that was declined, an amount that is held on
 * it, an offer, an order or a paper that goes with goods, a bill before the one that is paid, a till on which somebody learned, a
 * stay that is paid on the spot, money that came to the person, a paper that repeats others.
 *
 * @param lines Of the whole document, from top to bottom.
 * @param isPaid Whether cash, a card or change is printed with its amount.
 */
export function doubtOfPurchase(lines: readonly string[], isPaid: boolean): Reason | undefined {
  const texts = lines.map((line) => onOneLine(foldPrinted(line)));
  const found = [
    [findDeclined(texts), 'so that nothing was paid by it'],
    [findHeld(texts), 'so that the amount may be held on a card and was not taken'],
    [findOffer(texts, isPaid), 'which nobody has to pay'],
    [findOrder(lines, texts, isPaid), 'which is no bill, and nothing says that it was paid'],
    [
      texts.findIndex((text) => isShort(text) && (SAYS_PRACTICE.test(text) || IS_PRACTICE.test(text))),
      'so that nothing was sold',
    ],
    [
      texts.findIndex((text) => partsOf(text).some((part) => SAYS_INTERIM.test(part) || IS_NO_RECEIPT.test(part))),
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

const [DECLINED_WORDS, BESIDE_DECLINED_WORDS] = [every(DECLINED), every(BESIDE_DECLINED)];
const CANCELLED = /^\W*(?:card |visa )?(?:transaction|payment|sale) (?:was )?cancell?ed\W*$/;
const [SAYS_APPROVED, SAYS_DECLINED] = [some(APPROVED), some(DECLINED)];
const [SAYS_PRACTICE, SAYS_INTERIM] = [some(PRACTICE), some(INTERIM)];
const IS_PRACTICE = new RegExp(`^\\W*[*#=<>-]{2,} ?(?:${PRACTICE_OR_COURSE}) ?[*#=<>-]{2,}\\W*$`, 'u');
const IS_NO_RECEIPT = new RegExp(`^\\W*(?:${foldPrinted(NO_RECEIPTS)})\\W*$`, 'u');
const [OFFER_WORDS, OFFER_WORDS_OF_SHOPS] = [every(OFFERS), every(OFFERS_OF_SHOPS)];
const [STATEMENT_WORDS, REMINDER_WORDS] = [every(STATEMENTS), every(REMINDERS)];
const SAYS_PAID_TO_PERSON = some(PAID_TO_PERSON);
const SAYS_OFFER = some(OFFERS);
const SAYS_INVOICE = some(INVOICES);
const NO_INVOICE = some('not|no|kein|keine|pas|non|geen|nie|ej|ikke|to|an|address|adresse');
const ESTIMATE = /^\W*(?:estimated|approximate|expected) (?:total|price|charges?|cost|amount)\b/;
const PAID_THERE =
  /\b(?:pay(?:ment)?(?: due)? (?:at|on|upon) (?:the )?(?:hotel|property|arrival|check-?in|check-?out|pick-?up|counter)|due at (?:the )?(?:hotel|property))\b/;

/** A title may say two things: "Conferência de mesa - não é documento fiscal". */
const partsOf = (text: string): readonly string[] => [text, ...text.split(/ [-|/] /)].filter(isShort);

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

/** A booking's total that is paid where one stays. */
const findEstimate = (texts: readonly string[]): number =>
  texts.some((text) => PAID_THERE.test(text)) ? texts.findIndex((text) => ESTIMATE.test(text)) : -1;
