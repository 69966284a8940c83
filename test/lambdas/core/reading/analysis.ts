import type { ExpenseDocument, ExpenseField } from '@aws-sdk/client-textract';

/** A summary field: its type, what is printed, and where it matters the label, the confidence and the page. */
export interface FieldOf {
  readonly type: string;
  readonly text: string;
  readonly label?: string;
  readonly confidence?: number;
  readonly page?: number;
  readonly currency?: string;
  /** Who it is about: `VENDOR`, `RECEIVER`. */
  readonly group?: string;
}

/** An item: its words, its price as printed, and a quantity and a price of one where printed. */
export type ItemOf = readonly [description: string, price?: string, quantity?: string, unitPrice?: string];

/** A document of an analysis as Textract answers it; pass only what the test is about. */
export function aDocument({
  fields = [],
  items = [],
  lines = [],
}: {
  readonly fields?: readonly FieldOf[];
  readonly items?: readonly ItemOf[];
  readonly lines?: readonly string[];
}): ExpenseDocument {
  const typed = (type: string, text: string | undefined): ExpenseField[] =>
    text === undefined ? [] : [aField({ type, text })];
  return {
    ExpenseIndex: 1,
    SummaryFields: fields.map(aField),
    LineItemGroups: [
      {
        LineItemGroupIndex: 1,
        LineItems: items.map(([description, price, quantity, unitPrice]) => ({
          LineItemExpenseFields: [
            ...typed('ITEM', description),
            ...typed('PRICE', price),
            ...typed('QUANTITY', quantity),
            ...typed('UNIT_PRICE', unitPrice),
          ],
        })),
      },
    ],
    Blocks: lines.map((text) => ({ BlockType: 'LINE', Text: text })),
  };
}

function aField({ type, text, label, confidence = 99, page = 1, currency, group }: FieldOf): ExpenseField {
  return {
    Type: { Text: type, Confidence: confidence },
    ValueDetection: { Text: text, Confidence: confidence },
    PageNumber: page,
    ...(label !== undefined && { LabelDetection: { Text: label, Confidence: confidence } }),
    ...(group !== undefined && { GroupProperties: [{ Id: '1', Types: [group] }] }),
    ...(currency !== undefined && { Currency: { Code: currency } }),
  };
}
