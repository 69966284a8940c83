import { foldPrinted } from 'printed-text/letters';
import { behindCustomerLabel } from 'printed-text/party-words';
import { onOneLine } from 'printed-text/plain-text';
import { buyerLines } from './buyer-lines.ts';
import { cleanVendorName } from './clean-vendor-name.ts';
import type { PrintedField } from './expense-fields.ts';
import { nameAbove } from './name-above.ts';
import { isPrintedTwice, type PrintedLine } from './printed-line.ts';
import { isTagged, type Rank, type RankedName, rankedNames } from './rank-vendors.ts';
import type { Vendor } from './structured-expense.ts';
import { hasLegalForm, isOfWeb, namesOfWeb } from './vendor-evidence.ts';
import { ofVendor, surest } from './vendor-fields.ts';

/**
 * Who sold it: the likeliest vendor name, cleaned, with the address on one line and the telephone.
 *
 * @param goods Descriptions of what was sold, none of which is a vendor.
 */
export function readVendor(
  fields: readonly PrintedField[],
  lines: readonly PrintedLine[] = [],
  goods: readonly string[] = [],
): Vendor | undefined {
  const names = rankedNames(fields, lines, goods)
    .map((ranked) => ({ ...ranked, name: cleanVendorName(ranked.field.text) }))
    .filter(({ name }) => name !== '');
  const [best] = names;
  if (!best) return undefined;
  const above = isTagged(best) && !isBacked(best.name, lines) ? nameAbove(best.name, lines) : undefined;
  const runnerUp = above ?? names.find(({ name }) => !areOne(name, best.name))?.name;
  const address = best.address?.join('\n') ?? taggedAddress(best, names, fields, lines);
  const phone = surest(ofVendor(fields, 'PHONE'))?.text;
  const isSure =
    best.rank !== 'weak' &&
    above === undefined &&
    isAlone(best, names) &&
    !isDisputed(best, names, lines) &&
    (SURE_PRINTS.includes(best.rank) || isConvincing(best.field, best.name, lines));
  return {
    name: best.name,
    ...(isSure ? {} : { isUnsure: true, ...(runnerUp && { runnerUp }) }),
    ...(address !== undefined && { address: addressOnOneLine(address, best.name) || onOneLine(address) }),
    ...(phone !== undefined && { phone: onOneLine(phone) }),
  };
}

/** Prints that no other one need speak for. */
const SURE_PRINTS: readonly Rank[] = ['issuer', 'paid-to', 'sender'];

/** The vendor's address as tagged, unless it is the buyer's or that of another name. */
function taggedAddress(
  best: RankedName,
  names: readonly RankedName[],
  fields: readonly PrintedField[],
  lines: readonly PrintedLine[],
): string | undefined {
  if (!isTagged(best) && names.some(({ rank, field }) => rank === 'doubtful' && field.type !== 'LINE'))
    return undefined;
  const buyer = buyerLines(lines);
  const isBuyers = ({ text }: PrintedField) => {
    const first = onOneLine(text.split('\n')[0] ?? '');
    return buyer.has(foldPrinted(first)) || behindCustomerLabel(first) !== undefined;
  };
  return surest(ofVendor(fields, 'ADDRESS').filter((field) => !isBuyers(field)))?.text;
}

/** Whether no other name of the same kind was printed, for the kinds of which a page may hold several. */
const isAlone = (best: RankedName, names: readonly RankedName[]): boolean =>
  isTagged(best) ||
  names.every(
    ({ rank, field }) => rank !== best.rank || areOne(cleanVendorName(field.text), cleanVendorName(best.field.text)),
  );

/** Whether a firm of the foot stands against one at the head, and is not printed again. */
const isDisputed = (best: RankedName, names: readonly RankedName[], lines: readonly PrintedLine[]): boolean =>
  best.rank === 'registered' &&
  names.some(({ rank, field }) => rank === 'doubtful' && hasLegalForm(field.text)) &&
  !isPrintedTwice(best.field.text, lines);

/** Whether two names are the same, or one begins with the other. */
function areOne(one: string, other: string): boolean {
  const [a, b] = [foldPrinted(one), foldPrinted(other)];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** Of a tagged name, in percent: less sure ones are guesses unless something else on the paper says the same. */
const SURE_NAME = 60;

/**
 * Whether a name convinces: it is no street and not the buyer's, stands on the first page, and was tagged surely, or
 * something else speaks for it.
 */
const isConvincing = (field: PrintedField, name: string, lines: readonly PrintedLine[]): boolean =>
  isBacked(name, lines) ||
  (field.page === 1 && (isPrintedTwice(name, lines) || (field.type !== 'LINE' && field.confidence >= SURE_NAME)));

/** Whether a legal form or a web address speaks for a name. */
const isBacked = (name: string, lines: readonly PrintedLine[]): boolean =>
  hasLegalForm(name) || isOfWeb(name, namesOfWeb(lines));

function addressOnOneLine(text: string, name: string): string {
  return text
    .split('\n')
    .map((line) => onOneLine(line).replace(/^[,.\s]+|[,\s]+$/g, ''))
    .filter((line, index) => line !== '' && !(index === 0 && foldPrinted(line) === foldPrinted(name)))
    .join(', ');
}
