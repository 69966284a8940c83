import { showsCents } from 'printed-text/amount-marks';
import { foldPrinted, squashLetters } from 'printed-text/letters';
import { nameBefore } from 'printed-text/party-name';
import { behindSellerLabel } from 'printed-text/party-words';
import { onOneLine } from 'printed-text/plain-text';
import { buyerLines, maybeReceiver, maybeReceivingFirm } from './buyer-lines.ts';
import { cleanVendorName } from './clean-vendor-name.ts';
import type { PrintedField } from './expense-fields.ts';
import { isLabelInForm } from './form-labels.ts';
import { headerName, isName } from './header-name.ts';
import { namedSellers, type SellerPrint } from './named-sellers.ts';
import type { PrintedLine } from './printed-line.ts';
import { hasLegalForm, isWeakName, withoutLegalForm } from './vendor-evidence.ts';
import { ofVendor, withoutType } from './vendor-fields.ts';

/**
 * How much speaks for a name: as a print of the seller, or as tagged. A doubtful one may be the receiver of a letter; a weak
 * one is the buyer, a street or one of the goods.
 */
export type Rank = SellerPrint | 'tagged' | 'doubtful' | 'weak';

const RANKS: readonly Rank[] = [
  'issuer',
  'tagged',
  'paid-to',
  'sender',
  'registered',
  'firm',
  'doubtful',
  'signer',
  'weak',
];

/** A name that may be the vendor's, and how much speaks for it. */
export interface RankedName {
  readonly rank: Rank;
  readonly field: PrintedField;
  readonly address?: readonly string[];
}

/** Whether a name was tagged, or taken from the head where none was. */
export const isTagged = ({ rank }: RankedName): boolean => rank === 'tagged' || rank === 'doubtful' || rank === 'weak';

/**
 * Fields that may hold the vendor's name, the likeliest first; of equals the one printed first. Numbers, titles and the
 * receiver are none, nor are goods, a street and what stands on a later page only, as long as there is another name: the
 * one behind a word for the issuer, a firm in the footer, or the one of the web address. Where nothing was tagged, the name
 * at the top of the page is taken.
 */
export const vendorNames = (
  fields: readonly PrintedField[],
  lines: readonly PrintedLine[] = [],
  goods: readonly string[] = [],
): PrintedField[] => rankedNames(fields, lines, goods).map(({ field }) => field);

/** The same with what speaks for each. */
export function rankedNames(
  fields: readonly PrintedField[],
  lines: readonly PrintedLine[],
  goods: readonly string[],
): RankedName[] {
  const buyer = buyerLines(lines);
  const receivers = new Set([
    ...fields
      .filter(({ type, groups }) => type === 'RECEIVER_NAME' || (type === 'NAME' && groups.includes('RECEIVER')))
      .map(({ text }) => foldPrinted(onOneLine(text))),
    ...buyer,
  ]);
  const sold = new Set(goods.map((name) => foldPrinted(onOneLine(name))));
  const isUsable = ({ text }: PrintedField) => isName(cleanVendorName(text)) && !isLabelInForm(text, lines);
  const typed = fields.filter(({ type }) => type === 'VENDOR_NAME').filter(isUsable);
  const tagged = typed.length > 0 ? typed : ofVendor(withoutType(fields, 'VENDOR_NAME'), 'NAME').filter(isUsable);
  const header = tagged.length > 0 ? [] : [headerName(lines)].filter((field) => field !== undefined);
  const weak = ({ text }: PrintedField) =>
    isWeakName(text, receivers) ||
    isWeakName(cleanVendorName(text), receivers) ||
    sold.has(foldPrinted(onOneLine(text)));
  const named = namedSellers(lines, receivers).filter(({ field }) => !weak(field));
  const inFoot = named.filter(
    ({ print, line }) => LABELLED.includes(print) || (print === 'registered' && standsOutside(line, lines)),
  );
  const rankOf = (field: PrintedField): Rank => {
    if (weak(field)) return 'weak';
    const name = cleanVendorName(field.text);
    const isBacked = named.some(
      ({ field: { text }, line }) => foldPrinted(line.text) !== foldPrinted(name) && shareWord(name, text),
    );
    if (inFoot.length === 0 || isBacked) return 'tagged';
    const isRegistered = inFoot.some(({ print, field: { text } }) => print === 'registered' && hasLegalForm(text));
    return maybeReceiver(name, lines) || (isRegistered && maybeReceivingFirm(name, lines)) ? 'doubtful' : 'tagged';
  };
  const names = [...tagged, ...header].map((field): RankedName => {
    const name = relabelled(field);
    const print = named.find(
      (other) => WITH_ADDRESS.includes(other.print) && foldPrinted(other.field.text) === foldPrinted(name.text),
    );
    return { rank: rankOf(field), field: name, ...(print?.address && { address: print.address }) };
  });
  const hasGoodOne = names.some(({ rank, field }) => rank === 'tagged' && field.type !== 'LINE');
  const others = (names.some(({ rank }) => rank === 'doubtful' || rank === 'tagged') ? inFoot : named)
    .filter(({ print }) => !hasGoodOne || print === 'issuer')
    .filter(({ field }, index, all) => all.findIndex((other) => other.field.text === field.text) === index)
    .map(({ print, ...seller }): RankedName => ({ rank: print, ...seller }));
  return [...names, ...others].sort(
    (a, b) =>
      RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) ||
      a.field.page - b.field.page ||
      b.field.confidence - a.field.confidence,
  );
}

/** Prints that say of themselves whose name they give. */
const LABELLED: readonly SellerPrint[] = ['issuer', 'paid-to', 'sender', 'signer'];

/** Prints of a name that the address stands with. */
const WITH_ADDRESS: readonly SellerPrint[] = ['issuer', 'sender'];

/** Whether a line stands below every amount, or is the first one: a firm between these may be a receiver without a label. */
function standsOutside(line: PrintedLine, lines: readonly PrintedLine[]): boolean {
  const index = lines.indexOf(line);
  return index === 0 || index > lines.findLastIndex(({ text }) => showsCents(text));
}

/** A tagged name without the label in it, and without the address or number behind it in the same line. */
function relabelled(field: PrintedField): PrintedField {
  const labelled = behindSellerLabel(field.text);
  if (labelled && labelled.text !== '') return { ...field, text: nameBefore(labelled.text) };
  if (/\n/.test(field.text.trim())) return field;
  const name = nameBefore(field.text);
  const isCompact = name !== field.text && /\d/.test(field.text.slice(name.length)) && hasLegalForm(name);
  return isCompact ? { ...field, text: name } : field;
}

/** Whether two names have a word in common besides their legal forms, or one is in the other. */
function shareWord(one: string, other: string): boolean {
  const [a, b] = [withoutLegalForm(one), withoutLegalForm(other)].map(squashLetters) as [string, string];
  if (a.includes(b) || b.includes(a)) return true;
  const words = (name: string) => foldPrinted(withoutLegalForm(name)).match(/[\p{L}\d]{4,}/gu) ?? [];
  const others = new Set(words(other));
  return words(one).some((word) => others.has(word));
}
