import { isStatedTown, namesStreet } from 'printed-text/address-words';
import { introducesName, isAboutVisit, isLabelled, isSlogan, namesOwner } from 'printed-text/aside-words';
import { nameBefore } from 'printed-text/party-name';
import { behindSellerLabel } from 'printed-text/party-words';
import { type HeaderLine, lineAbove, lineBelow, partsOf } from '../layout/header-lines.ts';
import { median } from '../layout/page-layout.ts';
import { scoreAddress } from './address-score.ts';
import { findDates } from './dates.ts';
import type { AddressBlock } from './find-address.ts';
import { repairHeader } from './header-repair.ts';
import {
  ASIDE,
  hasLegalForm,
  hasStrongLegalForm,
  hasTradeWord,
  introducesReceiver,
  isLegalFormAlone,
  isParticulars,
  isRegistrationNumber,
  isTitle,
  withoutLegalForm,
  withoutTitle,
  withoutTradeWords,
} from './header-words.ts';

/** The sender's name. */
export interface VendorName {
  readonly text: string;
  readonly lines: readonly HeaderLine[];
  /** 0 … 1. */
  readonly confidence: number;
}

interface Candidate {
  readonly line: HeaderLine;
  readonly text: string;
  readonly score: number;
  /** Whether it is a name for what can be told: no title, number, address or remark. */
  readonly isNameLike: boolean;
}

/** What a number stands behind. */
const LABEL = /\b(?:number|nummer|num[eé]ro|n[uú]mero|no|nr)\W*$/i;
/** A good or a sum with its amount. */
const ENDS_WITH_AMOUNT = /\p{L}.*\s\D{0,3}(?:\d+[.,]\d{2}|\d{1,3}(?:[.,]\d{3})+)\s*(?:\p{Sc}|[A-Z]{1,3})?$/u;
/** How much a word for the issuer before a name says. */
const ISSUER_BONUS = 4;
const ROW_COST = 0.32;
const ROWS_LOOKED_AT = 14;
const LINES_JOINED = 2;
const DESCENT = 1.25;
/** A line this near to the page's usual height is set in the usual type. */
const TYPE_STEP = 0.001;
const WIDE_LETTERS = 1.4;

/** Finds the name of whoever issued the page, among the lines above and around the address. */
export function findVendor(
  lines: readonly HeaderLine[],
  lineHeight: number,
  address: AddressBlock | undefined,
): VendorName | undefined {
  const candidates = lines
    .filter((line) => line.row.index < rowsLookedAt(address) || isIssuers(line))
    .flatMap((line) => toCandidate(line, lines, lineHeight, address))
    .sort((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (!best) return undefined;
  const joined = joinLines(best, candidates, lines);
  const text = joined
    .map((line) => withoutNumbers(nameOf(line)))
    .join(' ')
    .replace(/^[^\p{L}\d]+|[\s\-*:;,_|=]+$|(?<!\b\p{L})\.+$/gu, '');
  const gap = best.score - (second?.score ?? best.score - 3);
  const certainty = Math.min(1, Math.max(0.4, 0.7 + 0.1 * gap));
  return { text, lines: joined, confidence: certainty * Math.min(...joined.map(({ confidence }) => confidence)) };
}

/** Whether a line names its issuer behind a word for one: "Supplier: Aster Ltd". */
function isIssuers({ text }: HeaderLine): boolean {
  const labelled = behindSellerLabel(text);
  return labelled?.label === 'issuer' && /\p{L}{2}/u.test(labelled.text);
}

function rowsLookedAt(address: AddressBlock | undefined): number {
  const first = address?.lines[0]?.row.index;
  const last = address?.lines.at(-1)?.row.index ?? 0;
  if (first === undefined) return ROWS_LOOKED_AT - 2;
  return Math.max(Math.min(Math.max(first + 1, 3), ROWS_LOOKED_AT), last + 3);
}

function toCandidate(
  line: HeaderLine,
  lines: readonly HeaderLine[],
  lineHeight: number,
  address: AddressBlock | undefined,
): Candidate[] {
  const text = nameOf(line);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  const isWide = /[\u3040-\u9fff\uac00-\ud7af]{2}/.test(text);
  const isSign = line.index === 0 && /^\p{Lu}[\p{Lu}&]*\p{Lu}\d*$/u.test(text);
  if (letters < (isWide || isSign ? 2 : 3)) return [];
  const isStrong = hasStrongLegalForm(text);
  const hasForm = isStrong || hasLegalForm(text);
  const isAddress =
    (scoreAddress(text).score >= 1.4 && !hasForm) ||
    ((namesStreet(text) || isStatedTown(text)) && !isStrong && line.index > 0);
  const isStamp = !/[\p{Lu}\u3040-\u9fff\uac00-\ud7af]/u.test(text) && mostlyCapitals(lines);
  const faults = {
    title: isTitle(text) ? 5 : 0,
    particulars: isParticulars(text) && !isStrong ? 3 : 0,
    address: isAddress ? (beginsPage(line, address) ? 1 : 2.5) : 0,
    stamp: isStamp ? 3 : 0,
    aside: ASIDE.test(text) || introducesName(text) || (isSlogan(text) && !hasForm) ? 2.5 : 0,
    owner: namesOwner(text) ? 4 : 0,
    visit: isAboutVisit(text) || isLabelled(text) ? 3 : 0,
  };
  const score =
    nameEvidence(line, text, lineHeight) +
    surroundings(line, lines, address) +
    (isIssuers(line) ? ISSUER_BONUS + ROW_COST * line.row.index : 0) -
    Object.values(faults).reduce((sum, fault) => sum + fault, 0) -
    (digits > letters ? 3 : 0) -
    (isRegistrationNumber(text) || /^\s*#\s*\S+$/.test(line.text) ? 4 : 0) -
    (findDates(text).length > 0 ? 3 : 0) -
    (introducesReceiver(text) ? 3 : 0) -
    (/^\W*\(.*\)\W*$/.test(text) ? 1.5 : 0) -
    (LABEL.test(text) ? 2 : 0) -
    (ENDS_WITH_AMOUNT.test(text) ? 6 : 0) -
    (letters < 5 && !isWide ? 0.8 : 0) -
    (isLegalFormAlone(text) ? 4 : 0);
  const isNameLike = Object.values(faults).every((fault) => fault === 0) && !isRegistrationNumber(text);
  return [{ line, text, score, isNameLike }];
}

function nameEvidence(line: HeaderLine, text: string, lineHeight: number): number {
  const form = hasStrongLegalForm(text) ? 3.2 : hasLegalForm(text) ? 1.6 : 0;
  const size = Math.max(-0.5, Math.min(2, (letterHeight(line, lineHeight) / (lineHeight || 1) - 1) * 2.2));
  return form + (hasTradeWord(text) ? 1 : 0) + size - ROW_COST * line.row.index + 3 * (line.confidence - 0.9);
}

/** A line that goes below its baseline is taller than one of capitals in the same size, unless its height is that of its type. */
const letterHeight = ({ text, height }: HeaderLine, lineHeight: number): number =>
  /[gjpqy]/.test(text) && Math.abs(height - lineHeight) > TYPE_STEP * lineHeight ? height / DESCENT : height;

function surroundings(line: HeaderLine, lines: readonly HeaderLine[], address: AddressBlock | undefined): number {
  const above = lineAbove(lines, line);
  const below = lineBelow(lines, line);
  const isInAddress = address?.lines.includes(line) ?? false;
  const lastAddressRow = address?.lines.at(-1)?.row.index ?? Number.POSITIVE_INFINITY;
  return (
    (below && isRegistrationNumber(below.text) ? 0.8 : 0) +
    (below && below === address?.lines[0] ? 0.3 : 0) -
    (above && /formerly|licensee of$/i.test(above.text) ? 2 : 0) -
    (above && introducesReceiver(above.text) ? 3 : 0) +
    (above && introducesName(above.text) ? 1.5 : 0) -
    (isInAddress && !beginsPage(line, address) ? 1.5 : 0) -
    (line.row.index > lastAddressRow ? 2 : 0)
  );
}

/** Whether a line is the first of a page and of an address that is whole without it: it is more likely the name. */
const beginsPage = (line: HeaderLine, address: AddressBlock | undefined): boolean =>
  line.index === 0 && address?.lines[0] === line && address.lines.length > 2;

const mostlyCapitals = (lines: readonly HeaderLine[]): boolean =>
  lines.filter(({ row, text }) => row.index < 25 && /\p{Lu}{3}/u.test(text)).length >= 4;

/** A name may run over several lines: a lone tail such as "& CO SDN BHD" belongs to the line above it. */
function joinLines(best: Candidate, candidates: readonly Candidate[], lines: readonly HeaderLine[]): HeaderLine[] {
  const isUsable = (line: HeaderLine) => candidates.some((other) => other.line === line && other.isNameLike);
  const isWide = wideLines(lines);
  const joined = [best.line];
  for (let count = 0; count < LINES_JOINED; count++) {
    const first = joined[0] as HeaderLine;
    const above = lineAbove(lines, first);
    const goesOn =
      isTail(first.text) || closesBracket(first.text) || (count > 0 && isWide(first) && above && isWide(above));
    if (!above || !goesOn || !isUsable(above) || !areAlike(first, above)) break;
    joined.unshift(above);
  }
  for (let count = 0; count < LINES_JOINED && !hasStrongLegalForm((joined.at(-1) as HeaderLine).text); count++) {
    const last = joined.at(-1) as HeaderLine;
    const below = lineBelow(lines, last);
    if (!below || !isUsable(below) || !areAlike(last, below)) break;
    const isOpen = /[&(]\s*$|\(\w+$/.test(last.text);
    if (!isTail(below.text) && !/^\W*(?:sdn|co\b|enterprise|trading)/i.test(below.text) && !isOpen) break;
    joined.push(below);
  }
  return joined;
}

const closesBracket = (text: string): boolean => /^[^(]*\)/.test(text);

/** Which lines are set in letters much wider than most, as a till prints a shop's name. */
function wideLines(lines: readonly HeaderLine[]): (line: HeaderLine) => boolean {
  const letterWidth = ({ left, right, text }: HeaderLine) => (right - left) / text.length;
  const usual = median(lines.map(letterWidth));
  return (line) => letterWidth(line) > WIDE_LETTERS * usual;
}

function isTail(text: string): boolean {
  const letters = (rest: string) => rest.replace(/[^\p{L}]/gu, '').length;
  if (hasTradeWord(text) && letters(withoutTradeWords(text).replace(/\b(?:and|the|of)\b/gi, '')) < 3) return true;
  if (!hasStrongLegalForm(text)) return false;
  return (
    /^\W*(?:co\b|company|\(?m\)?|sdn|s\/b|enterprise|&|and|pte|gmbh|ltd|inc|limited)/i.test(text) ||
    letters(withoutLegalForm(text)) < 7
  );
}

const areAlike = (a: HeaderLine, b: HeaderLine): boolean =>
  Math.max(a.height, b.height) / Math.min(a.height, b.height) < 1.45 &&
  Math.abs(a.y - b.y) < 2.1 * Math.max(a.height, b.height);

/** A line's name: without the document's title, and without the address that a compact sender's line puts behind it. */
function nameOf(line: HeaderLine): string {
  const labelled = behindSellerLabel(line.text)?.text;
  const printed = labelled ? nameBefore(labelled) : withoutGreeting(withoutTelephone(line.text));
  const [first = '', ...rest] = partsOf({ ...line, text: printed });
  return withoutTitle(repairHeader(rest.length > 0 && hasStrongLegalForm(first) ? first : printed));
}

/** A name that shares its line with a telephone number: "SUBWAY#40221 Phone 503-555-0110". */
function withoutTelephone(text: string): string {
  const name = text.replace(TELEPHONE_BEHIND, '');
  return /\p{L}{3}/u.test(name) && !isParticulars(name) ? name : text;
}

const TELEPHONE_BEHIND = /\s+(?:tel|phone|ph|telefon|t[eé]l)(?![\p{L}\d])[\s.:]*[+(]?\d.*$/iu;

/** A name behind the words that greet on its behalf: "WELCOME TO SHELL". */
const withoutGreeting = (text: string): string =>
  text.replace(
    /^\W*(?:welcome to|willkommen (?:bei|im)|bienvenue (?:à|chez)|bienvenidos? a|benvenuti (?:da|a))\s+(?!our\b|the store\b)(?=\p{L}{2})/iu,
    '',
  );

/** Words for a number that firms print behind their name. */
const NUMBERS_BEHIND = /(?<![\p{L}\d])(?:tel|phone|fax|gst|co\.?\s*no|company\s*no|reg\.?\s*no)(?![\p{L}\d]).*$/iu;

/** Drops registration numbers and what else firms print behind their name. */
const withoutNumbers = (text: string): string =>
  text
    .replace(/\(\s*(?:co\.?|company|reg|roc|gst)?[^()]{0,14}\d{3,}[^()]*\)?\s*$/i, '')
    .replace(/\s+\d{4,}-?[A-Z]?\s*$/, '')
    .replace(NUMBERS_BEHIND, '')
    .trim();
