import { showsCents } from 'printed-text/amount-marks';
import { squashLetters } from 'printed-text/letters';
import { type HeaderLine, headerLines, lineBelow } from '../layout/header-lines.ts';
import type { Cell, PageLayout } from '../layout/page-layout.ts';
import { type AddressBlock, findAddress } from './find-address.ts';
import { findVendor, type VendorName } from './find-vendor.ts';
import { isParticulars, RECEIVER_LABEL } from './header-words.ts';
import { locateCells, locatePart } from './located-text.ts';
import { pageWords, withRepairedWords } from './repair-words.ts';
import type { TaggedField } from './tagged-page.ts';

const RECEIVER_LINES = 6;
const WIDEST_GAP = 2.2;

/** The sender and, where a label introduces it, the receiver: names and addresses. */
export function tagParties(layout: PageLayout, firstTotalRow: number): TaggedField[] {
  const printed = headerLines(layout);
  const words = pageWords(printed);
  // Names and addresses stand above the total; what is below it need not be read so closely.
  const lines = printed.map((line) => (line.row.index <= firstTotalRow ? withRepairedWords(line, words) : line));
  const address = findAddress(lines, firstTotalRow);
  const vendor = findVendor(lines, layout.lineHeight, address);
  const vendorFields: TaggedField[] = [];
  if (vendor && vendor.text !== '') {
    const cells = vendor.lines.flatMap(({ cells }) => cells);
    const value = locateCells(cells, vendor.text);
    vendorFields.push({ type: 'VENDOR_NAME', confidence: vendor.confidence, value });
  }
  if (address) vendorFields.push(addressField(withoutName(address, vendor)));
  return [...vendorFields, ...tagReceiver(lines)];
}

/** Lines of the name are no part of the address, unless nothing else is left. */
function withoutName(address: AddressBlock, vendor: VendorName | undefined): AddressBlock {
  const texts = address.text.split('\n');
  const isName = (line: HeaderLine, index: number) =>
    vendor?.lines.includes(line) === true && squashLetters(vendor.text).includes(squashLetters(texts[index] ?? ''));
  const kept = address.lines.filter((line, index) => !isName(line, index));
  if (kept.length === 0 || kept.length === address.lines.length) return address;
  return {
    ...address,
    lines: kept,
    text: texts.filter((_, index) => kept.includes(address.lines[index] as HeaderLine)).join('\n'),
  };
}

function addressField({ lines, text, score }: AddressBlock): TaggedField {
  const value = locateCells(cellsOf(lines), text);
  return { type: 'VENDOR_ADDRESS', confidence: Math.min(0.99, 0.6 + 0.05 * score), value };
}

const cellsOf = (lines: readonly HeaderLine[]): Cell[] => lines.flatMap(({ cells }) => cells);

/** The lines behind or below "Bill to:": the first is the name, the others are the address. */
function tagReceiver(lines: readonly HeaderLine[]): TaggedField[] {
  const line = lines.find(({ text }) => RECEIVER_LABEL.test(text) && !/\b(?:no|number|nr|id|ref)\b/i.test(text));
  const cell = line?.cells.find(({ text }) => RECEIVER_LABEL.test(text));
  const match = cell && RECEIVER_LABEL.exec(cell.text);
  if (!line || !cell || !match) return [];
  const end = match.index + match[0].length;
  const label = locatePart(cell, match.index, end);
  const block = linesBelow(lines, line);
  const behind = cell.text.slice(end);
  // "Customer: 998877" gives a number, and no name below it either.
  if (/\d/.test(behind) && !/\p{L}{2}/u.test(behind)) return [];
  const beside = /\p{L}{2}|[\u3040-\u9fff]/u.test(behind);
  const [first, ...rest] = block;
  const name = beside
    ? locatePart(cell, end + (/^[\s:]+/.exec(cell.text.slice(end))?.[0].length ?? 0), cell.text.length)
    : first && locateCells(first.cells);
  if (!name) return [];
  const addressLines = beside ? block : rest;
  const fields: TaggedField[] = [{ type: 'RECEIVER_NAME', confidence: 0.85, label, value: name }];
  if (addressLines.length > 0) {
    const value = locateCells(cellsOf(addressLines), addressLines.map(({ text }) => text).join('\n'));
    fields.push({ type: 'RECEIVER_ADDRESS', confidence: 0.8, value });
  }
  return fields;
}

function linesBelow(lines: readonly HeaderLine[], start: HeaderLine): HeaderLine[] {
  const block: HeaderLine[] = [];
  let current = start;
  while (block.length < RECEIVER_LINES) {
    const next = lineBelow(lines, current);
    if (!next || next.y - current.y > WIDEST_GAP * Math.max(next.height, current.height)) break;
    if (isParticulars(next.text) || showsCents(next.text)) break;
    block.push(next);
    current = next;
  }
  return block;
}
