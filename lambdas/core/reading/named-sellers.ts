import { showsCents } from 'printed-text/amount-marks';
import { foldPrinted } from 'printed-text/letters';
import { givesFirmsNumber, nameBefore } from 'printed-text/party-name';
import { behindCustomerLabel, behindSellerLabel, type SellerLabel } from 'printed-text/party-words';
import { addressBelow, nextBelow, senderName } from './buyer-lines.ts';
import type { PrintedField } from './expense-fields.ts';
import { isName } from './header-name.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';
import { hasLegalForm, isOfWeb, isStreet, namesOfWeb } from './vendor-evidence.ts';

/**
 * How a line of the paper names the seller: as the issuer; as someone to pay or to thank, or who sends it; or as a firm that
 * is printed anywhere but at the buyer's.
 */
export type SellerPrint = 'issuer' | 'payee' | 'sender' | 'signer' | 'registered' | 'firm';

/** A name of the seller that was not tagged as such. */
export interface NamedSeller {
  readonly print: SellerPrint;
  readonly field: PrintedField;
}

/** Banks, and firms that carry money, parcels or the till's program for others. */
const CARRIER =
  /bank|sparkasse|raiffeisen|caixa|(?<!\p{L})(?:paypal|stripe|klarna|sumup|square|adyen|visa|mastercard|amex|american express|dhl|ups|fedex|dpd|gls|hermes|powered|software|hosted|printed|verifone|ingenico|worldline|nets|google|apple|facebook|instagram)(?!\p{L})/iu;

/** The sellers that the lines name, as they stand on the paper. */
export function namedSellers(lines: readonly PrintedLine[], buyer: ReadonlySet<string>): NamedSeller[] {
  const labelled = lines.flatMap((line) => {
    const found = behindSellerLabel(line.text);
    return found ? labelledSeller(line, found, lines) : [];
  });
  const senders = lines.flatMap((line): NamedSeller[] => {
    const name = behindCustomerLabel(line.text) === undefined ? senderName(line) : undefined;
    return name === undefined || behindSellerLabel(line.text) ? [] : [seller('sender', name, line)];
  });
  return [...labelled, ...senders, ...firms(lines)].filter(({ field: { text } }) => {
    const isBuyer = buyer.has(foldPrinted(text)) || [...buyer].some((each) => each.startsWith(`${foldPrinted(text)},`));
    return !isBuyer && isName(text) && !isStreet(text) && !showsCents(text) && !CARRIER.test(text);
  });
}

function labelledSeller(
  line: PrintedLine,
  { label, text }: { readonly label: SellerLabel; readonly text: string },
  lines: readonly PrintedLine[],
): NamedSeller[] {
  const source = text === '' ? besideOrBelow(line, lines) : line;
  const written = text === '' ? source?.text : text;
  if (!source || written === undefined || /^[\p{L} .]{2,20}:/u.test(written)) return [];
  const name = nameBefore(written);
  if (label !== 'seller') return [seller(label, name, source)];
  const below = addressBelow(source, lines);
  const after = [
    written,
    ...below.map((each) => each.text),
    (below.at(-1) ?? source) && textBelow(below.at(-1) ?? source, lines),
  ];
  const isFirm = hasLegalForm(name) || below.length > 0 || after.some(givesFirmsNumber) || isStreet(written);
  return [seller(isFirm ? 'issuer' : 'signer', name, source)];
}

const textBelow = (line: PrintedLine, lines: readonly PrintedLine[]): string => nextBelow(line, lines)?.text ?? '';

/** What stands to the right of a label with a colon, or below it. */
function besideOrBelow(line: PrintedLine, lines: readonly PrintedLine[]): PrintedLine | undefined {
  const row = rowsOfLines(lines.filter(({ page }) => page === line.page)).find((cells) => cells.includes(line)) ?? [
    line,
  ];
  const right = row[row.indexOf(line) + 1];
  const isHeading = !right || !/[:：]\s*$/.test(line.text) || /[:：]/.test(right.text) || !isName(right.text);
  return isHeading ? nextBelow(line, lines) : right;
}

/** The firms of a page, by their legal form, their web address or the number that stands beside them. */
function firms(lines: readonly PrintedLine[]): NamedSeller[] {
  const web = namesOfWeb(lines);
  return lines.flatMap((line): NamedSeller[] => {
    if (behindSellerLabel(line.text) || isStreet(line.text)) return [];
    const name = nameBefore(firstPart(line.text));
    const isNumbered = givesFirmsNumber(line.text) && name !== line.text;
    if (isNumbered && (hasLegalForm(name) || !givesFirmsNumber(name))) return [seller('registered', name, line)];
    if (!hasLegalForm(name)) return isOfWeb(name, web) ? [seller('firm', name, line)] : [];
    return [seller(givesFirmsNumber(textBelow(line, lines)) ? 'registered' : 'firm', name, line)];
  });
}

/** A footer puts the address behind the firm: "Green Basket Ltd, 12 High Street" or "... · ...". */
const firstPart = (text: string): string => text.split(/\s*[·•|]\s*|\s+[-–]\s+|,\s+(?=\S*\s?\d|\p{Lu})/u)[0] ?? text;

const seller = (print: SellerPrint, text: string, { page, confidence }: PrintedLine): NamedSeller => ({
  print,
  field: { type: 'LINE', text, page, confidence: Math.min(50, confidence), groups: [] },
});
