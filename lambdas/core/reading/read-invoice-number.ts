import { squashLetters } from 'printed-text/letters';
import { normalizePrinted, onOneLine } from 'printed-text/plain-text';
import type { PrintedField } from './expense-fields.ts';
import { lineBelow, type PrintedLine, rowsOfLines } from './printed-line.ts';
import { type TitledNumber, titledNumber } from './titled-number.ts';

const DOCUMENT =
  '(?:tax )?(?:invoice|inv|receipt|rcpt|bill|rechnungs?|beleg|bon|quittungs?|facture|factura|fattura|fatura|faktura|faktuur|factuur|kvitto|kvittering|resit|invois|nota|folio|recibo|ricevuta|scontrino|paragon|boleta|comprobante|nyugta|účtenka|uctenka|reçu|recu|avoir|gutschrift|credit (?:note|memo)|nota d[ei] cr[eé]dito|creditnota|kreditnota|dobropis)';
const NUMBER_WORD = '(?:no|nr|n[°ºo]|num(?:ber|ero|éro|mer)?|nummer|id|#)';
/** The same the other way round: "Numéro de facture", "N° de fattura", "Číslo faktury", "Számla sorszáma". */
const NUMBER_OF =
  "(?:(?:num[eé]ro|n[uú]mero|number|numer|n[°ºo]|nr|[cč][ií]slo|[sš]tevilka|broj|num[aă]r(?:ul)?)\\.? (?:of (?:the )?|de (?:la |l['’])?|d['’]|da |del(?:la)? |di )?(?:invoice|receipt|facture|factur[aăi]i?|fattura|ricevuta|fatura|fatur[aă]|faktur[yay]|doklad[u]?|ra[cč]una|recibo|bon)|sz[aá]mla ?(?:sor)?sz[aá]ma?|bizonylatsz[aá]m|laskun? ?n(?:umer|r)o?|arve ?n(?:umber|r)|s[aą]skaitos ?n(?:umeris|r)|r[eē][kķ]ina ?n(?:umurs|r))";
/** A number with at least one digit, three signs or more, that is no date or amount. */
const VALUE = '(?=[\\w/-]*\\d)([A-Z0-9][A-Z0-9_/-]{2,}[A-Z0-9])(?![\\w.,/-]*[.,]\\d)';
const ORDER = '(?:booking|order|reservation|transaction|ticket|bestell|buchungs?|commande|pedido|ordine|bestelling)';

const LABEL = new RegExp(`^(?:${DOCUMENT}\\s*-?\\s*${NUMBER_WORD}|${NUMBER_OF}(?!\\p{L}))`, 'iu');
const LINE = new RegExp(
  `(?:^|\\s)${DOCUMENT}(?:\\s*-?\\s*${NUMBER_WORD}\\b|\\s*#|(?![\\p{L}_-]))[\\s.:#-]*${VALUE}\\s*$`,
  'iu',
);
const NUMBER_LINE = new RegExp(`^\\W*${NUMBER_OF}[\\s.:#-]+${VALUE}\\s*$`, 'iu');
const LABEL_ALONE = new RegExp(`^(?:${DOCUMENT}\\s*-?\\s*${NUMBER_WORD}?|${NUMBER_OF})[\\s.:#]*$`, 'iu');
const ORDER_LINE = new RegExp(`(?:^|\\s)${ORDER}\\s*-?\\s*${NUMBER_WORD}[\\s.:#-]+${VALUE}\\s*$`, 'iu');
const ORDER_ALONE = new RegExp(`^${ORDER}\\s*-?\\s*${NUMBER_WORD}[\\s.:#]*$`, 'iu');
const HASH = new RegExp(`^#\\s*${VALUE}$`, 'iu');
const ONLY_VALUE = new RegExp(`^[#:]?\\s*${VALUE}$`, 'iu');

/** A number of a document where it is printed, with the words before it. */
export interface LabelledNumber {
  /** Letters alone, folded. */
  readonly label: string;
  readonly value: string;
}

const LABELLED = new RegExp(
  `^\\s*((?:${DOCUMENT}|bon|ticket)\\s*-?\\s*(?:${NUMBER_WORD})?)[\\s.:#-]*(?=[\\w/-]*\\d)([A-Z0-9][A-Z0-9_/-]*)(?:$|[\\s,;])`,
  'iu',
);

/** The number of a receipt or an invoice that a row begins with, however short: "Receipt 77". */
export function documentNumberOf(text: string): LabelledNumber | undefined {
  const [, label = '', value = ''] = LABELLED.exec(onOneLine(normalizePrinted(text))) ?? [];
  return value === '' ? undefined : { label: squashLetters(label), value };
}

/** Fields that hold the number of the invoice or receipt, the surest first. */
export function invoiceNumberFields(fields: readonly PrintedField[]): PrintedField[] {
  const tagged = fields.filter(({ type }) => type === 'INVOICE_RECEIPT_ID');
  const labelled = fields.filter(
    ({ type, label, text }) => type === 'OTHER' && LABEL.test(label ?? '') && /\d/.test(text),
  );
  return [...(tagged.length > 0 ? tagged : labelled)].sort((a, b) => b.confidence - a.confidence);
}

/**
 * The number of the invoice or receipt as printed: the surest tagged one, else one that stands behind such a label, else
 * one in the lines: in a title with the day behind it, at the end of "Invoice INV/2023/03/0008", beside or below a label alone, or behind a bare "#". A number of the
 * booking or the order stands in where the document has none of its own.
 */
export function readInvoiceNumber(fields: readonly PrintedField[], lines: readonly PrintedLine[]): string | undefined {
  const texts = lines.map((line) => ({ ...line, text: onOneLine(normalizePrinted(line.text)) }));
  const titled = titleOf(texts.map(({ text }) => text));
  const [field] = invoiceNumberFields(fields);
  if (titled?.hasDay) return titled.number;
  if (field) return onOneLine(field.text);
  return (
    titled?.number ??
    first(texts, ({ text }) => LINE.exec(text)?.[1] ?? NUMBER_LINE.exec(text)?.[1]) ??
    first(texts, (line) => (LABEL_ALONE.test(line.text) ? numberBeside(line, texts) : undefined)) ??
    first(texts, ({ text }) => HASH.exec(text)?.[1]) ??
    first(texts, ({ text }) => ORDER_LINE.exec(text)?.[1]) ??
    first(texts, (line) => (ORDER_ALONE.test(line.text) ? numberBeside(line, texts) : undefined))
  );
}

/** The title with a day before one without, and that of a credit note before that of the invoice it is about. */
function titleOf(texts: readonly string[]): TitledNumber | undefined {
  const titled = texts.flatMap((text) => titledNumber(text) ?? []);
  const withDay = titled.filter(({ hasDay }) => hasDay);
  const surest = withDay.length > 0 ? withDay : titled;
  return surest.find(({ isCredit }) => isCredit) ?? surest[0];
}

function first(lines: readonly PrintedLine[], read: (line: PrintedLine) => string | undefined): string | undefined {
  for (const line of lines) {
    const number = read(line);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** The number to the right of a label, else below it. */
function numberBeside(label: PrintedLine, lines: readonly PrintedLine[]): string | undefined {
  const row = rowsOfLines(lines).find((cells) => cells.includes(label)) ?? [];
  const right = row[row.indexOf(label) + 1];
  const numbers = [right, lineBelow(label, lines)].map((line) => ONLY_VALUE.exec(line?.text ?? '')?.[1]);
  return numbers.find((number) => number !== undefined);
}
