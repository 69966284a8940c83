import type { ExpenseDocument, ExpenseField } from '@aws-sdk/client-textract';
import { onOneLine } from 'printed-text/plain-text';
import type { Candidate } from './structured-expense.ts';

/** One summary field of an analysis, flat. */
export interface PrintedField {
  /** Textract's type, such as `TOTAL`; `OTHER` where it only found a label and a value. */
  readonly type: string;
  readonly label?: string;
  /** The value as printed; may have several lines. */
  readonly text: string;
  /** The lower one of the type's and the value's confidence, 0 to 100. */
  readonly confidence: number;
  /** How surely the value was read, 0 to 100, whatever its type; undefined where the analysis does not say. */
  readonly legibility?: number;
  readonly page: number;
  /** Textract's own guess of the currency. */
  readonly currencyCode?: string;
  /** Who the field is about, where Textract says so: `VENDOR`, `RECEIVER` … */
  readonly groups: readonly string[];
  /** Where the value stands on its page, in thousandths; the same print tagged twice has the same place. */
  readonly place?: string;
}

/** The summary fields of every document of an analysis, in the order given. Fields without a value are left out. */
export function readFields(documents: readonly ExpenseDocument[]): PrintedField[] {
  return documents.flatMap(({ SummaryFields = [] }) => SummaryFields.map(readField)).filter(({ text }) => text !== '');
}

function readField(field: ExpenseField): PrintedField {
  const { Type, LabelDetection, ValueDetection, PageNumber, Currency, GroupProperties = [] } = field;
  const label = onOneLine(LabelDetection?.Text ?? '');
  const box = ValueDetection?.Geometry?.BoundingBox;
  const place = box && [box.Left, box.Top].map((part) => Math.round((part ?? 0) * 1000)).join(',');
  return {
    type: Type?.Text ?? 'OTHER',
    text: (ValueDetection?.Text ?? '').trim(),
    confidence: Math.min(Type?.Confidence ?? 100, ValueDetection?.Confidence ?? 100),
    page: PageNumber ?? 1,
    groups: GroupProperties.flatMap(({ Types = [] }) => Types),
    ...(ValueDetection?.Confidence !== undefined && { legibility: ValueDetection.Confidence }),
    ...(label !== '' && { label }),
    ...(Currency?.Code !== undefined && { currencyCode: Currency.Code }),
    ...(place !== undefined && { place }),
  };
}

/** Every line of text that the analysis holds: labels, values, items, and the lines of its blocks where given. */
export function readLines(documents: readonly ExpenseDocument[]): string[] {
  return documents.flatMap(({ SummaryFields = [], LineItemGroups = [], Blocks = [] }) => {
    const lines = Blocks.filter(({ BlockType }) => BlockType === 'LINE').map(({ Text = '' }) => Text);
    if (lines.length > 0) return lines;
    const items = LineItemGroups.flatMap(({ LineItems = [] }) =>
      LineItems.flatMap(({ LineItemExpenseFields = [] }) => LineItemExpenseFields),
    );
    return [...SummaryFields, ...items].flatMap(({ LabelDetection, ValueDetection }) =>
      `${LabelDetection?.Text ?? ''} ${ValueDetection?.Text ?? ''}`.trim().split('\n'),
    );
  });
}

/** A field as a candidate for review. */
export function toCandidate(field: PrintedField, value?: string): Candidate {
  return {
    text: onOneLine(field.text),
    confidence: Math.round(field.confidence * 10) / 10,
    page: field.page,
    ...(value !== undefined && { value }),
    ...(field.label !== undefined && { label: field.label }),
  };
}
