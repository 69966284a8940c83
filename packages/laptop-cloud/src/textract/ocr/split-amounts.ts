import { currenciesOfSign } from 'printed-text/currency-signs';
import { plainText } from 'printed-text/plain-text';
import { pageAngle } from './page-angle.ts';
import { corners, type RotatedBox } from './rotated-box.ts';
import { type LineCharacter, type TextLine, textLine } from './text-line.ts';

// In distances of two characters, from the middle of the last to that of the first: a blank takes two in the widest type.
const WORD_GAP = 2.7;
const BLANK = 1.3;
/** Between a sign and the first group that was found, with room for one that was not. */
const MISSING_GROUP = 6.5;
// In heights of a line.
const LEVEL = 0.3;
const USUAL_PITCH = 0.6;
const MOST_TALLER = 1.7;
const LEAST_CONFIDENCE = 0.8;

/** What an amount may begin with: a number that has come to the end of a group, with anything before it. */
const BEGINS = /(?:^|[^\d.,:/-])[1-9]\d{0,2}(?: ?\d{3})*(?: \d{1,2})?$/;
/** What it may go on with: groups of three or a part of one, and a sign. */
const GOES_ON = /^\d{1,3}(?: ?\d{3})*(?:[.,]\d{2})?(?!\d)[^\d\p{L}]{0,2}(?:\p{L}|(?<=\p{L})0){0,4}\.?$/u;
const GROUPED = /(?<![\d.,'])[1-9]\d{0,2}(?: ?\d{3})+(?:[.,]\d{2})?(?![.,']?\d)/;
const WHOLE = /^\d{1,3}(?: ?\d{3})*$/;

/** A line in the page without its lean; `first` and `last` are the middles of its outer characters. */
interface Piece {
  readonly line: TextLine;
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  readonly pitch: number | undefined;
}

/**
 * Joins what was found as several lines and is one amount: the blank between groups of digits, and before or behind the
 * sign of a currency, is wide in type of equal widths ("SEK 15", "905"). The whole is read once more, since a digit alone
 * is read badly, and some are found twice; where that does not give an amount with the digits that were read, lines that
 * do not overlap are put together as they are, and others are left.
 *
 * @param read Reads a part of the page.
 */
export async function joinSplitAmounts(
  lines: readonly TextLine[],
  read: (box: RotatedBox) => Promise<TextLine>,
): Promise<TextLine[]> {
  const angle = pageAngle(lines.map(({ box }) => box));
  const pieces = lines.map((line) => pieceOf(line, angle));
  const taken = new Set<Piece>();
  const joined: TextLine[] = [];
  for (const piece of [...pieces].sort((a, b) => a.first - b.first)) {
    if (taken.has(piece)) continue;
    const chain = chainFrom(
      piece,
      pieces.filter((other) => !taken.has(other)),
    );
    const whole = mayBeAmount(chain) ? await readWhole(chain, angle, read) : undefined;
    if (!whole) continue;
    for (const part of chain) taken.add(part);
    joined.push(whole);
  }
  return [...pieces.filter((piece) => !taken.has(piece)).map(({ line }) => line), ...joined];
}

function pieceOf(line: TextLine, angle: number): Piece {
  const { centreX, centreY, width, height } = line.box;
  const x = centreX * Math.cos(angle) + centreY * Math.sin(angle);
  const y = centreY * Math.cos(angle) - centreX * Math.sin(angle);
  const at = (position = 0.5) => x + (position - 0.5) * width;
  const [first, last] = [at(line.characters[0]?.position), at(line.characters.at(-1)?.position)];
  const gaps = line.characters.length - 1;
  const pitch = gaps > 0 ? (last - first) / gaps : undefined;
  return { line, text: plainText(line.text), first, last, right: x + width / 2, y, height, pitch };
}

/** The piece and those behind it, each beside the one before. */
function chainFrom(piece: Piece, pieces: readonly Piece[]): Piece[] {
  const chain = [piece];
  for (let last: Piece | undefined = piece; last; ) {
    const before: Piece = last;
    last = pieces
      .filter((next) => !chain.includes(next) && follows(before, next))
      .sort((a, b) => a.first - b.first || a.right - b.right)[0];
    if (last) chain.push(last);
  }
  return chain;
}

function follows(before: Piece, next: Piece): boolean {
  const [low, high] = [before.height, next.height].sort((a, b) => a - b) as [number, number];
  if (Math.abs(before.y - next.y) > LEVEL * low || high > MOST_TALLER * low) return false;
  if (next.right <= before.right || next.first < before.first) return false;
  const begins = isSign(before.text) || isOne(before.text) || BEGINS.test(before.text);
  const goesOn = isSign(next.text) || isOne(next.text) || GOES_ON.test(next.text);
  if (!begins || !goesOn) return false;
  const mayMiss = isSign(before.text) && /^\d{3}(?!\d)/.test(next.text);
  return distance(before, next) < (mayMiss ? MISSING_GROUP : WORD_GAP);
}

/** In distances of two characters, as the wider of the two lines has them. */
function distance(before: Piece, next: Piece): number {
  const pitches = [before.pitch, next.pitch].filter((pitch) => pitch !== undefined);
  const pitch = pitches.length > 0 ? Math.max(...pitches) : USUAL_PITCH * Math.max(before.height, next.height);
  return (next.first - before.last) / pitch;
}

const isSign = (text: string): boolean => currenciesOfSign(text).length > 0;
/** One letter before a number may be its class or its house. */
const isClearSign = (text: string): boolean => isSign(text) && /..|\p{Sc}/u.test(text);
/** A character alone is hardly ever read right. */
const isOne = (text: string): boolean => text.length <= 1;

/** Whether a chain holds a group that another goes before, or a sign and a whole number. */
function mayBeAmount(chain: readonly Piece[]): boolean {
  const texts = chain.map(({ text }) => text);
  const hasGroup = texts.some((text, index) => index > 0 && /^\d ?\d{3}|^\d{3}(?!\d)/.test(text));
  return hasGroup || (texts.some(isClearSign) && texts.some((text) => WHOLE.test(text)));
}

async function readWhole(
  chain: readonly Piece[],
  angle: number,
  read: (box: RotatedBox) => Promise<TextLine>,
): Promise<TextLine | undefined> {
  const box = boxAround(chain, angle);
  const again = await read(box);
  if (again.confidence >= LEAST_CONFIDENCE && isSameAmount(plainText(again.text), chain)) return again;
  const beside = chain.slice(1).map((piece, index) => distance(chain[index] as Piece, piece));
  if (beside.some((gap) => gap < BLANK || gap > WORD_GAP)) return undefined;
  const put = textLine(box, charactersOf(chain, box, angle));
  return isAmount(plainText(put.text)) ? put : undefined;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const isAmount = (text: string): boolean =>
  GROUPED.test(text) || text.split(' ').every((word) => isClearSign(word) || /^\d{1,3}$/.test(word));

/** Whether a second reading is an amount and has the digits of the first, less those that were found twice or alone. */
function isSameAmount(text: string, chain: readonly Piece[]): boolean {
  if (!isAmount(text)) return false;
  const ofChain = digitsOf(chain.map((piece) => piece.text).join(''));
  const lastGroup = digitsOf(chain.findLast((piece) => /\d/.test(piece.text))?.text ?? '');
  const isSure = chain.every((piece, index) => {
    const before = chain[index - 1];
    return !isOne(piece.text) && (!before || (distance(before, piece) >= BLANK && distance(before, piece) <= WORD_GAP));
  });
  return isSure ? digitsOf(text) === ofChain : digitsOf(text).endsWith(lastGroup);
}

/** The characters of all pieces, with a blank between them. */
function charactersOf(chain: readonly Piece[], box: RotatedBox, angle: number): LineCharacter[] {
  const whole = pieceOf({ ...(chain[0] as Piece).line, box }, angle);
  const left = whole.right - box.width;
  return chain.flatMap((piece, index) => {
    const start = piece.right - piece.line.box.width;
    const characters = piece.line.characters.map((one) => ({
      ...one,
      position: (start + one.position * piece.line.box.width - left) / box.width,
    }));
    const first = characters[0]?.position ?? 0;
    return index === 0 ? characters : [{ character: ' ', confidence: 1, position: first }, ...characters];
  });
}

/** The smallest box around all pieces that leans as the page does. */
function boxAround(chain: readonly Piece[], angle: number): RotatedBox {
  const points = chain.flatMap(({ line }) => corners(line.box));
  const along = points.map(([x, y]) => x * Math.cos(angle) + y * Math.sin(angle));
  const across = points.map(([x, y]) => y * Math.cos(angle) - x * Math.sin(angle));
  const [left, right, top, bottom] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return {
    centreX: x * Math.cos(angle) - y * Math.sin(angle),
    centreY: x * Math.sin(angle) + y * Math.cos(angle),
    width: right - left,
    height: bottom - top,
    angle,
  };
}
