import { showsCents } from 'printed-text/amount-marks';
import { foldPrinted } from 'printed-text/letters';
import { givesFirmsNumber, nameBefore } from 'printed-text/party-name';
import {
  addressesPerson,
  behindCustomerLabel,
  behindSellerLabel,
  behindShortCustomerLabel,
} from 'printed-text/party-words';
import { onOneLine } from 'printed-text/plain-text';
import type { PrintedField } from './expense-fields.ts';
import { isPrintedTwice, lineBelow, type PrintedLine } from './printed-line.ts';
import { hasLegalForm, isOfWeb, isStreet, namesOfWeb } from './vendor-evidence.ts';

/** How many lines below a label for the buyer belong to them. */
const BUYER_LINES = 4;
/** How many lines a name and its address have before the town. */
const ADDRESS_LINES = 3;
/** A name this much higher than its address is a letterhead. */
const SIGN_HEIGHT = 1.25;

/** The lines that are about the buyer, folded: behind "Bill to:" and below it, and those of a person addressed by title. */
export function buyerLines(lines: readonly PrintedLine[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) {
    const behind = behindLabel(line, lines);
    if (behind !== undefined) {
      if (behind !== '') found.add(behind);
      // Where 様 or 御中 stands behind the name, the address stands above it.
      if (behind === foldPrinted(onOneLine(line.text))) continue;
      for (const text of blockBelow(line, lines, BUYER_LINES - (behind === '' ? 0 : 1))) found.add(text);
    } else if (isAddressed(line, lines)) {
      found.add(foldPrinted(onOneLine(line.text)));
      for (const text of blockBelow(line, lines, BUYER_LINES)) found.add(text);
    }
  }
  return found;
}

/** Lines without those of the buyer, whom the service tagged or the paper names: they may be anywhere. */
export function withoutBuyer(
  lines: readonly string[],
  fields: readonly PrintedField[],
  printed: readonly PrintedLine[],
): string[] {
  const tagged = new Set(
    fields
      .filter(
        ({ type, groups }) => type.startsWith('RECEIVER_') || groups.some((group) => group.startsWith('RECEIVER')),
      )
      .flatMap(({ text }) => text.split('\n').map(onOneLine)),
  );
  const named = buyerLines(printed);
  return lines.filter(
    (line) =>
      !tagged.has(onOneLine(line)) &&
      !named.has(foldPrinted(onOneLine(line))) &&
      (behindCustomerLabel(line) ?? '') === '',
  );
}

function behindLabel(line: PrintedLine, lines: readonly PrintedLine[]): string | undefined {
  const behind = behindCustomerLabel(line.text);
  if (behind !== undefined) return behind;
  const short = behindShortCustomerLabel(line.text);
  return short !== undefined && (isStreet(short) || standsOnAddress(line, lines)) ? short : undefined;
}

function blockBelow(start: PrintedLine, lines: readonly PrintedLine[], count: number): string[] {
  const block: string[] = [];
  let current = nextBelow(start, lines);
  while (current && block.length < count) {
    if (behindCustomerLabel(current.text) !== undefined || behindSellerLabel(current.text)?.text === '') break;
    if (behindSellerLabel(current.text) && !isStreet(current.text)) break;
    if (showsCents(current.text)) break;
    block.push(foldPrinted(onOneLine(current.text)));
    current = nextBelow(current, lines);
  }
  return block;
}

/** The line below in the same column; where the answer has no geometry, the next one. */
export function nextBelow(line: PrintedLine, lines: readonly PrintedLine[]): PrintedLine | undefined {
  return line.box ? lineBelow(line, lines) : lines[lines.indexOf(line) + 1];
}

/** The lines between a name and the end of its address; none where no street or town follows. */
export function addressBelow(line: PrintedLine, lines: readonly PrintedLine[]): PrintedLine[] {
  const below: PrintedLine[] = [];
  let current = nextBelow(line, lines);
  while (current && below.length < ADDRESS_LINES) {
    below.push(current);
    current = nextBelow(current, lines);
  }
  const end = below.findLastIndex(({ text }) => isStreet(text));
  return below.slice(0, end + 1);
}

const standsOnAddress = (line: PrintedLine, lines: readonly PrintedLine[]): boolean =>
  addressBelow(line, lines).length > 0;

/** A person addressed by title above their address, and no shop of such a name: "Miss R. Thistle", not "Mr Price". */
const isAddressed = (line: PrintedLine, lines: readonly PrintedLine[]): boolean =>
  addressesPerson(line.text) && isPlainName(line, lines) && standsOnAddress(line, lines);

/** A name of a few words that nothing else on the paper speaks for, in letters no higher than those below it. */
const isPlainName = (line: PrintedLine, lines: readonly PrintedLine[]): boolean =>
  !hasLegalForm(line.text) && isPlainPrint(line, lines);

/** The same of a firm's name. */
function isPlainPrint(line: PrintedLine, lines: readonly PrintedLine[]): boolean {
  const { text, box } = line;
  const below = nextBelow(line, lines);
  const isHigher = box && below?.box && box.height > below.box.height * SIGN_HEIGHT;
  return !isHigher && !isPrintedTwice(text, lines) && !isOfWeb(text, namesOfWeb(lines));
}

/** A few words with capitals and no digits, as the name of a person is. */
const PERSON =
  /^(?:\p{Lu}[\p{L}'.-]*)(?:\s+(?:(?:de|da|di|del|van|von|der|den|la|le|y|e|und|and|&)\s+)*\p{Lu}[\p{L}'.-]*){1,3}$/u;
const TITLE =
  /^\W*(?:(?:tax |sales |vat )?invoice|receipt|statement|bill|rechnung|quittung|faktura|facture|recu|factura|recibo|fattura|ricevuta|factuur|kvittering|kvitto|lasku|szamla|racun|arve|fatura|invois|faktur)(?!\p{L})/u;

/**
 * Whether a name may be that of somebody to whom the paper is sent: a few words without a trade or a legal form over an
 * address in letters as high, not below the title, with no telephone or number of a firm around it.
 */
export function maybeReceiver(name: string, lines: readonly PrintedLine[]): boolean {
  const folded = foldPrinted(name);
  const index = lines.findIndex(({ text }) => foldPrinted(text) === folded);
  const line = lines[index];
  if (!line || line.page !== lines[0]?.page || !PERSON.test(name) || !isPlainName(line, lines)) return false;
  const title = lines.find(({ text }) => TITLE.test(foldPrinted(text)));
  return standsOnBareAddress(line, lines) && title !== undefined && !isAbove(title, line, lines);
}

/**
 * Whether a firm's name may be that of the one to whom the paper is sent: it stands once, over an address without a
 * telephone or a number of the firm, on a paper with a title.
 */
export function maybeReceivingFirm(name: string, lines: readonly PrintedLine[]): boolean {
  const folded = foldPrinted(name);
  const line = lines.find(({ text }) => foldPrinted(text) === folded);
  if (!line || line.page !== lines[0]?.page || !hasLegalForm(name) || !isPlainPrint(line, lines)) return false;
  return standsOnBareAddress(line, lines) && lines.some(({ text }) => TITLE.test(foldPrinted(text)));
}

function standsOnBareAddress(line: PrintedLine, lines: readonly PrintedLine[]): boolean {
  const address = addressBelow(line, lines);
  const last = address.at(-1);
  if (!last) return false;
  const after = nextBelow(last, lines);
  return ![...address, ...(after ? [after] : [])].some(({ text }) => PARTICULARS.test(text) || givesFirmsNumber(text));
}

const PARTICULARS =
  /@|www\.|https?:|(?<!\p{L})(?:tel|phone|fax|mobile|telefon|ust|vat|nip|nif|cif|siret|iva)(?!\p{L})/iu;

/** Whether a line ends above another one; a title beside a name is no title above it. */
function isAbove(one: PrintedLine, other: PrintedLine, lines: readonly PrintedLine[]): boolean {
  return one.box && other.box
    ? one.box.top + one.box.height <= other.box.top
    : lines.indexOf(one) < lines.indexOf(other);
}

/** The sender whose name and address stand in one line, as in a letter's window: "Aster · 12 High Street · Leeds". */
export function senderOf({ text }: PrintedLine): { readonly name: string; readonly address: string[] } | undefined {
  const parts = text.split(/\s*[·•|]\s*|\s+[-–—]\s+|,\s+/u).filter((part) => part !== '');
  const [first = '', ...rest] = parts;
  if (parts.length < 3 || isStreet(first) || !rest.some(isStreet)) return undefined;
  return { name: nameBefore(first), address: rest.slice(0, rest.findLastIndex(isStreet) + 1) };
}
