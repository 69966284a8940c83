import { foldPrinted } from 'printed-text/letters';
import {
  BARE_ORDERS,
  BESIDE_HELD,
  BILL_ROOTS,
  BRANDS,
  HELD,
  IN_CASH,
  NO_BILL_YET,
  NO_BILLS,
  ORDERS,
  OTHER_OFFERS,
  PAID,
  PAID_JOINED,
  UNPAID,
} from './no-bill-words.ts';
import {
  AMOUNT,
  AMOUNTS,
  every,
  hasLetters,
  headOf,
  isMadeOf,
  isShort,
  some,
  withoutNumbers,
  words,
} from './title-lines.ts';

/**
 * A title above the first amount of a paper that goes with goods or asks for them, or what such papers say below. One that
 * has a bill's title too is a bill, and an order that was paid is often all that one gets of it.
 */
export function findOrder(lines: readonly string[], texts: readonly string[], isPaid: boolean): number {
  if (isPaid || texts.some((text, index) => saysPaid(text, texts[index + 1])) || texts.some(isBill)) return -1;
  const title = headOf(texts).findIndex(
    (text, index) =>
      isMadeOf(text, ORDER_WORDS) || isMadeOf(text, OTHER_OFFER_WORDS) || BARE_ORDER.test(lines[index] ?? ''),
  );
  return title >= 0 ? title : texts.findIndex((text) => IS_NO_BILL.test(text));
}

const isBill = (text: string): boolean => {
  const others = text.replace(ORDER_WORDS, ' ').replace(OTHER_OFFER_WORDS, ' ');
  return isShort(others) && SAYS_BILL.test(others) && !SAYS_NO_BILL_YET.test(others);
};

/** By a word, or by the one means that it names: several are those that a shop takes. A label has what it says below it. */
function saysPaid(text: string, below = ''): boolean {
  if (SAYS_UNPAID.test(text) || (ENDS_AS_LABEL.test(text) && SAYS_UNPAID.test(below))) return false;
  return (isShort(text) && SAYS_PAID.test(text)) || text.match(BRAND)?.length === 1;
}

/** A title above the first amount where no other amount is printed than the one that is held, or its label; no cash is held. */
export function findHeld(texts: readonly string[]): number {
  if (texts.some((text) => isShort(text) && SAYS_CASH.test(text))) return -1;
  const amounts = new Set(
    texts.flatMap((text) => text.match(AMOUNTS) ?? []).map((amount) => amount.replace(/\D/g, '')),
  );
  return texts.findIndex((text, index) => {
    const isTitle = index < headOf(texts).length && !AMOUNT.test(texts[index + 1] ?? '');
    return isHeld(text) && (isTitle || amounts.size === 1);
  });
}

function isHeld(text: string): boolean {
  const others = text.replace(HELD_WORDS, ' ');
  return others !== text && !hasLetters(withoutNumbers(others).replace(BESIDE_HELD_WORDS, ' '));
}

const [ORDER_WORDS, OTHER_OFFER_WORDS] = [every(ORDERS), every(OTHER_OFFERS)];
const [HELD_WORDS, BESIDE_HELD_WORDS] = [every(HELD), every(BESIDE_HELD)];
const IS_NO_BILL = new RegExp(`^\\W*(?:${foldPrinted(NO_BILLS)})\\W*$`, 'u');
const BARE_ORDER = new RegExp(`^[^\\p{L}\\d]*(?:${BARE_ORDERS})[^\\p{L}\\d]*$`, 'u');
const SAYS_BILL = new RegExp(foldPrinted(BILL_ROOTS), 'u');
const SAYS_NO_BILL_YET = some(NO_BILL_YET);
const SAYS_PAID = new RegExp(`${words(PAID)}|${foldPrinted(PAID_JOINED)}`, 'u');
const ENDS_AS_LABEL = new RegExp(`(?:${SAYS_PAID.source})[^\\p{L}\\p{M}]*$`, 'u');
const SAYS_CASH = some(IN_CASH);
const [SAYS_UNPAID, BRAND] = [some(UNPAID), every(BRANDS)];
