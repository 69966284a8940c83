import type { InvoiceKind } from './invoice.ts';

const set = (codes: string): ReadonlySet<string> => new Set(codes.split(' '));

/**
 * Types of UNTDID 1001 and of FatturaPA that are not plain invoices; the lists of EN 16931 (code list 1001) and of the
 * Agenzia delle Entrate (TipoDocumento, 1.8).
 */
const CREDIT_NOTES = set('81 83 262 296 308 381 396 420 458 502 503 532 TD04 TD08');
const CORRECTIONS = set('384 472');
/** Written by the buyer, 389 and its kind, with 261, which credits such ones. TD16 to TD23 and TD27 to TD29 go to the tax office. */
const SELF_BILLED = set('261 389 471 473 500 501 527 TD16 TD17 TD18 TD19 TD20 TD21 TD22 TD23 TD27 TD28 TD29');
const NO_INVOICES = set('220 231 310 325');

/** What a type says of who pays whom; what is not known is an invoice like most. */
export function kindOfType(typeCode: string): InvoiceKind {
  if (CREDIT_NOTES.has(typeCode)) return 'credit-note';
  if (CORRECTIONS.has(typeCode)) return 'correction';
  if (SELF_BILLED.has(typeCode)) return 'self-billed';
  return NO_INVOICES.has(typeCode) ? 'no-invoice' : 'invoice';
}
