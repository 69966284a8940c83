import { givesFirmsNumber } from 'printed-text/party-name';
import { behindCustomerLabel, behindSellerLabel } from 'printed-text/party-words';
import { isName } from './header-name.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';
import { hasLegalForm, isStreet } from './vendor-evidence.ts';

/** The name in a block of rows below a heading for the seller, and whether an address or a firm's number stands in it. */
export interface SellerBlock {
  readonly name: string;
  /** Where the name stands. */
  readonly line: PrintedLine;
  readonly isFirm: boolean;
}

/** So many rows below its heading a block may have. */
const MOST_ROWS = 9;
/** How far the left edges of a column may be apart, as a share of the page's width. */
const EDGE = 0.02;
/** Lines of one name are this near, in heights of a line. */
const NEAR = 1.8;

/** Labels of the row with the name, in forms that label each row. */
const NAME_LABEL =
  /^(?:(?:firmen|company |business |trade )?name|firma|raison sociale|nom|denominazione|ragione sociale|raz[oó]n social|nombre|nome|naam|navn|namn|nazwa|n[aá]zev|n[eé]v|nimi)\s*[:：]?$/iu;
/** Labels of a number that stands before the name. */
const NUMBER_LABEL =
  /^(?:\p{L}+[ -]){0,2}(?:nummer|number|numero|num[eé]ro|n[uú]mero|nr|no|n[°º]|id|gln|gtin|code|kennung)(?!\p{L})[.:： -]*|^(?:gln|gtin|duns)\s*[:：]?\s*\d/iu;

/**
 * Looks below a heading such as "Seller" for the name: in the row labelled "Name:", else in the first line of the column that may
 * be one, after numbers. The block ends with the heading of another party.
 */
export function sellerBelow(heading: PrintedLine, lines: readonly PrintedLine[]): SellerBlock | undefined {
  const { box } = heading;
  if (!box) return undefined;
  const rows = rowsOfLines(lines.filter(({ page }) => page === heading.page));
  const start = rows.findIndex((row) => row.includes(heading));
  const block = rows.slice(start + 1, start + 1 + MOST_ROWS).map((row) => ({
    cells: row,
    first: row.find((cell) => cell.box && Math.abs(cell.box.left - box.left) < EDGE),
  }));
  const end = block.findIndex(({ first }) => first !== undefined && isOtherHeading(first.text));
  const own = end < 0 ? block : block.slice(0, end);
  const found = nameIn(own);
  if (!found) return undefined;
  const [line, ...rest] = found;
  const texts = own.flatMap(({ cells }) => cells.filter((cell) => isInColumn(cell, line as PrintedLine, heading)));
  const name = [line as PrintedLine, ...rest].map(({ text }) => text.replace(/^[\s:：]+/, '')).join(' ');
  return {
    name,
    line: line as PrintedLine,
    isFirm: hasLegalForm(name) || texts.some(({ text }) => isStreet(text) || givesFirmsNumber(text)),
  };
}

interface BlockRow {
  readonly cells: readonly PrintedLine[];
  /** The cell in the column of the heading. */
  readonly first: PrintedLine | undefined;
}

const isOtherHeading = (text: string): boolean =>
  behindCustomerLabel(text) !== undefined || behindSellerLabel(text)?.text === '';

/** The lines of the name: a name may be set in two, beside or below its label. */
function nameIn(rows: readonly BlockRow[]): readonly PrintedLine[] | undefined {
  const labelled = rows.findIndex(({ first }) => first !== undefined && NAME_LABEL.test(first.text));
  const row = rows[labelled];
  if (row?.first) {
    const value = row.cells[row.cells.indexOf(row.first) + 1];
    if (!value || !isName(value.text.replace(/^[\s:：]+/, ''))) return undefined;
    const above = rows[labelled - 1];
    const only = above?.first === undefined && above?.cells.length === 1 ? above.cells[0] : undefined;
    return only && isName(only.text) && areOneName(only, value) ? [only, value] : [value];
  }
  for (const { first, cells } of rows) {
    if (!first) continue;
    if (NUMBER_LABEL.test(first.text)) continue;
    const beside = cells[cells.indexOf(first) + 1];
    const isLabel = /[:：]\s*$/.test(first.text) || /^\s*[:：]/.test(beside?.text ?? '');
    return !isLabel && isName(first.text) && !isStreet(first.text) ? [first] : undefined;
  }
  return undefined;
}

/** Whether a line stands right above another one, at the same edge. */
const areOneName = ({ box: one }: PrintedLine, { box: other }: PrintedLine): boolean =>
  one !== undefined &&
  other !== undefined &&
  Math.abs(one.left - other.left) < EDGE &&
  other.top - one.top < NEAR * Math.max(one.height, other.height);

const isInColumn = (cell: PrintedLine, ...edges: readonly PrintedLine[]): boolean =>
  edges.some(({ box }) => box && cell.box && Math.abs(cell.box.left - box.left) < EDGE);
