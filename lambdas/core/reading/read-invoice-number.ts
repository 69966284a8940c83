import type { PrintedField } from './expense-fields.ts';
import { normalizePrinted, onOneLine } from './printed-text.ts';

const DOCUMENT =
  '(?:tax )?(?:invoice|inv|receipt|rcpt|bill|rechnungs?|beleg|bon|quittungs?|facture|factura|fattura|fatura|faktura|factuur|kvitto|resit|invois|nota)';
const NUMBER_WORD = '(?:no|nr|n[°ºo]|num(?:ber|ero|éro|mer)?|nummer|id|#)';
/** A number with at least one digit, three signs or more, that is no date or amount. */
const VALUE = '(?=[\\w/-]*\\d)([A-Z0-9][A-Z0-9/-]{2,}[A-Z0-9])(?![\\w.,/-]*[.,]\\d)';

const LABEL = new RegExp(`^${DOCUMENT}\\s*-?\\s*${NUMBER_WORD}`, 'iu');
const LINE = new RegExp(`(?:^|\\s)${DOCUMENT}(?:\\s*-?\\s*${NUMBER_WORD}\\b|\\s*#)?[\\s.:#-]*${VALUE}\\s*$`, 'iu');

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
 * one at the end of a line such as "Invoice INV/2023/03/0008".
 */
export function readInvoiceNumber(fields: readonly PrintedField[], lines: readonly string[]): string | undefined {
  const [field] = invoiceNumberFields(fields);
  if (field) return onOneLine(field.text);
  return lines.map((line) => LINE.exec(onOneLine(normalizePrinted(line)))?.[1]).find((number) => number !== undefined);
}
