import type { AlertCause } from '../alert/alert-cause.ts';
import { formatMoney } from '../ground/money.ts';
import { attentionTitle } from './attention-text.ts';
import type { BudgetStanding } from './budget-standing.ts';
import { daysToGo, plainPeriod, shortLine } from './budget-text.ts';
import { dueLine } from './due-text.ts';
import { smsParts, toGsm7 } from './gsm7.ts';
import type { MessageContent } from './message-content.ts';
import { unsubscribedTitle } from './unsubscribed-text.ts';

export interface SmsOptions {
  /** Percentages instead of amounts. */
  readonly hideAmounts: boolean;
  /** Whether the phone is the only way to tell of documents that need somebody; else it is left in peace. */
  readonly tellsAttention: boolean;
}

const MOST_PARTS = 3;
const MOST_BUDGETS = 3;
const MOST_DUE = 3;
/** As reasons write it: `43.20 USD`. */
const AMOUNT = /-?\d+(\.\d+)? [A-Z]{3}\b/g;

/** Writes what a window holds as one text message in GSM-7; undefined when a phone is not bothered with it. */
export function smsText(content: MessageContent, { hideAmounts, tellsAttention }: SmsOptions): string | undefined {
  const budgets = budgetsText(content, hideAmounts);
  const others = [
    dueText(content, hideAmounts),
    tellsAttention ? attentionText(content, hideAmounts) : undefined,
    ...(content.unsubscribed ?? []).map(
      (address) => `${unsubscribedTitle(address)}; drop the plan again to have it back.`,
    ),
  ]
    .filter((text) => text !== undefined)
    .map(toGsm7);
  if (others.length === 0) return budgets;
  return cut([budgets ?? 'Spendwire:', ...others].join(' '));
}

function dueText({ due, locale }: MessageContent, hideAmounts: boolean): string | undefined {
  if (due.length === 0) return undefined;
  const more = due.length > MOST_DUE ? ` and ${due.length - MOST_DUE} more` : '';
  const shown = due.slice(0, MOST_DUE).map((invoice) => dueLine(invoice, locale, hideAmounts));
  return `${shown.join('; ')}${more}.`;
}

function attentionText({ attention: [first, ...more] }: MessageContent, hideAmounts: boolean): string | undefined {
  if (!first) return undefined;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  const reason = hideAmounts ? first.reason.replace(AMOUNT, '***') : first.reason;
  return `${attentionTitle(first)}${others}. ${reason}`;
}

function budgetsText({ budgets, causes, locale }: MessageContent, hideAmounts: boolean): string | undefined {
  const [first] = budgets;
  if (!first) return undefined;
  // Where all have the same period it is said once, at the end; else each says its own.
  const isCommon = budgets.every((standing) => periodOf(standing) === periodOf(first));
  const lines = budgets.map(
    (standing) => `${shortLine(standing, locale, hideAmounts)}${isCommon ? '' : `, ${periodOf(standing)}`}`,
  );
  const tail = isCommon ? ` ${periodOf(first)}.` : '';
  const whole = toGsm7(`Spendwire: ${lines.join('; ')}.${tail}${by(causes.at(-1), locale, hideAmounts)}`);
  if (smsParts(whole) === 1) return whole;
  const short = toGsm7(`Spendwire: ${lines.join('; ')}.${tail}`);
  if (smsParts(short) <= MOST_PARTS) return short;
  const shown = lines.slice(0, MOST_BUDGETS);
  const more = lines.length > shown.length ? ` and ${lines.length - shown.length} more` : '';
  return cut(toGsm7(`Spendwire: ${shown.join('; ')}${more}.${tail}`));
}

/** `November 2026, 10 days to go`. */
const periodOf = (standing: BudgetStanding): string => `${plainPeriod(standing)}${daysToGo(standing)}`;

function by(cause: AlertCause | undefined, locale: string, hideAmounts: boolean): string {
  if (cause === undefined || cause.kind === 'schedule') return '';
  if (cause.kind === 'plan') return ' Plan changed.';
  if (cause.kind === 'rates') return ' New exchange rates.';
  return ` By ${cause.vendor ?? 'receipt'}${hideAmounts || !cause.total ? '' : ` ${formatMoney(cause.total, locale)}`}.`;
}

/** A reason may be long; what does not fit is in the report. */
function cut(text: string): string {
  let kept = text;
  while (smsParts(kept) > MOST_PARTS) kept = `${kept.slice(0, -4).trimEnd()}...`;
  return kept;
}
