import { formatDecimal, money } from '../../lambdas/core/ground/money.ts';
import { shownVendor } from '../../lambdas/core/ledger/shown-vendor.ts';
import type { Report } from './report.ts';

const COLUMNS = ['date', 'merchant', 'category', 'amount', 'currency', 'invoice_number', 'document_id'] as const;

/**
 * The expenses of a report as CSV (RFC 4180: comma, CRLF, quotes where needed), one line each, newest first. Amounts
 * are plain decimals with a point, negative for a refund.
 */
export function reportCsv({ expenses }: Pick<Report, 'expenses'>): string {
  const rows = expenses.map(
    ({ date, vendor, isVendorUnsure = false, category, amountMinor, currency, invoiceNumber = '', documentId }) => [
      date,
      harmless(shownVendor({ ...(vendor === undefined ? {} : { vendor }), isVendorUnsure }) ?? ''),
      category,
      formatDecimal(money(amountMinor, currency)),
      currency,
      harmless(invoiceNumber),
      documentId,
    ],
  );
  return [COLUMNS, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** Text of a receipt must not run as a formula in a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
