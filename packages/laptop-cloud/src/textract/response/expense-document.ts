import type { ExpenseDetection, ExpenseDocument, ExpenseField, LineItemFields } from '@aws-sdk/client-textract';
import type { PageText } from '../ocr/text-line.ts';
import type { LocatedText, TaggedField, TaggedPage } from '../tagger/tagged-page.ts';
import { percent, stableId, toBlocks } from './blocks.ts';
import { boxOfSpan, geometryOf } from './geometry.ts';

// The service also gives a party's parts in groups, with the type's bare name.
const PARTY_FIELD = /^(VENDOR|RECEIVER)_(NAME|ADDRESS)$/;

/**
 * Writes one page in AnalyzeExpense's format, one `ExpenseDocument` a page as the service does.
 * https://docs.aws.amazon.com/textract/latest/dg/expensedocuments.html
 *
 * @param pageNumber Counted from 1; also the document's index.
 * @param seed Makes the ids: the same seed gives the same ones.
 */
export function toExpenseDocument(
  page: PageText,
  tagged: TaggedPage,
  pageNumber: number,
  seed: string,
): ExpenseDocument {
  const write = (field: TaggedField<string>) => toExpenseField(field, page, pageNumber);
  const groups = tagged.summary.flatMap((field) => groupField(field, page, pageNumber, seed));
  const lineItems = tagged.lineItems.map((fields): LineItemFields => ({ LineItemExpenseFields: fields.map(write) }));
  return {
    ExpenseIndex: pageNumber,
    SummaryFields: [...groups, ...tagged.summary.map(write)],
    LineItemGroups: lineItems.length > 0 ? [{ LineItemGroupIndex: 1, LineItems: lineItems }] : [],
    Blocks: toBlocks(page, pageNumber, seed),
  };
}

function toExpenseField(field: TaggedField<string>, page: PageText, pageNumber: number): ExpenseField {
  const { type, confidence, label, value, currency } = field;
  return {
    Type: { Text: type, Confidence: percent(confidence) },
    ...(label ? { LabelDetection: toDetection(label, page) } : {}),
    ValueDetection: toDetection(value, page),
    PageNumber: pageNumber,
    ...(currency ? { Currency: { Code: currency.code, Confidence: percent(currency.confidence) } } : {}),
  };
}

/** The same party field once more with its group, as `NAME` of `VENDOR`. */
function groupField(field: TaggedField, page: PageText, pageNumber: number, seed: string): ExpenseField[] {
  const [, party, part] = PARTY_FIELD.exec(field.type) ?? [];
  if (party === undefined || part === undefined) return [];
  const group = { Types: [party], Id: stableId(`${seed}/${pageNumber}/${party}`) };
  return [{ ...toExpenseField({ ...field, type: part }, page, pageNumber), GroupProperties: [group] }];
}

const toDetection = ({ text, spans, confidence }: LocatedText, page: PageText): ExpenseDetection => ({
  Text: text,
  Geometry: geometryOf(spans.map(boxOfSpan), page),
  Confidence: percent(confidence),
});
