import type { AlertCause, ExpenseCause } from '../alert/alert-cause.ts';
import { formatMoney } from '../ground/money.ts';
import { withoutControls } from '../ground/plain-controls.ts';
import { attentionLines, attentionTitle } from './attention-text.ts';
import { budgetLines, headline, plainPeriod, titleOf } from './budget-text.ts';
import { categoryChart } from './category-chart.ts';
import { dayText } from './day-text.ts';
import { dueLines, dueTitle } from './due-text.ts';
import { toSubject } from './gsm7.ts';
import type { MessageContent } from './message-content.ts';
import { unsubscribedLines, unsubscribedTitle } from './unsubscribed-text.ts';

/** An e-mail in plain text; the subject is ASCII of at most 99 characters. */
export interface Email {
  readonly subject: string;
  readonly body: string;
}

/** A burst may leave hundreds of files that need somebody; a mail names some of them and counts the rest. */
const MOST_ATTENTION = 20;
const MOST_DUE = 20;
const MOST_CAUSES = 3;

/** Writes everything that a window holds for a contact as one e-mail; undefined when there is nothing to say. */
export function emailText(content: MessageContent): Email | undefined {
  const { name, locale, budgets, due, attention, digests, unsubscribed = [], remarks } = content;
  const paragraphs = [
    ...budgets.map((budget) => budgetLines(budget, locale)),
    ...(budgets.length > 0 ? [chart(content), because(content)] : []),
    ...due.slice(0, MOST_DUE).map((invoice) => dueLines(invoice, locale)),
    ...(due.length > MOST_DUE ? [[`and ${due.length - MOST_DUE} more invoices to pay`]] : []),
    ...attention.slice(0, MOST_ATTENTION).map((document) => attentionLines(document, locale)),
    ...(attention.length > MOST_ATTENTION ? [[`and ${attention.length - MOST_ATTENTION} more documents`]] : []),
    ...digests.map(({ title, lines }) => [title, ...lines]),
    ...unsubscribed.map(unsubscribedLines),
    [...remarks],
  ].filter(({ length }) => length > 0);
  const subject = subjectOf(content);
  if (subject === undefined) return undefined;
  return {
    subject: toSubject(subject),
    body: withoutControls(
      [`Hello ${name},`, ...paragraphs.map((lines) => lines.join('\n')), 'Spendwire'].join('\n\n').concat('\n'),
    ),
  };
}

function subjectOf({
  budgets,
  due,
  attention,
  digests,
  unsubscribed = [],
  locale,
}: MessageContent): string | undefined {
  const titles = [
    ...budgets.map((budget) => `${titleOf(budget)}: ${headline(budget, locale)} for ${plainPeriod(budget)}`),
    ...due.map((invoice) => dueTitle(invoice, locale)),
    ...attention.map(attentionTitle),
    ...digests.map(({ title }) => title),
    ...unsubscribed.map(unsubscribedTitle),
  ];
  const [first] = titles;
  return first === undefined || titles.length === 1 ? first : `${first} and ${titles.length - 1} more`;
}

function chart({ budgets, topCategories, locale }: MessageContent): string[] {
  const [first] = budgets;
  if (!first || topCategories.length < 2) return [];
  return [`Where it went, ${first.period}:`, ...categoryChart(topCategories, locale)];
}

/** The latest first; a burst of receipts is named by its last few. */
function because({ causes, locale }: MessageContent): string[] {
  const texts = [...new Set([...causes].reverse().map((cause) => causeText(cause, locale)))];
  const shown = texts.slice(0, MOST_CAUSES).join('; ');
  const more = texts.length > MOST_CAUSES ? ` and ${texts.length - MOST_CAUSES} more` : '';
  return texts.length === 0 ? [] : [`Set off by ${shown}${more}.`];
}

function causeText(cause: AlertCause, locale: string): string {
  if (cause.kind === 'plan') return 'a change of your plan';
  if (cause.kind === 'rates') return 'new exchange rates';
  if (cause.kind === 'schedule') return 'the daily look ahead';
  const remark = cause.itemsRemark === undefined ? '' : ` (${cause.itemsRemark})`;
  const total = cause.total ? `, ${formatMoney(cause.total, locale)}` : '';
  return `${cause.vendor ?? 'a receipt'}${total}${dueText(cause, locale)}${remark}`;
}

function dueText({ dueOn, amountDue }: Pick<ExpenseCause, 'dueOn' | 'amountDue'>, locale: string): string {
  if (dueOn === undefined) return '';
  return `, ${amountDue ? `${formatMoney(amountDue, locale)} of it ` : ''}due ${dayText(dueOn, locale)}`;
}
