import { showsCents } from 'printed-text/amount-marks';
import { foldPrinted } from 'printed-text/letters';
import { nameBefore } from 'printed-text/party-name';
import { behindCustomerLabel, behindSellerLabel } from 'printed-text/party-words';
import { onOneLine } from 'printed-text/plain-text';
import { buyerLines, maybeReceiver } from './buyer-lines.ts';
import type { PrintedField } from './expense-fields.ts';
import { headerName, isName } from './header-name.ts';
import { namedSellers, type SellerPrint } from './named-sellers.ts';
import type { PrintedLine } from './printed-line.ts';
import type { Vendor } from './structured-expense.ts';
import { hasLegalForm, isOfWeb, isWeakName, namesOfWeb } from './vendor-evidence.ts';

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
  const runnerUp = names.find(({ name }) => !areOne(name, best.name))?.name;
  const address = best.address?.join('\n') ?? taggedAddress(best, names, fields, lines);
  const phone = surest(ofVendor(fields, 'PHONE'))?.text;
  const isSure =
    best.rank !== 'weak' &&
    isAlone(best, names) &&
    (SURE_PRINTS.includes(best.rank) || isConvincing(best.field, best.name, lines));
  return {
    name: best.name,
    ...(isSure ? {} : { isUnsure: true, ...(runnerUp && { runnerUp }) }),
    ...(address !== undefined && { address: addressOnOneLine(address, best.name) || onOneLine(address) }),
    ...(phone !== undefined && { phone: onOneLine(phone) }),
  };
}

/**
 * How much speaks for a name: as a print of the seller, or as tagged. A doubtful one may be the receiver of a letter; a weak
 * one is the buyer, a street or one of the goods.
 */
type Rank = SellerPrint | 'tagged' | 'doubtful' | 'weak';

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

/** Prints that no other one need speak for. */
const SURE_PRINTS: readonly Rank[] = ['issuer', 'paid-to', 'sender'];

interface RankedName {
  readonly rank: Rank;
  readonly field: PrintedField;
  readonly address?: readonly string[];
}

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

const isTagged = ({ rank }: RankedName): boolean => rank === 'tagged' || rank === 'doubtful' || rank === 'weak';

/** Whether no other name of the same kind was printed, for the kinds of which a page may hold several. */
const isAlone = (best: RankedName, names: readonly RankedName[]): boolean =>
  isTagged(best) ||
  names.every(
    ({ rank, field }) => rank !== best.rank || areOne(cleanVendorName(field.text), cleanVendorName(best.field.text)),
  );

/** Whether two names have a word in common. */
function shareWord(one: string, other: string): boolean {
  const words = (name: string) => foldPrinted(name).match(/[\p{L}\d]{4,}/gu) ?? [];
  const others = new Set(words(other));
  return words(one).some((word) => others.has(word));
}

/** Whether two names are the same, or one begins with the other. */
function areOne(one: string, other: string): boolean {
  const [a, b] = [foldPrinted(one), foldPrinted(other)];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

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

function rankedNames(
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
  const isUsable = ({ text }: PrintedField) => isName(cleanVendorName(text));
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
    const isBacked = named.some((other) => shareWord(name, other.field.text));
    return inFoot.length > 0 && !isBacked && maybeReceiver(name, lines) ? 'doubtful' : 'tagged';
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
    .filter(({ field }, index) => named.findIndex((other) => other.field.text === field.text) === index)
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

/** Of a tagged name, in percent: less sure ones are guesses unless something else on the paper says the same. */
const SURE_NAME = 60;

/**
 * Whether a name convinces: it is no street and not the buyer's, stands on the first page, and was tagged surely, or a
 * legal form, a web address or a second print of it speaks for it.
 */
function isConvincing(field: PrintedField, name: string, lines: readonly PrintedLine[]): boolean {
  const folded = foldPrinted(name);
  const isBacked = hasLegalForm(name) || isOfWeb(name, namesOfWeb(lines));
  if (isBacked) return true;
  if (field.page > 1) return false;
  const prints = lines.filter(({ text }) => foldPrinted(text).includes(folded)).length;
  return prints > 1 || (field.type !== 'LINE' && field.confidence >= SURE_NAME);
}

const withoutType = (fields: readonly PrintedField[], dropped: string): PrintedField[] =>
  fields.filter(({ type }) => type !== dropped);

function ofVendor(fields: readonly PrintedField[], what: 'NAME' | 'ADDRESS' | 'PHONE'): PrintedField[] {
  const named = fields.filter(({ type }) => type === `VENDOR_${what}`);
  return named.length > 0 ? named : fields.filter(({ type, groups }) => type === what && groups.includes('VENDOR'));
}

function surest(fields: readonly PrintedField[]): PrintedField | undefined {
  return [...fields].sort((a, b) => b.confidence - a.confidence)[0];
}

/** A line that only ends the name of the line before it: "SDN BHD", "& CO. KG", "(M) LTD". */
const TAIL =
  /^(?:\([A-Z]{1,3}\) ?)?(?:&|and |und |et |y |GMBH\b)|^(?:\([A-Z]{1,3}\) ?)?(?:CO\.?,? ?)?(?:SDN\.? ?BHD|BHD|LTD|LIMITED|INC|LLC|GMBH|AG|KG|S\.?A\.?|S\.?R\.?L|B\.?V|PTE\.? ?LTD|PTY\.? ?LTD|CO\. KG|ENTERPRISE|TRADING)\.?$/i;

/** A line of nothing but words for a trade, which ends the name above it: "Regional" + "Medical Center". */
const TRADE =
  /^(?:(?:medical|health|dental|family|animal|auto|car|coffee|tea|wine|sports|garden|home|hair|beauty|general|super|farmers?'?|hotel|resort|grill|bar|body|convenience|department|grocery|book|hardware|fresh|food|and|&) ?)*(?:cent(?:er|re)|clinic|hospital|restaurant|ristorante|restaurante|cafe|café|bistro|brasserie|grill|bar|market|mart|supermarket|pharmacy|bakery|hotel|inn|resort|spa|store|stores|shop|hardware|repair|services?|salon|garage|stationers|books)$/i;

/** Company and tax numbers in brackets or behind a word for them. */
const REGISTRATION =
  /\s*\(\s*(?:co\.?|reg\.?|no\.?|roc|company|\W)*\s*\d[\d -]{3,}-?\s?[A-Z]{0,2}\s*\)|\s+(?:co\.? ?reg\.?|reg\.? ?no|roc|uen|abn|gst|vat|tax id)\b.*$/gi;

/**
 * The shop among many of one name: "- Branch 12", "STORE #123", "#0123 - Main Street", "10342". Of bare numbers only long
 * ones and padded ones: "Rema 1000" and "Forever 21" are names.
 */
const BRANCH =
  /\s*[-–,:|(]?\s*(?:\b(?:branch|store|outlet|shop|filiale|filial|sucursal|magasin|cawangan|markt|winkel|butik)\b\s*(?:no\.?|nr\.?|#|:)*\s*#?\d[\w-]*\)?|#\s?\d+(?:\s*[-–,:].*)?|(?<=\p{L}.*\s)(?:\d{5,}|0\d{2,}))\s*$/iu;

/** Words around a name that are not of it. */
const AROUND =
  /^(?:welcome to|willkommen (?:bei|im)|bienvenue (?:à|chez)|bienvenidos? a|benvenuti (?:da|a)|selamat datang ke)\s+|\s*\(?\b(?:formerly (?:known as)?|f\/k\/a|licen[sc]ee of)\b.*$/giu;

/** A line that greets and names nobody. */
const GREETING =
  /^(?:welcome|willkommen|bienvenue|bienvenidos?|benvenuti|selamat datang|thank you|danke|merci|gracias|grazie)(?: to| bei| im| à| chez| a)?[\s!.*]*$/i;

/**
 * A vendor's name without greeting, registration number and branch noise: the first line that may be a name, with the line
 * behind it where that only ends the name.
 */
export function cleanVendorName(text: string): string {
  const written = text
    .split('\n')
    .map(onOneLine)
    .filter((line) => /\p{L}/u.test(line));
  const names = written.filter((line) => isName(line) && !GREETING.test(line));
  const [first = '', second] = names.length > 0 ? names : written;
  const joined =
    second !== undefined && (TAIL.test(second) || TRADE.test(second) || /[&,]$/.test(first))
      ? `${first} ${second}`
      : first;
  const cleaned = joined
    .replace(AROUND, '')
    .replace(REGISTRATION, '')
    .replace(BRANCH, '')
    .replace(/^[^\p{L}\p{N}]+|[\s\-–_*=~:,;|]+$/gu, '');
  return onOneLine(cleaned) || onOneLine(joined);
}

function addressOnOneLine(text: string, name: string): string {
  return text
    .split('\n')
    .map((line) => onOneLine(line).replace(/^[,.\s]+|[,\s]+$/g, ''))
    .filter((line, index) => line !== '' && !(index === 0 && foldPrinted(line) === foldPrinted(name)))
    .join(', ');
}
