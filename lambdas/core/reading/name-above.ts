import { showsCents } from 'printed-text/amount-marks';
import { greets, introducesName, isLabelled, isSlogan, namesOwner } from 'printed-text/aside-words';
import { foldPrinted, squashLetters } from 'printed-text/letters';
import { behindSellerLabel } from 'printed-text/party-words';
import { isName } from './header-name.ts';
import { isPrintedTwice, type PrintedLine } from './printed-line.ts';
import { isStreet } from './vendor-evidence.ts';

/** A line this much higher than another one is set as a sign. */
const SIGN_HEIGHT = 1.15;
/** So far above a name another one may stand, in lines. */
const ROWS_ABOVE = 3;

/**
 * Another name directly above one in letters as high: what stands below it may be the mall, the quarter or the owner.
 * None where the name below is printed twice or is a sign.
 */
export function nameAbove(name: string, lines: readonly PrintedLine[]): string | undefined {
  const folded = foldPrinted(name);
  const index = lines.findIndex(({ text }) => foldPrinted(text).includes(folded));
  const line = lines[index];
  if (!line || isPrintedTwice(name, lines)) return undefined;
  const block = lines.slice(Math.max(0, index - ROWS_ABOVE), index).filter(({ page }) => page === line.page);
  return block.find((other) => mayBeName(other.text, name) && !isSignBeside(line, other))?.text;
}

const mayBeName = (text: string, below: string): boolean =>
  isName(text) &&
  squashLetters(text).length > 2 &&
  !/\d{3}/.test(text) &&
  !squashLetters(below).includes(squashLetters(text)) &&
  behindSellerLabel(text) === undefined &&
  // A note of a hand or a stamp is read without capitals.
  (/[\p{Lu}\p{Lo}]/u.test(text) || !/\p{Lu}/u.test(below)) &&
  ![isStreet, greets, introducesName, showsCents, isSlogan, namesOwner, isLabelled].some((isOther) => isOther(text));

const isSignBeside = ({ box }: PrintedLine, { box: other }: PrintedLine): boolean =>
  box !== undefined && other !== undefined && box.height > other.height * SIGN_HEIGHT;
