import { foldPrinted } from 'printed-text/letters';
import type { CurrencyCode } from '../ground/currency.ts';
import { formatMoney, type MinorUnits } from '../ground/money.ts';
import { isCashInHand } from './label-role.ts';
import type { LabelRole } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import type { Reason } from './structured-expense.ts';
import type { Closure } from './total-arithmetic.ts';
import { type Contender, type GoodsSum, placesOf } from './total-contender.ts';

/** Two values closer than this are a tie that a person decides. */
const CLEAR_GAP = 1.2;
/** Percent. Below it, a total that nothing confirms was read badly. */
const SURE_CONFIDENCE = 90;

/** What a total is judged on besides itself. */
export interface TotalContext {
  readonly second?: Contender | undefined;
  readonly amounts: readonly LabelledAmount[];
  readonly goods?: GoodsSum | undefined;
  /** In how many lines each amount stands, minor units without sign. */
  readonly lineCounts: ReadonlyMap<number, number>;
  readonly currency: CurrencyCode;
}

/**
 * Why a person has to look at the total; undefined when it can be trusted. It can when it is clear of any other, and a
 * sum or a second print confirms it, or it is the only amount there is; and when cash and change do not contradict it.
 */
export function doubtOfTotal(best: Contender, context: TotalContext): Reason | undefined {
  const { second, currency } = context;
  const print = (minor: number) => formatMoney({ amountMinor: minor as MinorUnits, currency });
  const total = print(best.minor);
  if (second && best.score - second.score < CLEAR_GAP) {
    return disagree(
      `two totals were found: ${total} and ${print(second.minor)}; drop a picture that shows the right one plainly`,
    );
  }
  if (best.minor === 0) {
    return unreadable('the total was read as zero; drop a picture that shows it plainly');
  }
  if (best.prints.every(({ isOpen }) => isOpen)) {
    return unreadable(
      `the total was read as ${total}, but the digits of "${best.prints[0]?.field.text ?? ''}" may be another amount; drop a picture that shows it plainly`,
    );
  }
  const isConfirmed = isSummed(best) || isRepeated(best, context);
  if (isNoTotal(best, isConfirmed)) {
    return unreadable(`no total was found, only ${total} beside it; drop a picture that shows it`);
  }
  const contradiction = contradictionOf(best, context, isConfirmed, print);
  if (contradiction !== undefined) {
    return disagree(
      `the total was read as ${total}, but ${contradiction}; drop a picture that shows the right one plainly`,
    );
  }
  const rounded = roundedBeside(best, context);
  if (rounded !== undefined) {
    return disagree(
      `two totals were found: ${total} and ${print(rounded)}, one of them rounded; drop a picture that shows the right one plainly`,
    );
  }
  if (isConfirmed || (isAlone(best, context) && isSure(best))) return undefined;
  const percent = Math.round(confidenceOf(best));
  return unreadable(
    `the total was read as ${total} with ${percent} % confidence and nothing else confirms it; drop a sharper picture`,
  );
}

const unreadable = (message: string): Reason => ({ code: 'TotalUnreadableError', message });
const disagree = (message: string): Reason => ({ code: 'TotalsDisagreeError', message });

/** Only what was given, or only a subtotal: these stand for a total when cash less change says so. */
const isNoTotal = ({ prints, closures }: Contender, isConfirmed: boolean): boolean =>
  prints.every(({ role }) => role === 'subtotal')
    ? closures.every(({ kind }) => kind !== 'cash')
    : prints.every(({ role }) => role === 'cash' || role === 'subtotal') &&
      // Cash that was handed over and is printed twice is no total yet.
      (!isConfirmed || (closures.length === 0 && prints.every(({ field }) => isCashInHand(field.label))));

/** A sum gives it; that some sum is near a multiple of five says little about one that had to be repaired. */
const isSummed = (best: Contender): boolean =>
  best.closures.some(({ kind }) => {
    if (kind === 'unprinted-rounding') return best.prints.some(({ isDoubtful }) => !isDoubtful);
    // The tax of a total a few minor units away is the same.
    return kind !== 'inclusive-tax' || isSure(best);
  });

const isRepeated = ({ minor, prints }: Contender, { lineCounts }: TotalContext): boolean =>
  placesOf(prints) > 1 || (lineCounts.get(Math.abs(minor)) ?? 0) > 1;

const confidenceOf = ({ prints }: Contender): number => Math.max(...prints.map(({ field }) => field.confidence));

const isSure = (best: Contender): boolean =>
  confidenceOf(best) >= SURE_CONFIDENCE && best.prints.some(({ isDoubtful }) => !isDoubtful);

/** An amount that the total may have been rounded to for coins of five, when no sum says which of them was paid. */
function roundedBeside({ minor, closures }: Contender, { lineCounts }: TotalContext): number | undefined {
  if (closures.length > 0 || minor % 5 === 0) return undefined;
  return [...lineCounts.keys()].find((other) => other % 5 === 0 && Math.abs(other - Math.abs(minor)) <= 4);
}

/** What may stand beside a total that nothing confirms: it says nothing about what was paid. */
const BESIDE: readonly LabelRole[] = ['tax', 'points', 'quantity'];

/** Whether nothing else on the document is an amount, apart from the taxes in it, savings and counts. */
function isAlone({ minor }: Contender, { amounts, lineCounts }: TotalContext): boolean {
  const explained = new Set(
    [minor, ...amounts.filter(({ role }) => BESIDE.includes(role)).map((amount) => amount.minor)].map(Math.abs),
  );
  return [...lineCounts.keys(), ...amounts.map((amount) => Math.abs(amount.minor))].every(
    (other) => other === 0 || explained.has(other),
  );
}

/** Sums that explain why less was given than the total. */
const PART_PAYMENTS: readonly Closure['kind'][] = ['paid-and-due', 'payments', 'prior-balance'];

/** On a receipt for a payment, of which more may be due. */
const RECEIVED_FROM =
  /^\W*(?:received|recibi(?:mos|do)?|recu|erhalten|ricevuto|ontvangen|recebi(?:do|emos)?|mottatt|mottaget|modtaget) (?:from|de|von|da|van|fra|fran)\b/;

/** What the receipt prints that gives another total. Cash less change is so seldom wrong that one sum does not outweigh it. */
function contradictionOf(
  best: Contender,
  { amounts, goods }: TotalContext,
  isConfirmed: boolean,
  print: (minor: number) => string,
): string | undefined {
  const first = (role: LabelRole) => amounts.find((amount) => amount.role === role);
  const [subtotal, tax, cash, change] = [first('subtotal'), first('tax'), first('cash'), first('change')];
  // That the tax lies in it says nothing about what was added or given.
  const kinds = new Set<Closure['kind']>(
    best.closures.map(({ kind }) => kind).filter((kind) => kind !== 'inclusive-tax'),
  );
  const paid = cash && change && change.minor !== 0 ? cash.minor - Math.abs(change.minor) : undefined;
  if (paid !== undefined && paid > 0 && paid !== best.minor && kinds.size < 2 && !kinds.has('cash')) {
    return `what was given less the change is ${print(paid)}`;
  }
  const given = amounts.filter(({ role, minor }) => role === 'cash' && minor > 0).map(({ minor }) => minor);
  // "Total with tip" is no tip.
  const isTip = ({ role, minor }: LabelledAmount) => role === 'tip' && minor > 0 && minor < best.minor;
  const tips = [...new Set(amounts.filter(isTip).map(({ minor }) => minor))];
  const withTip = tips.length === 1 ? best.minor + (tips[0] ?? 0) : undefined;
  if (withTip !== undefined && given.some((one) => one === withTip) && !given.includes(best.minor)) {
    return `with the tip ${print(withTip)} was paid`;
  }
  const most = Math.max(...given);
  const isReceived = amounts.some(
    ({ role, minor, field }) => role === 'cash' && minor === most && RECEIVED_FROM.test(foldPrinted(field.label ?? '')),
  );
  if (isReceived && most < best.minor) return `only ${print(most)} was received`;
  if (given.length > 0 && most < best.minor && kinds.size < 2 && !PART_PAYMENTS.some((kind) => kinds.has(kind))) {
    return `only ${print(most)} was given`;
  }
  // Goods and the change always come to what was given.
  const returned = amounts.find(({ role, minor }) => role === 'change' && minor !== 0);
  if (goods && returned && goods.minor + Math.abs(returned.minor) === best.minor && kinds.size === 0) {
    return `the items come to ${print(goods.minor)}, and with the change to that`;
  }
  // A second print of a total was often read from the same digits; the sum was not.
  const isSettled = isConfirmed && (kinds.size > 0 || !tax || tax.minor === 0);
  if (isSettled || !subtotal || subtotal.minor === best.minor) return undefined;
  return tax
    ? `subtotal ${print(subtotal.minor)} and tax ${print(tax.minor)} give another`
    : `the subtotal is ${print(subtotal.minor)} and nothing explains the difference`;
}
