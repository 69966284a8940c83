import type { Expense } from '../../lambdas/adapters/expense-store.ts';
import { formatDecimal, type Money, money } from '../../lambdas/core/ground/money.ts';
import type { DocumentView } from '../document-view.ts';
import type { Report, ReportedBudget, ReportedSum } from './report.ts';

/** A report for programs; `docs/how-to/report.md` documents the shape. Fields are added to it, never changed. */
export function reportJson(report: Report): object {
  const { userId, person, period, category, budgets, expenses, byCategory, byMerchant, attention, documents } = report;
  return {
    user: userId,
    name: person?.name ?? null,
    planInForce: person?.isActive ?? false,
    from: period.start,
    to: period.end,
    category: category ?? null,
    budgets: budgets.map(budgetJson),
    expenses: expenses.map(expenseJson),
    byCategory: byCategory.map(sumJson('category')),
    byMerchant: byMerchant.map(sumJson('merchant')),
    openInvoices: report.openInvoices.map(({ documentId, dueOn, amountDue, vendor, instalment }) => ({
      documentId,
      dueOn,
      amountDue: moneyJson(amountDue),
      merchant: vendor ?? null,
      instalment: instalment ?? null,
    })),
    attention: attention.map(documentJson),
    ...(documents ? { documents: documents.map(documentJson) } : {}),
    messages: report.messages.map(({ sentAt, protocol, address, outcome, contactStatus, subject, error }) => ({
      sentAt,
      protocol,
      address,
      outcome,
      contactStatus,
      subject,
      error: error ?? null,
    })),
  };
}

const expenseJson = (expense: Expense) => ({
  date: expense.date,
  merchant: expense.vendor ?? null,
  merchantIsSure: expense.vendor !== undefined && !expense.isVendorUnsure,
  category: expense.category,
  categoryBy: expense.categoryBy ?? null,
  categoryBecause: expense.categoryBecause ?? null,
  amount: moneyJson(money(expense.amountMinor, expense.currency)),
  invoiceNumber: expense.invoiceNumber ?? null,
  documentId: expense.documentId,
  // Of the whole document.
  tip: expense.tip ? moneyJson(expense.tip) : null,
  serviceCharge: expense.serviceCharge ? moneyJson(expense.serviceCharge) : null,
  discount: expense.discount ? moneyJson(expense.discount) : null,
  dueOn: expense.dueOn ?? null,
  amountDue: expense.amountDue ? moneyJson(expense.amountDue) : null,
  instalments: expense.instalments?.map((due) => ({ ...due, amountDue: moneyJson(due.amountDue) })) ?? null,
  paid: expense.isPaid ?? false,
  paidOn: expense.paidOn ?? null,
  itemsComplete: expense.itemsComplete ?? null,
  itemsRemark: expense.itemsRemark ?? null,
});

const moneyJson = (amount: Money) => ({
  decimal: formatDecimal(amount),
  minor: amount.amountMinor,
  currency: amount.currency,
});

const budgetJson = (budget: ReportedBudget) => {
  const { category, categories, name, period, dates, limit, carried, spent, percent, apart, thresholds, pace } = budget;
  return {
    category,
    categories: categories ?? null,
    name: name ?? null,
    period,
    from: dates.start,
    to: dates.end,
    limit: moneyJson(limit),
    carried: moneyJson(carried),
    spent: moneyJson(spent),
    converted: budget.isConverted,
    percent: percent ?? null,
    apart: apart.map(moneyJson),
    thresholds: thresholds.filter((each) => typeof each === 'number'),
    amountThresholds: thresholds
      .filter((each) => typeof each !== 'number')
      .map(({ amountMinor }) => moneyJson(money(amountMinor, limit.currency))),
    forecast: budget.forecast,
    pace: pace
      ? {
          daysLeft: pace.daysLeft,
          even: moneyJson(money(pace.evenMinor, limit.currency)),
          projected: moneyJson(money(pace.projectedMinor, limit.currency)),
        }
      : null,
  };
};

const sumJson =
  (field: 'category' | 'merchant') =>
  ({ name, amount, isConverted, expenses }: ReportedSum) => ({
    [field]: name,
    amount: moneyJson(amount),
    converted: isConverted,
    expenses,
  });

const documentJson = ({ documentId, object, status, uploadedAt, code, reason, validationErrors }: DocumentView) => ({
  documentId,
  object,
  status,
  uploadedAt,
  code: code ?? null,
  reason: reason ?? null,
  validationErrors: validationErrors ?? [],
});
