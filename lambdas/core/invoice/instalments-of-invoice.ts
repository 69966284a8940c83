import type { Invoice } from 'e-invoices/invoice';
import { instalmentsOf } from '../due/instalments.ts';
import { type Money, money } from '../ground/money.ts';
import type { Due } from '../reading/due.ts';

/**
 * How what an invoice takes falls due, where its terms of payment name days and amounts. What they leave open falls due on
 * the one day that they name without an amount; what has no day at all is no instalment.
 *
 * @param moneyOf Reads an amount of the invoice; undefined where it is none in its currency.
 * @param owed What is to be paid in all.
 */
export function instalmentsOfInvoice(
  { payments = [], dueDate }: Pick<Invoice, 'payments' | 'dueDate'>,
  owed: Money | undefined,
  moneyOf: (amount: string | undefined) => Money | undefined,
): readonly Due[] | undefined {
  if (owed === undefined || payments.length === 0) return undefined;
  const parts = payments.flatMap((payment): Due[] => {
    const amountDue = moneyOf(payment.amount);
    return payment.dueDate === undefined || amountDue === undefined ? [] : [{ dueOn: payment.dueDate, amountDue }];
  });
  const known = new Set(parts.map(({ dueOn }) => dueOn));
  const days = [...payments.map((payment) => payment.dueDate), dueDate].filter((day) => day !== undefined);
  const [open, ...others] = new Set(days.filter((day) => !known.has(day)));
  if (others.length > 0) return undefined;
  const left = owed.amountMinor - payments.reduce((sum, { amount }) => sum + (moneyOf(amount)?.amountMinor ?? 0), 0);
  const rest = open !== undefined && left > 0 ? [{ dueOn: open, amountDue: money(left, owed.currency) }] : [];
  return instalmentsOf([...parts, ...rest], owed);
}
