import Big from 'big.js';
import { EInvoiceError } from './errors.ts';
import { decimalOf } from './values.ts';
import type { XmlElement } from './xml.ts';

/** Whether an amount is in a currency: it says so, or says nothing. */
export function isInCurrency(amount: XmlElement | undefined, currency: string | undefined): boolean {
  const stated = amount?.attributes['currencyID']?.toUpperCase();
  return stated === undefined || currency === undefined || stated === currency;
}

/**
 * The amount in a currency among all of one name; undefined for none of that name.
 *
 * @throws EInvoiceError `MalformedInvoiceError` where all are in other currencies, but for the tax: an amount without its
 * currency would be another amount; and where several in the currency differ: which is meant is never guessed.
 */
export function inCurrency(amounts: readonly XmlElement[], currency: string | undefined): XmlElement | undefined {
  const [found, ...others] = amounts.filter((amount) => isInCurrency(amount, currency) && amount.text !== '');
  if (found) {
    for (const second of others) {
      if (!isSameAmount(found, second))
        throw malformed(`expected one ${found.name}, got ${found.text} and ${second.text}`);
    }
    return found;
  }
  const other = amounts.find((amount) => !isInCurrency(amount, currency));
  if (!other || other.name === 'TaxTotalAmount') return undefined;
  throw malformed(`expected ${other.name} in ${currency}, as the invoice says, got ${other.attributes['currencyID']}`);
}

const isSameAmount = (one: XmlElement, other: XmlElement): boolean =>
  new Big(decimalOf(one.text, one.name) ?? 0).eq(decimalOf(other.text, other.name) ?? 0);

const malformed = (message: string): EInvoiceError => new EInvoiceError('MalformedInvoiceError', message);
