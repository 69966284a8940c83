import { showsCents } from 'printed-text/amount-marks';
import { foldPrinted, squashLetters } from 'printed-text/letters';
import { givesFirmsNumber, nameBefore } from 'printed-text/party-name';
import { behindCustomerLabel, behindSellerLabel, type SellerLabel } from 'printed-text/party-words';
import { addressBelow, nextBelow, senderOf } from './buyer-lines.ts';
import type { PrintedField } from './expense-fields.ts';
import { isName } from './header-name.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';
import { sellerBelow } from './seller-block.ts';
import { hasLegalForm, isOfWeb, isStreet, namesOfWeb } from './vendor-evidence.ts';

/**
 * How a line of the paper names the seller: as the issuer; as someone to pay or to thank, or who sends it; or as a firm that
 * is printed anywhere but at the buyer's.
 */
export type SellerPrint = 'issuer' | 'paid-to' | 'sender' | 'signer' | 'registered' | 'firm';

/** A name of the seller that was not tagged as such. */
export interface NamedSeller {
  readonly print: SellerPrint;
  readonly field: PrintedField;
  readonly line: PrintedLine;
  /** The address that stands with the name, a line each. */
  readonly address?: readonly string[];
}

const LEAST_LETTERS = 5;

/** Banks, and firms that carry money, parcels or the till's program for others. */
const CARRIER =
  /(?:bank|sparkasse)(?!\p{L})|(?<!\p{L})(?:raiffeisen|caixa|paypal|stripe|klarna|sumup|adyen|visa|mastercard|american express|dhl|ups|fedex|dpd|gls|hermes|powered|software|hosted|printed|verifone|ingenico|worldline)(?!\p{L})/iu;

/** The sellers that the lines name, as they stand on the paper. */
export function namedSellers(lines: readonly PrintedLine[], buyer: ReadonlySet<string>): NamedSeller[] {
  const labelled = lines.flatMap((line) => {
    const found = behindSellerLabel(line.text);
    return found ? labelledSeller(line, found, lines) : [];
  });
  const senders = lines.flatMap((line): NamedSeller[] => {
    const sender = behindCustomerLabel(line.text) === undefined ? senderOf(line) : undefined;
    return !sender || behindSellerLabel(line.text) ? [] : [seller('sender', sender.name, line, sender.address)];
  });
  return [...labelled, ...senders, ...firms(lines)].filter(({ print, field: { text } }) => {
    const isBuyer = buyer.has(foldPrinted(text)) || [...buyer].some((each) => each.startsWith(`${foldPrinted(text)},`));
    return (
      !isBuyer && isName(text) && !isStreet(text) && !showsCents(text) && (print === 'issuer' || !CARRIER.test(text))
    );
  });
}

function labelledSeller(
  line: PrintedLine,
  { label, text }: { readonly label: SellerLabel; readonly text: string },
  lines: readonly PrintedLine[],
): NamedSeller[] {
  const block = text === '' && (label === 'issuer' || label === 'seller') ? sellerBelow(line, lines) : undefined;
  if (block) {
    const address = addressBelow(block.line, lines).map((each) => each.text);
    const isFirm = block.isFirm || label === 'issuer';
    return [seller(isFirm ? 'issuer' : 'signer', nameBefore(block.name), block.line, isFirm ? address : [])];
  }
  const source = text === '' ? besideOrBelow(line, lines) : line;
  const written = text === '' ? source?.text : text;
  if (!source || written === undefined || /^[\p{L} .]{2,20}:/u.test(written)) return [];
  const name = nameBefore(written);
  const below = addressBelow(source, lines);
  const address = below.map((each) => each.text);
  if (label !== 'seller') return [seller(label, name, source, address)];
  const after = [written, ...address, textBelow(below.at(-1) ?? source, lines)];
  const isFirm = hasLegalForm(name) || below.length > 0 || after.some(givesFirmsNumber) || isStreet(written);
  return [seller(isFirm ? 'issuer' : 'signer', name, source, address)];
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
    // A legal form alone is a misread word.
    if (squashLetters(name).length < LEAST_LETTERS) return [];
    if (!hasLegalForm(name)) return isOfWeb(name, web) ? [seller('firm', name, line)] : [];
    const below = nextBelow(line, lines);
    const isRegistered = below && [below.text, textBelow(below, lines)].some(givesFirmsNumber);
    return [seller(isRegistered ? 'registered' : 'firm', name, line)];
  });
}

/** A footer puts the address behind the firm: "Green Basket Ltd, 12 High Street" or "... · ...". */
const firstPart = (text: string): string => text.split(/\s*[·•|]\s*|\s+[-–]\s+|,\s+(?=\S*\s?\d|\p{Lu})/u)[0] ?? text;

const seller = (print: SellerPrint, text: string, line: PrintedLine, address: readonly string[] = []): NamedSeller => ({
  print,
  line,
  field: { type: 'LINE', text, page: line.page, confidence: Math.min(50, line.confidence), groups: [] },
  ...(address.length > 0 && { address }),
});
