import { EInvoiceError } from './errors.ts';
import type { XmlElement } from './xml.ts';

/** Whether an amount is in a currency: it says so, or says nothing. */
export function isInCurrency(amount: XmlElement | undefined, currency: string | undefined): boolean {
  const stated = amount?.attributes['currencyID'];
  return stated === undefined || currency === undefined || stated === currency;
}

/**
 * The amount in a currency among all of one name; undefined for none of that name.
 *
 * @throws EInvoiceError `MalformedInvoiceError` where all are in other currencies, but for the tax: an amount without its
 * currency would be another amount.
 */
export function inCurrency(amounts: readonly XmlElement[], currency: string | undefined): XmlElement | undefined {
  const found = amounts.find((amount) => isInCurrency(amount, currency));
  const [other] = amounts;
  if (found || !other || other.name === 'TaxTotalAmount') return found;
  throw new EInvoiceError(
    'MalformedInvoiceError',
    `expected ${other.name} in ${currency}, as the invoice says, got ${other.attributes['currencyID']}`,
  );
}
