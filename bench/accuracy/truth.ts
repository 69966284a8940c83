import { readPrintedAmount } from 'printed-text/amounts';
import { z } from 'zod';
import { formatDecimal, money } from '../../lambdas/core/ground/money.ts';
import { findPrintedDates } from '../../lambdas/core/reading/printed-date.ts';

/** What a receipt says, as a person wrote it down. A field that was not written down is not asked. */
export interface Truth {
  /** A plain decimal without sign: "60.30". */
  readonly total?: string;
  /** ISO 4217, of the total. */
  readonly currency?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly vendor?: string;
  readonly address?: string;
  readonly invoiceNumber?: string;
}

/** A thing asked of a receipt. */
export type Field = keyof Truth;

/** In the order in which they are reported. */
export const fields: readonly Field[] = ['total', 'currency', 'date', 'vendor', 'address', 'invoiceNumber'];

const Written = z.looseObject({
  total: z.union([z.string(), z.object({ amountMinor: z.int(), currency: z.string() })]).optional(),
  amount: z.number().optional(),
  /** Of a total that is a text. */
  currency: z.string().optional(),
  date: z.string().optional(),
  purchasedOn: z.string().optional(),
  company: z.string().optional(),
  vendor: z.string().optional(),
  issuer: z.string().optional(),
  address: z.string().optional(),
  invoiceNumber: z.string().optional(),
  invoice_number: z.string().optional(),
});

/**
 * Reads a truth file in the words of SROIE (`company`, `date` day first, `address`, `total`), of this project's samples
 * (`vendor`, `purchasedOn`, `total` in minor units), of e-invoices (`vendor`, `date`, `total`, `currency`, `invoiceNumber`) or of invoice2data (a list with `issuer`, `amount`, `date`).
 *
 * @throws ZodError when it is none of them.
 */
export function readTruth(json: unknown): Truth {
  const written = Written.parse(Array.isArray(json) ? json[0] : json);
  const total = totalOf(written);
  const date = dayOf(written.purchasedOn ?? written.date);
  const vendor = written.vendor ?? written.company ?? written.issuer;
  const invoiceNumber = written.invoiceNumber ?? written.invoice_number;
  const currency = typeof written.total === 'object' ? written.total.currency : written.currency;
  return {
    ...(total !== undefined && { total }),
    ...(currency !== undefined && { currency }),
    ...(date !== undefined && { date }),
    ...(vendor && { vendor }),
    ...(written.address && { address: written.address }),
    ...(invoiceNumber && { invoiceNumber }),
  };
}

function totalOf({ total, amount }: z.infer<typeof Written>): string | undefined {
  if (typeof total === 'object') return formatDecimal(money(total.amountMinor, total.currency)).replace('-', '');
  if (amount !== undefined) return amount.toFixed(2);
  return total === undefined ? undefined : readPrintedAmount(total)?.decimal;
}

/** A written day; where two orders are possible, day first. */
function dayOf(text: string | undefined): string | undefined {
  const byOrder = text === undefined ? undefined : findPrintedDates(text, new Date().getUTCFullYear())[0]?.byOrder;
  return byOrder?.DMY ?? byOrder?.MDY ?? byOrder?.YMD;
}
