import { foldPrinted, squashLetters } from 'printed-text/letters';
import type { CurrencyCode } from '../ground/currency.ts';
import { formatMoney, type Money, minorUnits } from '../ground/money.ts';
import { isCashInHand, isInclusive, saysTotal } from './label-role.ts';
import { isTotal, type LabelRole } from './label-words.ts';
import { amountInCurrency, type LabelledAmount } from './labelled-amounts.ts';
import { isLate } from './larger-amount.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/** A row and its last amount in minor units. */
interface AmountRow {
  readonly row: MarkedRow;
  readonly minor: number;
}

/**
 * A total that something came on top of, below it: "Total 48.60 / Tip 11.40 / Total with tip 60.00", "Gesamtbeitrag 50,00 /
 * Versicherungsteuer 9,50 / Rechnungsbetrag 59,50".
 */
export interface AddedOnTop {
  readonly base: AmountRow;
  readonly added: readonly AmountRow[];
  readonly whole: AmountRow;
}

/**
 * Looks for a total, a tip, fee or gift below it, and below that what they come to, beside words for a total or for what was paid;
 * or for a tax below it, and below that another total that the two come to.
 * Several tips are suggestions, and where the first total was paid as it is nothing came on top. Cash of which some was
 * returned says nothing.
 */
export function findAddedOnTop(rows: readonly MarkedRow[], currency: CurrencyCode): AddedOnTop | undefined {
  const all = amountRows(rows, currency);
  const ways = all.flatMap((base, index) => {
    if (!isBase(base, all)) return [];
    const below = all.slice(index + 1);
    return below.flatMap((whole, place): AddedOnTop[] => {
      const added = additionsOf(below.slice(0, place), all);
      const used = waysToAdd(added).find((way) => sumOf(way) === whole.minor - base.minor);
      if (used && isWhole(whole, all) && saysHowMuch(whole.row)) return [{ base, added: used, whole }];
      const taxes = isTotal(whole.row.role) && isWhole(whole, all) ? taxesIn(below.slice(0, place)) : [];
      const taxed = waysToAdd(taxes).find((way) => sumOf(way) === whole.minor - base.minor);
      return taxed ? [{ base, added: taxed, whole }] : [];
    });
  });
  const [way] = ways;
  return way && ways.every(({ whole }) => whole.minor === way.whole.minor) ? way : undefined;
}

/** The amounts with what was found: the first total is a subtotal, and the larger one what is due. */
export function withAddedOnTop(
  amounts: readonly LabelledAmount[],
  { base, added, whole }: AddedOnTop,
): readonly LabelledAmount[] {
  const isOf = ({ row, minor }: AmountRow, amount: LabelledAmount) =>
    amount.minor === minor && squashLetters(amount.field.label ?? '') === squashLetters(row.label);
  const isBaseOf = ({ role, minor }: LabelledAmount) => isTotal(role) && minor === base.minor;
  const isPayment = ({ row }: AmountRow) => row.role === 'cash' && !saysTotal(row.label);
  const kept = amounts.filter(
    (amount) =>
      !isBaseOf(amount) && !added.some((part) => isOf(part, amount)) && (isPayment(whole) || !isOf(whole, amount)),
  );
  return [
    ...kept,
    asLabelled(whole, 'due'),
    ...added.map((part) => asLabelled(part, roleOnTop(part))),
    asLabelled(base, 'subtotal'),
  ];
}

/**
 * Why a total is in doubt: a tip or fee stands below it, and below that a larger amount that was asked for or paid, to which
 * the two do not add up.
 */
export function doubtOfAdded(rows: readonly MarkedRow[], total: Money): Reason | undefined {
  const all = amountRows(rows, total.currency);
  const index = all.findLastIndex(({ row, minor }) => isTotal(row.role) && minor === total.amountMinor);
  const below = index < 0 ? [] : all.slice(index + 1);
  if (!isBase(all[index], all)) return undefined;
  const larger = below.find(
    (whole, place) =>
      whole.minor > total.amountMinor && additionsOf(below.slice(0, place), all).length === 1 && isWhole(whole, all),
  );
  if (!larger) return undefined;
  const print = (minor: number) => formatMoney({ ...total, amountMinor: minorUnits(minor) });
  return {
    code: 'TotalsDisagreeError',
    message: `the total was read as ${print(total.amountMinor)}, but something was added below it, and ${print(larger.minor)} stands beside "${larger.row.label}"; state the total in a correction`,
  };
}

/**
 * Why a total that holds a tip may be too large: the tip was reckoned by its share, "Propina 10 %", which may be a proposal, and
 * no payment is printed.
 */
export function doubtOfUnpaidTip(
  { base, added, whole }: AddedOnTop,
  currency: CurrencyCode,
  isPaid: boolean,
): Reason | undefined {
  const tip = added.find(({ row }) => row.role === 'tip' && row.text.includes('%'));
  if (isPaid || !tip || PAID.test(foldPrinted(whole.row.label))) return undefined;
  const print = ({ minor }: AmountRow) => formatMoney({ amountMinor: minorUnits(minor), currency });
  return {
    code: 'TotalsDisagreeError',
    message: `the total is printed as ${print(base)} and, with a tip, as ${print(whole)}, and nothing says which was paid; state the total in a correction`,
  };
}

function amountRows(rows: readonly MarkedRow[], currency: CurrencyCode): AmountRow[] {
  return rows.flatMap((row): AmountRow[] => {
    const text = row.amounts.at(-1)?.text;
    const minor = text === undefined || row.isConversion ? undefined : amountInCurrency(text, currency);
    return minor === undefined || minor <= 0 ? [] : [{ row, minor }];
  });
}

/** A total that nobody paid as it is. */
function isBase(base: AmountRow | undefined, all: readonly AmountRow[]): boolean {
  if (!base || !isTotal(base.row.role) || saysAdding(base.row)) return false;
  return !all.some(({ row, minor }) => row.role === 'cash' && !saysTotal(row.label) && minor === base.minor);
}

/** Says that it is the total, or what was paid; cash only where none of it came back. */
function isWhole({ row }: AmountRow, all: readonly AmountRow[]): boolean {
  if (row.role === 'change' || row.role === 'subtotal' || isLate(row.label)) return false;
  if (isTotal(row.role) || (saysTotal(row.label) && row.role !== 'cash')) return true;
  if (row.role !== 'cash') return false;
  return !isCashInHand(row.label) || !all.some((other) => other.row.role === 'change');
}

/** A total, or what was paid; a card alone may have paid the tip as well as not. */
const saysHowMuch = ({ label }: MarkedRow): boolean => saysTotal(label) || PAID.test(foldPrinted(label));
const PAID =
  /\bpa(?:id|yed)\b|payment|charged|bezahlt|gezahlt|betaald|betalt|\bpaye|regle|pagad|pagat|pagamento|\bpago\b|zaplac|plac(?:eno|ane)|fizetve|fizetett|platit|achitat|maksettu|makstud|apmaks|sumoket|oplac|оплач|сплач|платен|πληρωθ|odendi|odenen|支払|已付|실지불|결제금액|שולם|المدفوع|dibayar|thanh toan/;

/** Whether a row's words are of something that comes on top: a fee, a tip, a gift, a tax on visitors, a toll. */
export const saysAdding = ({ label }: MarkedRow): boolean => ADDING.test(foldPrinted(label));

/** What came on top between two amounts; none where several tips are suggested. */
function additionsOf(rows: readonly AmountRow[], all: readonly AmountRow[]): readonly AmountRow[] {
  const added = rows.filter(({ row }) => isAddition(row));
  const tips = new Set(all.filter(({ row }) => row.role === 'tip' && !saysTotal(row.label)).map(({ minor }) => minor));
  return tips.size > 1 || added.some(({ row }) => SUGGESTED.test(foldPrinted(row.label))) ? [] : added;
}

/** What comes on top is a tip, a tax, or else a fee. */
const roleOnTop = ({ row: { role } }: AmountRow): LabelRole => (role === 'tip' || role === 'tax' ? role : 'service');

/** The taxes between two amounts, none of which lies in what stands above it. */
const taxesIn = (rows: readonly AmountRow[]): readonly AmountRow[] =>
  rows.filter(({ row }) => row.role === 'tax' && !isInclusive(row.label));

const ADDED: readonly (LabelRole | undefined)[] = ['tip', 'service', 'shipping'];
const isAddition = ({ role, label }: MarkedRow): boolean =>
  !isInclusive(label) &&
  !saysTotal(label) &&
  !LATE.test(foldPrinted(label)) &&
  (ADDED.includes(role) || ADDING.test(foldPrinted(label)));

/** Fees for cards and bookings, taxes on visitors, tolls, and gifts that round up, where the word for it is not one of a service. */
const ADDING =
  /\btolls?\b|\bmaut\b|\bpeages?\b|pedaggi|\bpeajes?\b|(?:city|tourist|tourism|occupancy) (?:tax|levy)|taxe de sejour|kurtaxe|ortstaxe|bettensteuer|city ?tax|imposta di soggiorno|tassa di soggiorno|tasa turistica|taxa turistica|toeristenbelasting|oplata (?:klimatyczna|miejscowa)|turistick[ay] (?:poplatek|taksa)|surcharge|\bfees?\b|\btips?\b|round(?:ed)? ?up|charit|donat|spende|\bdon\b|gebuhr|zuschlag|aufschlag|entgelt|\bfrais\b|supplement|majoration|recargo|comision|supplemento|commission|comissao|\btaxa\b|acrescimo|toeslag|\bkosten\b|gebyr|avgift|gjald|maksu\b|lisa\b|oplata|doplata|poplat|prirazka|priplat|prirazk|\bdij\b|felar|naknada|doplatilo|сбор|комисси|надбавк|комісі|такса|προμηθει|επιβαρυν|komisyon|ucreti|\bbiaya\b|\bcaj\b|\bphi\b|ค่าธรรมเนียม|手数料|手续费|手續費|수수료|رسوم|עמלה/;
/** A fee for those who pay late is not paid by the others. */
const LATE =
  /\blate\b|overdue|penalt|mahn|verzug|saumnis|verspat|retard|\bmora|ritardo|atraso|te laat|aanman|forsink|forsen|rykker|purre|viivas|zwlok|prodlen|omeskan|kesedel|intarzier|gecik|просроч|\bпен[яі]/;
const SUGGESTED = /suggest|vorschlag|empfehl|empfohl|suger|consigliat|recommend|optional|guide|anregung/;

const waysToAdd = (added: readonly AmountRow[]): readonly (readonly AmountRow[])[] =>
  added.length === 0 ? [] : [added, ...(added.length > 1 ? added.map((one) => [one]) : [])];

const sumOf = (rows: readonly AmountRow[]): number => rows.reduce((sum, { minor }) => sum + minor, 0);

/** Percent. What nobody tagged is not to be believed without a sum or a second print. */
const MOST_CONFIDENCE = 85;

function asLabelled({ row, minor }: AmountRow, role: LabelRole): LabelledAmount {
  const text = row.amounts.at(-1)?.text ?? '';
  const confidence = Math.min(row.confidence, MOST_CONFIDENCE);
  const field = { type: 'OTHER', label: row.label, text, confidence, page: row.page, groups: [] };
  return { role, minor: minorUnits(minor), field, isDoubtful: false, isOpen: false };
}
