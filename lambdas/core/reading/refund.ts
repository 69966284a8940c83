import { onOneLine } from 'printed-text/plain-text';
import type { CurrencyCode } from '../ground/currency.ts';
import { formatMoney, type MinorUnits, minorUnits } from '../ground/money.ts';
import { roleOfLabel } from './label-role.ts';
import { isTotal, type LabelRole } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import { type PaidBack, paidBackBy } from './paid-back.ts';
import { findRefundTitle, isRefundLabel, type RefundTitle } from './refund-title.ts';
import type { LineItem, Reason } from './structured-expense.ts';

/** What on the paper says which way the money goes, apart from the total itself. */
export interface RefundSigns {
  readonly title?: RefundTitle;
  /** The amounts as printed, each with its sign. */
  readonly amounts: readonly LabelledAmount[];
  readonly items: readonly LineItem[];
  /** How many amounts or lines of their own are marked as a credit. */
  readonly credits: number;
  /** Lines that print a total with a minus that nothing parts from its digits. */
  readonly belowZero: readonly string[];
  /** Rows that say that money went to the customer. */
  readonly back: PaidBack;
}

/** Below zero without being given back. */
const LOWERING: readonly (LabelRole | undefined)[] = ['discount', 'service', 'tax', 'shipping', 'tip', 'rounding'];

/**
 * Gathers the title and the amounts.
 *
 * @default back - none
 */
export function findRefundSigns(
  lines: readonly string[],
  amounts: readonly LabelledAmount[],
  items: readonly LineItem[],
  back: PaidBack = { payments: [], open: [] },
): RefundSigns {
  // A label in a column of its own is a line, and no title.
  const labels = new Set(amounts.map(({ field }) => field.label));
  const title = findRefundTitle(lines.filter((line) => !labels.has(onOneLine(line))));
  return {
    amounts: title ? amounts : amounts.map((one) => withoutStroke(one, amounts)),
    items,
    back,
    credits: lines.filter((line) => CREDIT.test(line)).length,
    belowZero: lines.filter((line) => isTotal(roleOfLabel(GLUED_MINUS.exec(line)?.[1]))),
    ...(title && { title }),
  };
}

/** "TOTAAL: -4,75", but not "TOTAL - 4.75". */
const GLUED_MINUS = /^\W*(\p{L}[^\d]*?)[\s:]\s*[-−–](?:\p{Sc}\s?)?\d[\d.,' ]*$/u;

/** "49.00 CR", and "CR" where the picture set the two apart. */
const CREDIT = /^\W*(?:(?:\p{Lu}{3} ?)?[\d.,' ]*\d[ .]?)?C\.?R\.?\W*$/u;

/** "TOTAL - 15.00" where 20.00 were given and 5.00 returned: the dash leads to the amount and takes nothing away. */
function withoutStroke(amount: LabelledAmount, amounts: readonly LabelledAmount[]): LabelledAmount {
  const isStroke = amount.minor < 0 && isTotal(amount.role) && isGivenWithChange(-amount.minor, amounts);
  return isStroke ? { ...amount, minor: minorUnits(-amount.minor) } : amount;
}

/**
 * Whether the document's amounts are to be read as given back, whatever their signs: by its title, by a payment to the
 * customer of as much as the total, or because every total is below zero. An exchange for something dearer is none.
 */
export function isReadAsRefund(signs: RefundSigns): boolean {
  const totals = totalsOf(signs);
  if (totals.length > 0 && totals.every(({ minor }) => minor < 0)) return true;
  if (isDearerExchange(signs)) return false;
  return signs.title?.isSure === true || totals.some(({ minor }) => isPaidBack(Math.abs(minor), signs));
}

/** What is printed that makes it a refund besides the signs of its amounts; undefined without it. */
export const refundWordOf = (signs: RefundSigns): string | undefined =>
  signs.title?.text ?? paymentsBack(signs)[0]?.field.label;

/**
 * Why a person has to say whether the total was spent or given back; undefined where title, printed sign, items and
 * payment agree.
 *
 * @param minor The total as it would be booked, below zero for a refund.
 */
export function doubtOfDirection(minor: number, signs: RefundSigns, currency: CurrencyCode): Reason | undefined {
  const why = minor < 0 ? doubtOfRefund(-minor, signs) : doubtOfPurchase(minor, signs);
  if (why === undefined || minor === 0) return undefined;
  const print = (amountMinor: number) => formatMoney({ amountMinor: amountMinor as MinorUnits, currency });
  return {
    code: 'TotalsDisagreeError',
    message: `the total was read as ${print(minor)}, but ${why}: it may be ${print(-minor)}; drop a picture that shows which way the money went, or state the total`,
  };
}

function doubtOfRefund(minor: number, signs: RefundSigns): string | undefined {
  const { title, amounts } = signs;
  if (isGivenWithChange(minor, amounts)) return 'money was given and change returned';
  if (title?.isSure === true || isPaidBack(minor, signs)) return undefined;
  const prints = amounts.filter((amount) => amount.minor === -minor && isTotal(amount.role));
  if (prints.length > 0 && prints.every(({ field }) => BALANCE.test(field.label ?? ''))) {
    return 'it is the balance of an account and not what was bought';
  }
  const items = amountsOf(signs);
  if (items.length > 0 && items.every((amount) => amount > 0) && prints.every(hasMinus)) {
    return 'the items are above zero';
  }
  return undefined;
}

function doubtOfPurchase(minor: number, signs: RefundSigns): string | undefined {
  const { title, amounts } = signs;
  if (isGivenWithChange(minor, amounts)) return undefined;
  const items = amountsOf(signs);
  const sum = items.reduce((all, amount) => all + amount, 0);
  if (sum === -minor) return 'the items come to less than zero';
  if (sum !== minor && isTakenOff(signs, minor) && !amounts.some(isPayment))
    return 'of its items one less the other comes to less than zero';
  const back = paymentsBack(signs).map((amount) => Math.abs(amount.minor));
  if (back.includes(minor) || isChangeAlone(minor, amounts)) return 'as much was given back';
  const open = signs.back.open.find((amount) => Math.abs(amount.minor) === minor && !isPaidBesides(amount, amounts));
  if (open) return `"${onOneLine(open.field.label ?? '')}" is printed`;
  if (signs.back.line !== undefined && !amounts.some(isPayment)) return `"${onOneLine(signs.back.line)}" is printed`;
  const [line] = signs.belowZero;
  if (line !== undefined && hasDigitsOf(line, minor) && !amounts.some(isPayment))
    return `"${onOneLine(line)}" is printed`;
  if (back.some((part) => part < minor && !amountsOf(signs).includes(-part))) return 'a part of it was given back';
  // A lone credit may be one of many entries; as many as there are items say that all was given back.
  if (signs.credits > 1 && signs.credits >= amountsOf(signs).length) return '"CR" is printed beside the amounts';
  if (title && !isDearerExchange(signs)) return `"${title.text}" is printed`;
  return undefined;
}

/** A good that was given back lost its minus: 14.90 less 19.65 is what the total has as -4.75. */
function isTakenOff(signs: RefundSigns, minor: number): boolean {
  const items = amountsOf(signs);
  const isLowered = signs.items.some(
    ({ description }) => LOWERING.includes(roleOfLabel(description)) || CREDITED.test(description),
  );
  const [one = 0, other = 0] = items;
  return items.length === 2 && !isLowered && Math.min(...items) > 0 && Math.abs(one - other) === minor;
}

const CREDITED = /credit|unused|remaining|prorat|gutschrift|avoir|abono|accredito|tegoed|guthaben/i;

/** All of the total beside a word for change, and nothing that was given. */
const isChangeAlone = (minor: number, amounts: readonly LabelledAmount[]): boolean =>
  !amounts.some(isPayment) && amounts.some((one) => one.role === 'change' && Math.abs(one.minor) === minor);

const isPayment = ({ role }: LabelledAmount): boolean => role === 'cash';

/** Whether the amount is printed with these digits, whatever marks part them. */
const hasDigitsOf = (line: string, minor: number): boolean =>
  line.replace(/\D/g, '').replace(/^0+/, '') === String(minor) ||
  line.replace(/\D/g, '').replace(/^0+/, '').concat('00') === String(minor);

/** An account's credit: what one has left, or has paid too much. */
const BALANCE = /balance|saldo|solde|guthaben|account|konto/i;

/** "49.00 CR" is called a credit; a lone dash may be a stroke. */
const hasMinus = ({ field }: LabelledAmount): boolean => !/c\.?r\.?\s*$|\(/i.test(field.text);

const totalsOf = ({ amounts }: RefundSigns): LabelledAmount[] =>
  amounts.filter(({ role, minor }) => isTotal(role) && minor !== 0);

const amountsOf = ({ items }: RefundSigns): number[] =>
  items.flatMap(({ amount }) => (amount && amount.amountMinor !== 0 ? [amount.amountMinor] : []));

/** Something else says that the customer paid as much. */
const isPaidBesides = ({ minor }: LabelledAmount, amounts: readonly LabelledAmount[]): boolean =>
  amounts.some(
    (other) => isPayment(other) && other.minor === Math.abs(minor) && paidBackBy(other.field.label ?? '') === undefined,
  );

/** Amounts whose label says that they were handed back to the customer, and are no change of what was given. */
function paymentsBack({ amounts, back }: RefundSigns): LabelledAmount[] {
  const tagged = amounts.filter(({ role, field }) => role === 'refunded' || isRefundLabel(field.label ?? ''));
  const others = back.payments.filter(({ minor }) => !tagged.some((one) => Math.abs(one.minor) === Math.abs(minor)));
  return [...tagged, ...others].filter((amount) => amount.minor !== 0 && !isOfGiven(amount, amounts));
}

/** "Returned to customer 1.72" of 10.00 where the total is 8.28. */
const isOfGiven = ({ minor, field }: LabelledAmount, amounts: readonly LabelledAmount[]): boolean =>
  paidBackBy(field.label ?? '') === 'sure' &&
  amounts.some(
    (cash) =>
      isPayment(cash) &&
      amounts.some((total) => isTotal(total.role) && cash.minor - Math.abs(minor) === Math.abs(total.minor)),
  );

/** As much was handed to the customer; "Rückgabe 5.47" is the change where more was given. */
function isPaidBack(minor: number, signs: RefundSigns): boolean {
  const isPaid = ({ role, minor: paid, field }: LabelledAmount) =>
    role === 'cash' && paid === minor && !isRefundLabel(field.label ?? '');
  if (isGivenWithChange(minor, signs.amounts) || signs.amounts.some(isPaid)) return false;
  return paymentsBack(signs).some((amount) => Math.abs(amount.minor) === minor && !isChangeOf(amount, signs.amounts));
}

const isChangeOf = ({ role, minor }: LabelledAmount, amounts: readonly LabelledAmount[]): boolean =>
  role === 'change' && amounts.some((cash) => cash.role === 'cash' && cash.minor > Math.abs(minor));

/** Cash less change is the total: nobody gives money to be given some back. */
function isGivenWithChange(minor: number, amounts: readonly LabelledAmount[]): boolean {
  const of = (role: LabelRole) => amounts.filter((amount) => amount.role === role);
  return of('cash').some((cash) =>
    of('change').some((change) => change.minor !== 0 && cash.minor - Math.abs(change.minor) === minor),
  );
}

/**
 * Whether goods were given back and others bought that cost more: items of both signs come to more than zero. A discount
 * or a fee that is kept of a refund is nothing that was given back.
 */
function isDearerExchange(signs: RefundSigns): boolean {
  const goods = signs.items.filter(({ amount, description }) => {
    const isCharge = LOWERING.includes(roleOfLabel(description)) || /\bfee\b|gebühr|frais/i.test(description);
    return amount && !(isCharge && amount.amountMinor < 0);
  });
  const amounts = amountsOf({ ...signs, items: goods });
  return amounts.some((amount) => amount < 0) && amounts.reduce((sum, amount) => sum + amount, 0) > 0;
}

/** The amounts of a refund without their signs: some are printed with a minus and some without. */
export function withoutSigns(amounts: readonly LabelledAmount[]): LabelledAmount[] {
  return amounts.map((amount) =>
    amount.role === 'rounding' ? amount : { ...amount, minor: minorUnits(Math.abs(amount.minor)) },
  );
}
