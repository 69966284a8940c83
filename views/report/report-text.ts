import pc from 'picocolors';
import { describePeriod, MONTHLY, monthOf, type Period } from '../../lambdas/core/budget/period.ts';
import { correctionHint } from '../../lambdas/core/correction/correction-hint.ts';
import { vendorOfDue } from '../../lambdas/core/due/open-invoice.ts';
import { formatMoney, money } from '../../lambdas/core/ground/money.ts';
import { shownVendor } from '../../lambdas/core/ledger/shown-vendor.ts';
import type { Notification } from '../../lambdas/core/message/notification.ts';
import { BY_BEDROCK, type DocumentView, reasonsOf } from '../document-view.ts';
import { localTime } from '../local-time.ts';
import { paymentText } from '../payment-text.ts';
import { fileName, fitted, printable, wrapped } from '../text.ts';
import { budgetLines, commonPeriod, isOver } from './budget-lines.ts';
import type { Report } from './report.ts';
import { sumLines } from './sum-lines.ts';

const WIDTH = 100;
/** Rows of a list that grows without end; `--format json` has all of them. */
const MOST_ROWS = 15;

/** A report as a person reads it in a terminal of 100 columns. */
export function reportText(report: Report): string[] {
  const { userId, person, period, locale, category, budgets, documents } = report;
  const common = commonPeriod(budgets);
  const of = category === undefined ? '' : `, ${category} only`;
  const parts = [
    [
      pc.bold(printable(person?.name ?? userId)) + pc.dim(`  ${describeDays(period, locale)}${of}`),
      ...planLines(report),
    ],
    titled(
      `Budgets${common ? `, ${describePeriod(common, common.dates, locale)}${isOver(common, report.today) ? ': over, so they do not alert' : ''}` : ''}`,
      budgetLines(report),
    ),
    titled('By category', sumLines(report.byCategory, locale)),
    titled('By merchant', sumLines(report.byMerchant, locale, MOST_ROWS)),
    titled('Expenses', expenseLines(report)),
    titled('To pay', openInvoiceLines(report)),
    documents ? titled('Files with that status', documentLines(documents)) : [],
    titled('Needs you', attentionLines(report)),
    titled('Messages', messageLines(report)),
  ];
  return parts.flatMap((part, index) => (part.length > 0 && index > 0 ? ['', ...part] : part));
}

/** `November 2026`, or the two days where it is no whole month. */
export function describeDays(period: Period, locale: string): string {
  const month = monthOf(period.start);
  return month.start === period.start && month.end === period.end
    ? describePeriod(MONTHLY, period, locale)
    : `${period.start} to ${period.end}`;
}

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [pc.bold(title), ...lines] : [];

function planLines({ userId, person }: Report): string[] {
  if (person?.isActive) return [];
  const what = person ? `the plan ended when ${person.plan.key} was deleted` : 'there is no plan';
  return [`  ${pc.yellow(`${what}: nothing is checked; drop budgets/${userId}.yaml`)}`];
}

function expenseLines({ expenses, locale, period, latestExpenseOn }: Report): string[] {
  if (expenses.length === 0) {
    const latest = latestExpenseOn
      ? `; the latest is of ${latestExpenseOn}: --month ${latestExpenseOn.slice(0, 7)}`
      : '';
    return [`  none from ${period.start} to ${period.end}${latest}`];
  }
  const told = new Set<string>();
  return expenses.flatMap((expense) => {
    const { date, category, categoryBy, amountMinor, currency, documentId, itemsRemark } = expense;
    const proposed = categoryBy === 'bedrock' ? BY_BEDROCK : undefined;
    const remarks = [paymentText(expense, locale), itemsRemark, proposed].filter((remark) => remark !== undefined);
    const amount = formatMoney(money(amountMinor, currency), locale);
    const merchant = fitted(shownVendor(expense) ?? 'unknown merchant', 44);
    // Once for a document that is booked in several categories.
    const isNew = !told.has(documentId);
    told.add(documentId);
    return [
      `  ${pc.dim(date)}  ${merchant}  ${fitted(category, 20)} ${amount.padStart(17)}`,
      ...(isNew ? remarks.map((remark) => `              ${pc.dim(printable(remark))}`) : []),
    ];
  });
}

function openInvoiceLines({ openInvoices, userId, locale, today }: Report): string[] {
  const shown = openInvoices.slice(0, MOST_ROWS);
  const more = openInvoices.length - shown.length;
  return [
    ...shown.map((invoice) => {
      const { dueOn, amountDue, documentId } = invoice;
      const day = dueOn < today ? pc.yellow(dueOn) : pc.dim(dueOn);
      const amount = formatMoney(amountDue, locale).padStart(17);
      return `  ${day}  ${fitted(vendorOfDue(invoice, 'unknown merchant'), 38)} ${amount}  ${pc.dim(documentId)}`;
    }),
    ...(more > 0 ? [pc.dim(`  and ${more} more; --format json lists all`)] : []),
    ...(shown.length > 0
      ? wrapped(`say what is paid with paid: true in corrections/${userId}/DOCUMENT.yaml`, WIDTH, '  ')
      : []),
  ];
}

function attentionLines({ userId, attention }: Report): string[] {
  const [first, ...more] = attention.filter(
    (view) => view.status === 'needs_review' && correctionHint({ ...view, userId }) !== undefined,
  );
  // One to settle is named by its id; of several, each has its own above.
  const waiting = first && more.length === 0 ? { ...first, userId } : { userId, documentId: 'DOCUMENT' };
  return [
    ...documentLines(attention.slice(0, MOST_ROWS), attention.length),
    ...(first ? wrapped(`do as the reason says, ${correctionHint(waiting)}`, WIDTH, '  ') : []),
  ];
}

function documentLines(documents: readonly DocumentView[], of = documents.length): string[] {
  const more = of - documents.length;
  return [
    ...documents.flatMap((view) => [
      `  ${fitted(fileName(view.key), 44).trimEnd()}  ${pc.bold(view.status.replace('_', ' '))}  ` +
        pc.dim(`${view.uploadedAt.slice(0, 10)}  ${view.documentId}`),
      ...reasonsOf(view).flatMap((line) => wrapped(line, WIDTH, '    ')),
    ]),
    ...(more > 0 ? [pc.dim(`  and ${more} more; --format json lists all`)] : []),
  ];
}

function messageLines({ messages, timeZone }: Report): string[] {
  const toOf = ({ protocol, address }: Notification) => `${protocol === 'sms' ? 'SMS' : 'e-mail'} ${address}`;
  const width = Math.min(36, Math.max(0, ...messages.map((message) => toOf(message).length)));
  return messages.map((message) => {
    const subject = fitted(message.subject, 68 - width).trimEnd();
    const head = `  ${pc.dim(localTime(message.sentAt, timeZone))}  ${fitted(toOf(message), width)}  ${outcome(message)}`;
    return `${head}  ${subject}${message.error ? `\n${wrapped(message.error, WIDTH, '    ').join('\n')}` : ''}`;
  });
}

/** SNS tells acceptance only; a mailbox that had not confirmed by then did not get the message. */
function outcome({ outcome: answer, contactStatus }: Notification): string {
  if (answer === 'failed') return pc.red('failed  ');
  return contactStatus === 'confirmed' ? pc.green('accepted') : pc.yellow(contactStatus.padEnd(8));
}
