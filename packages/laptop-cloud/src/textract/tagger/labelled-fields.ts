import { dateRoleOf } from 'printed-text/date-words';
import { type HeaderLine, headerLines, lineBelow } from '../layout/header-lines.ts';
import type { Cell, PageLayout } from '../layout/page-layout.ts';
import { findDates } from './dates.ts';
import { locatePart } from './located-text.ts';
import type { LocatedText, SummaryType, TaggedField } from './tagged-page.ts';

interface FieldRule {
  readonly type: SummaryType;
  /** Matched against a cell's text; the value follows behind, to the right or below. */
  readonly label: RegExp;
  /** What a value looks like; anchored at its beginning. */
  readonly value: RegExp;
  /** Whether the value may stand in the line below the label. */
  readonly mayBeBelow: boolean;
}

const NUMBER = '(?:(?:no|n[ro]|num(?:ber|ero|mer)?|id)(?!\\w)|n\\s?[°º.]|#)';
// Letters of a series may stand before it: "F 2024 0512".
const CODE = /^(?:[A-Z]{1,3}\s\d{3,}(?:\s\d{3,})?(?![\d/.-])|(?=[A-Z0-9/._-]*\d)[A-Z0-9][A-Z0-9/._-]{2,})/i;

const WHOLE_CODE = /^(?=\S*\d)\w[\w/.-]{2,}$/;
// A series of two letters may stand before it: "Fatura FT 2024/5567".
const TITLE_CODE = /^(?:[A-Z]{2}\s)?(?=\S*\d)\w[\w/.-]{2,}$/;

/** In order of how much a label says; the first rule that finds a value for a type gives it. */
const RULES: readonly FieldRule[] = [
  {
    type: 'INVOICE_RECEIPT_ID',
    label: new RegExp(
      `\\b(?:tax\\s*)?(?:invoice|inv|lnvoice|rechnungs?|facture|factura|fattura|fatura|factuur|faktura)\\w{0,2}(?:\\s+vat)?[\\s-]*${NUMBER}\\W*|\\binv\\s*[#:]\\s*|\\bfactuurnummer\\W*|\\brechnungsnummer\\W*`,
      'i',
    ),
    value: CODE,
    mayBeBelow: true,
  },
  {
    type: 'INVOICE_RECEIPT_ID',
    label: new RegExp(
      `\\b(?:receipt|rcpt|bill|beleg|bon|ticket|scontrino|recibo|kvitto|kassenbon)\\w{0,2}[\\s-]*${NUMBER}\\W*|\\b(?:receipt|rcpt|bill|bon)\\s*[#:]\\s*`,
      'i',
    ),
    value: CODE,
    mayBeBelow: true,
  },
  {
    type: 'INVOICE_RECEIPT_ID',
    label: new RegExp(
      `\\b(?:doc(?:ument)?|slip|ch(?:ec)?k|trans(?:action)?|trx|tr|sales|order|cs|ref(?:erence)?)\\b[\\s-]*(?:${NUMBER}\\W*|#\\s*|\\.?\\s?no\\W+)|\\b(?:invoice|no)\\s*[.:#]+\\s*`,
      'i',
    ),
    value: CODE,
    mayBeBelow: false,
  },
  {
    // A title with its number: "Invoice INV/2023/03/0008".
    type: 'INVOICE_RECEIPT_ID',
    label: /^\W*(?:tax\s*)?(?:invoice|rechnung|facture|factura|fattura|factuur|faktura|receipt|quittung|fatura)\s+/i,
    value: TITLE_CODE,
    mayBeBelow: false,
  },
  {
    type: 'INVOICE_RECEIPT_ID',
    label:
      /\b(?:booking|reservation|confirmation|folio|buchungs?|reservierungs?)[\s-]*(?:id|n[or°º]|number|nummer|#)\b\W*/i,
    value: CODE,
    mayBeBelow: true,
  },
  {
    type: 'INVOICE_RECEIPT_ID',
    label: /^\s*#\s*/,
    value: WHOLE_CODE,
    mayBeBelow: false,
  },
  {
    type: 'PO_NUMBER',
    label: /\b(?:p\.?o\.?\s*(?:number\b|no\b|#)|purchase\s*order\b)\W*/i,
    value: CODE,
    mayBeBelow: true,
  },
  {
    type: 'ACCOUNT_NUMBER',
    label: /\b(?:account|acct|a\/c|customer|kunden|client)\.?[\s-]*(?:(?:no|number|nummer|nr|id)\b|#)\W*/i,
    value: CODE,
    mayBeBelow: true,
  },
  {
    type: 'PAYMENT_TERMS',
    label: /\b(?:payment\s*terms?|terms|zahlungsbedingungen|conditions de paiement)\b\s*:\s*/i,
    value: /^\S.{1,60}/,
    mayBeBelow: true,
  },
  {
    type: 'VENDOR_VAT_NUMBER',
    label:
      /\b(?:gst|sst|vat|ust|tva|mwst|btw|uid|abn|gstin|nif|cif|p\.?\s?iva|company)\W{0,3}(?:id|reg|registration|no|nr|number|idnr|nummer)\b[\s\w]{0,6}?\W*/i,
    value: /^[A-Z]{0,3}[\s-]?\d[\d\s.-]{5,}\w{0,3}/i,
    mayBeBelow: false,
  },
  {
    type: 'VENDOR_PHONE',
    label: /\b(?:tel(?:ephone|efon|efono|\.)?|te1|tei|phone|ph|t[eé]l)\b(?:\s*no)?[^\w+(]*/i,
    value: /^\(?\+?\d[\d\s()./-]{5,}\d/,
    mayBeBelow: false,
  },
];

const URL = /\b(?:https?:\/\/|www\.)[\w.-]+\.[a-z]{2,}\S*/i;
const DUE_WORD =
  /\b(?:due\s*(?:date|by|on)?|payable\s*by|pay\s*by|f[aä]llig\w*|zahlbar\s*bis|vencim\w*|scadenza|[eé]ch[eé]ance|vervaldatum|forfallsdato|f[oö]rfallodag)\b/i;

/** Finds numbers, terms and other texts by their labels; each type at most once. */
export function tagLabelled(layout: PageLayout): TaggedField[] {
  const lines = headerLines(layout);
  const fields = new Map<SummaryType, TaggedField>();
  for (const rule of RULES) {
    if (fields.has(rule.type)) continue;
    const found = findByRule(rule, lines);
    if (found) fields.set(rule.type, found);
  }
  const due = findDue(lines);
  if (due) fields.set('DUE_DATE', due);
  const url = findUrl(lines);
  if (url) fields.set('VENDOR_URL', url);
  return [...fields.values()];
}

function findByRule(rule: FieldRule, lines: readonly HeaderLine[]): TaggedField | undefined {
  for (const line of lines) {
    for (const cell of line.cells) {
      const match = rule.label.exec(cell.text);
      if (!match) continue;
      const end = match.index + match[0].length;
      const value = valueFor(rule, cell, end, line, lines);
      if (value) return { type: rule.type, confidence: 0.9, label: locatePart(cell, match.index, end), value };
    }
  }
  return undefined;
}

/** Looks behind the label, then to the right of it, then below. */
function valueFor(
  rule: FieldRule,
  cell: Cell,
  end: number,
  line: HeaderLine,
  lines: readonly HeaderLine[],
): LocatedText | undefined {
  const saysNumber = /(?:no|nr|number|nummer|n[°º.])[\s.:#]*$/i.test(cell.text.slice(0, end));
  const behind = valueAt(rule, cell, end, saysNumber);
  if (behind) return behind;
  if (cell.text.slice(end).trim() !== '') return undefined;
  const { cells } = line.row;
  const right = cells[cells.indexOf(cell) + 1];
  const beside = right && valueAt(rule, right, leadingMarks(right.text));
  if (beside || !rule.mayBeBelow) return beside;
  const below = lineBelow(lines, line)?.cells.find((other) => other.left < cell.right && other.right > cell.left);
  return below && valueAt(rule, below, 0);
}

const leadingMarks = (text: string): number => /^[\s:#.-]*/.exec(text)?.[0].length ?? 0;

function valueAt({ value }: FieldRule, cell: Cell, start: number, isBehind = false): LocatedText | undefined {
  const from = start + leadingMarks(cell.text.slice(start));
  const match = value.exec(cell.text.slice(from));
  // "Invoice no. 15/05/2024" is a number that looks like a date; one that only stands near is the date.
  if (!match || (!isBehind && findDates(match[0]).some(({ quality }) => quality >= 0.85))) return undefined;
  return locatePart(cell, from, from + match[0].length);
}

/** A date whose own words say that it is the day to pay. */
function findDue(lines: readonly HeaderLine[]): TaggedField | undefined {
  for (const line of lines) {
    const cell = line.cells.find(({ text }) => DUE_WORD.test(text) || dateRoleOf(text) === 'due');
    if (!cell) continue;
    const labelStart = DUE_WORD.exec(cell.text)?.index ?? 0;
    const below = lineBelow(lines, line);
    const right = line.row.cells.slice(line.row.cells.indexOf(cell) + 1);
    for (const place of [cell, ...right, ...(below?.cells ?? [])]) {
      const date = findDates(place.text).find(({ start }) => place !== cell || start >= labelStart);
      if (!date) continue;
      const label = locatePart(cell, 0, place === cell ? date.start : cell.text.length);
      return { type: 'DUE_DATE', confidence: 0.9, label, value: locatePart(place, date.start, date.end, date.text) };
    }
  }
  return undefined;
}

function findUrl(lines: readonly HeaderLine[]): TaggedField | undefined {
  for (const cell of lines.flatMap(({ cells }) => cells)) {
    const match = URL.exec(cell.text);
    if (match) {
      const value = locatePart(cell, match.index, match.index + match[0].length);
      return { type: 'VENDOR_URL', confidence: 0.9, value };
    }
  }
  return undefined;
}
