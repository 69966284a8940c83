import { showsCents } from 'printed-text/amount-marks';
import { squashLetters } from 'printed-text/letters';
import { type HeaderLine, lineAbove, lineBelow, partsOf } from '../layout/header-lines.ts';
import { type AddressScore, type AddressTrait, scoreAddress } from './address-score.ts';
import { findDates } from './dates.ts';
import { repairHeader } from './header-repair.ts';
import {
  ASIDE,
  hasLegalForm,
  hasStrongLegalForm,
  hasTradeWord,
  introducesReceiver,
  isParticulars,
  isRegistrationNumber,
  isTitle,
  RECEIVER_LABEL,
  SALUTATION,
} from './header-words.ts';

/** An address of several lines. */
export interface AddressBlock {
  readonly lines: readonly HeaderLine[];
  /** Its lines without telephone numbers and the like, one under the other. */
  readonly text: string;
  readonly score: number;
}

interface ScoredLine extends AddressScore {
  readonly line: HeaderLine;
  /** Its text up to the telephone number or whatever else follows an address. */
  readonly text: string;
  readonly isCut: boolean;
  readonly isReceiver: boolean;
}

const PARTICULARS_BEHIND =
  /[\s(]*\b(?:tel|te1|phone|fax|hp|h\/p|gst|sst|vat|reg|e-?mail|www|http|company\s*(?:no|reg)|co\.?\s*reg)\b.*$/i;
const ADDRESS_LABEL = /^\W*(?:address|alamat|adresse|addr|dirección|indirizzo|adres)\b\s*[:.]?\s*/i;
const MOST_LINES = 9;
const WIDEST_GAP = 3.2;
const REGION_GAP = 1.6;
// More cells beside it are the heads of a table.
const MOST_BESIDE = 2;
const BEGINS = 0.8;
const BELONGS = 0.9;
const BELONGS_INSIDE = 0.35;
const LEAST_BLOCK = 2.2;
const LARGEST_LINE_SCORE = 2.6;

/** How much each trait in an address adds to its being one. */
const TRAIT_WEIGHT: Readonly<Record<AddressTrait, number>> = { postcode: 1.5, street: 1, country: 0.7, number: 0.5 };

/** The sender's address of a page; undefined when nothing looks like one. */
export function findAddress(lines: readonly HeaderLine[], firstTotalRow: number): AddressBlock | undefined {
  const scored = lines.map(scoreLine);
  const anchor = mostNameLike(lines);
  const blocks: AddressBlock[] = [];
  const taken = new Set<HeaderLine>();
  for (const start of scored) {
    if (start.score < BEGINS || taken.has(start.line)) continue;
    const members = collectBlock(start, scored, lines);
    for (const { line } of members) taken.add(line);
    const score = scoreBlock(members, scored, lines, anchor, firstTotalRow);
    blocks.push({ lines: members.map(({ line }) => line), text: members.map(({ text }) => text).join('\n'), score });
  }
  const best = blocks.sort((a, b) => b.score - a.score)[0];
  return best && best.score > LEAST_BLOCK ? best : undefined;
}

function scoreLine(line: HeaderLine): ScoredLine {
  const text = repairHeader(line.text);
  const behind = PARTICULARS_BEHIND.exec(text);
  const isCut = behind !== null && behind.index > 8;
  const kept = addressParts((isCut ? text.slice(0, behind.index) : text).replace(ADDRESS_LABEL, '').trim(), line);
  return {
    ...scoreAddress(kept),
    line,
    text: kept,
    isCut,
    isReceiver: introducesReceiver(text) || SALUTATION.test(text),
  };
}

/** A compact sender's line, `name · street · town`, loses the parts before its address. */
function addressParts(text: string, line: HeaderLine): string {
  const parts = partsOf(line).map(repairHeader);
  const first = parts.findIndex((part) => scoreAddress(part).score >= BEGINS);
  return parts.length > 2 && first >= 0 ? parts.slice(first).join(', ') : text;
}

const isSenderLine = (line: HeaderLine): boolean => partsOf(line).length > 2;

/** Follows a column downwards while its lines look like an address; one plain line or number inside is allowed. */
function collectBlock(start: ScoredLine, scored: readonly ScoredLine[], lines: readonly HeaderLine[]): ScoredLine[] {
  const members = [start];
  let current = start;
  for (let count = 1; count < MOST_LINES && !(current.isCut && count > 1); count++) {
    const next = follower(current, scored, lines);
    if (!next || next.isReceiver) break;
    const after = follower(next, scored, lines);
    // Behind a town, a plain line begins the receiver's address.
    const hasTown = members.some(({ traits }) => traits.has('postcode'));
    const isInside = !hasTown && (after?.score ?? 0) >= 1.2 && next.score > -1;
    if (next.score >= BELONGS || next.score >= BELONGS_INSIDE || (isInside && isPlainWords(next))) members.push(next);
    else if (!((after?.score ?? 0) >= 1.2 && isRegistrationNumber(next.text))) break;
    current = next;
  }
  const region = follower(current, scored, lines);
  // A name above another address is none.
  const isLast = region !== undefined && (follower(region, scored, lines)?.score ?? 0) < BEGINS;
  if (isLast && members.length > 1 && !members.at(-1)?.isCut && isRegion(region, current)) members.push(region);
  return members;
}

/** A region or country alone on the last line: a few words without digits, set like the line above. */
const isRegion = ({ line, text }: ScoredLine, { line: above }: ScoredLine): boolean =>
  /^\W*\p{L}[\p{L}.' -]*\W*$/u.test(text) &&
  text.split(/\s+/).length <= 3 &&
  text.length >= 4 &&
  line.y - above.y < REGION_GAP * Math.max(line.height, above.height) &&
  !showsCents(line.row.text) &&
  line.row.cells.length - line.cells.length < MOST_BESIDE &&
  !isTitle(text) &&
  !RECEIVER_LABEL.test(text) &&
  !isParticulars(text) &&
  !ASIDE.test(text) &&
  !hasTradeWord(text) &&
  !hasLegalForm(text) &&
  !hasStrongLegalForm(text);

const isPlainWords = ({ text }: ScoredLine): boolean =>
  /\p{L}{3}/u.test(text) && !isRegistrationNumber(text) && !isParticulars(text);

function follower(
  { line }: ScoredLine,
  scored: readonly ScoredLine[],
  lines: readonly HeaderLine[],
): ScoredLine | undefined {
  const below = lineBelow(lines, line);
  if (!below || below.y - line.y > WIDEST_GAP * Math.max(line.height, below.height)) return undefined;
  return scored[below.index];
}

function scoreBlock(
  members: readonly ScoredLine[],
  scored: readonly ScoredLine[],
  lines: readonly HeaderLine[],
  anchor: HeaderLine | undefined,
  firstTotalRow: number,
): number {
  const [first] = members as [ScoredLine];
  const rowCount = (lines.at(-1)?.row.index ?? 0) + 1;
  const traits = new Set(members.flatMap((member) => [...member.traits]));
  const evidence = members.reduce((sum, { score }) => sum + Math.min(LARGEST_LINE_SCORE, score), 0);
  const traitSum = [...traits].reduce((sum, trait) => sum + TRAIT_WEIGHT[trait], 0);
  const above = lineAbove(lines, first.line);
  const twoAbove = above && lineAbove(lines, above);
  const scoredAbove = above && scored[above.index];
  const isReceivers =
    members.some(({ isReceiver }) => isReceiver) ||
    scoredAbove?.isReceiver ||
    (twoAbove && scored[twoAbove.index]?.isReceiver && scoredAbove && scoredAbove.score < BEGINS);
  return (
    evidence +
    traitSum -
    (3.5 * first.line.row.index) / rowCount +
    nearName(first.line, anchor, above, lines) +
    (isSenderLine(first.line) ? 2 : 0) -
    (first.line.row.index >= firstTotalRow ? 2 : 0) -
    (isReceivers ? 3 : 0)
  );
}

/** An address stands shortly below the name; a title, a date or another firm in between speaks against it. */
function nearName(
  first: HeaderLine,
  anchor: HeaderLine | undefined,
  above: HeaderLine | undefined,
  lines: readonly HeaderLine[],
): number {
  const from = anchor?.row.index ?? 0;
  const distance = anchor ? first.row.index - from : 0;
  const near = anchor && distance > 0 && distance <= 6 ? 2.2 - 0.3 * distance : distance < 0 ? -0.5 : 0;
  const belowOtherFirm =
    above && anchor && above !== anchor && hasStrongLegalForm(above.text) && above.row.index > from + 2;
  const interrupted = lines.some(
    ({ row, text }) =>
      row.index >= from && row.index < first.row.index && (isTitle(text) || findDates(text).length > 0),
  );
  return near - (belowOtherFirm ? 2 : 0) - (interrupted ? 2 : 0);
}

/** The line near the top that most looks like a name, judged without knowing the address. */
function mostNameLike(lines: readonly HeaderLine[]): HeaderLine | undefined {
  let best: HeaderLine | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    const { text, row } = line;
    if (row.index >= 12 || squashLetters(text).length < 4 || isTitle(text) || isRegistrationNumber(text)) continue;
    const isStrong = hasStrongLegalForm(text);
    const score =
      (isStrong ? 3 : hasLegalForm(text) ? 1.5 : 0) +
      (hasTradeWord(text) ? 1 : 0) -
      0.35 * row.index -
      (isParticulars(text) && !isStrong ? 3 : 0) -
      (ASIDE.test(text) ? 1 : 0);
    if (score <= bestScore) continue;
    bestScore = score;
    best = line;
  }
  return best;
}
