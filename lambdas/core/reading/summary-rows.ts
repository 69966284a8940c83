import type { ExpenseDocument, LineItemFields } from '@aws-sdk/client-textract';
import { onOneLine } from 'printed-text/plain-text';
import type { PrintedField } from './expense-fields.ts';
import { isCashInHand, isOnlyLabel, roleOfLabel } from './label-role.ts';
import { type LabelRole, TOTALS } from './label-words.ts';

/** An analysis whose line items are goods, and what else stood among them. */
export interface Separated {
  readonly documents: readonly ExpenseDocument[];
  /** The rows that are a part of the summary, as `OTHER` fields. */
  readonly fields: readonly PrintedField[];
}

/** A total is no goods wherever it stands; "Change" may be, between goods, and a gift card at the end as well. */
const ANYWHERE: readonly (LabelRole | undefined)[] = [...TOTALS, 'subtotal', 'rounding'];
const AT_THE_END: readonly (LabelRole | undefined)[] = [...ANYWHERE, 'cash', 'change', 'refunded', 'tax', 'points'];

/**
 * Takes the rows out of the line items that are no goods: totals, and what was given and returned behind the last goods.
 * Goods and the change always add up to what was given, so that as an item the change would prove any payment to be the
 * total.
 *
 * @param known The fields of the summary: a row that says the same as a payment there is that payment.
 */
export function separateSummaryRows(documents: readonly ExpenseDocument[], known: readonly PrintedField[]): Separated {
  const fields: PrintedField[] = [];
  const payments = new Set(known.filter(({ label }) => isPayment(label)).map(({ label, text }) => `${label} ${text}`));
  const separated = documents.map((document, index): ExpenseDocument => {
    const groups = document.LineItemGroups ?? [];
    const rows = groups.flatMap(({ LineItems = [] }) => LineItems);
    const isSummary = (row: LineItemFields, isAtEnd: boolean): boolean => {
      const words = textOf(row, 'ITEM');
      const roles = isAtEnd ? AT_THE_END : ANYWHERE;
      const role = roleOfLabel(words);
      if (payments.has(`${words} ${textOf(row, 'PRICE')}`)) return true;
      return roles.includes(role) && isOnlyLabel(words) && (role !== 'cash' || isCashInHand(words));
    };
    const lastGoods = rows.findLastIndex((row) => !isSummary(row, true));
    const summary = new Set(rows.filter((row, place) => isSummary(row, place > lastGoods)));
    if (summary.size === 0) return document;
    fields.push(...[...summary].flatMap((row) => asField(row, document.ExpenseIndex ?? index + 1)));
    return {
      ...document,
      LineItemGroups: groups.map((group) => ({
        ...group,
        LineItems: (group.LineItems ?? []).filter((row) => !summary.has(row)),
      })),
    };
  });
  const said = new Set(known.map(keyOf));
  return { documents: separated, fields: fields.filter((field) => !said.has(keyOf(field))) };
}

const isPayment = (label: string | undefined): boolean =>
  ['cash', 'change', 'refunded'].includes(roleOfLabel(label) ?? '');

const keyOf = ({ label, text }: PrintedField): string => `${roleOfLabel(label)} ${text.replace(/[^\d.,-]/g, '')}`;

function asField(row: LineItemFields, page: number): PrintedField[] {
  const price = row.LineItemExpenseFields?.find(({ Type }) => Type?.Text === 'PRICE');
  const [label, text] = [textOf(row, 'ITEM'), textOf(row, 'PRICE')];
  if (label === '' || text === '') return [];
  return [{ type: 'OTHER', label, text, confidence: price?.ValueDetection?.Confidence ?? 90, page, groups: [] }];
}

const textOf = ({ LineItemExpenseFields = [] }: LineItemFields, type: string): string =>
  onOneLine(LineItemExpenseFields.find(({ Type }) => Type?.Text === type)?.ValueDetection?.Text ?? '');
