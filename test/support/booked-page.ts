import { toExpenseDocument } from 'laptop-cloud/textract/response/expense-document';
import { tagPage } from 'laptop-cloud/textract/tagger/tag-page';
import { formatDecimal } from '../../lambdas/core/ground/money.ts';
import { structureExpense } from '../../lambdas/core/reading/structure-expense.ts';
import { aTypedPage } from './typed-page.ts';

/** What is made of typed pages that the laptop's tagger reads first and the functions after it, for a person with a plan. */
export function bookedPages(
  pages: readonly string[],
  { locale, currency }: { readonly locale: string; readonly currency: string },
) {
  const documents = pages.map((text, index) => {
    const page = aTypedPage(text);
    return toExpenseDocument(page, tagPage(page, 2026), index + 1, 'seed');
  });
  const { status, total, reasons, lineItems, purchasedOn, invoiceNumber } = structureExpense(documents, {
    locale,
    currency,
    today: '2026-11-29',
  });
  return {
    status,
    total: total && `${formatDecimal(total)} ${total.currency}`,
    reasons,
    lineItems,
    purchasedOn,
    invoiceNumber,
  };
}

/** "54.00 CHF" of a page that can be trusted, "review" of one that a person has to look at. */
export function outcomeOf(pages: string | readonly string[], locale: string, currency: string): string {
  const { status, total } = bookedPages([pages].flat(), { locale, currency });
  return status === 'completed' ? String(total) : 'review';
}
