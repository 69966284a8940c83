import type { Alternative } from './ctc.ts';
import type { RotatedBox } from './rotated-box.ts';

/** One character of a line, and where it stands in it. */
export interface LineCharacter {
  readonly character: string;
  /** 0 … 1. */
  readonly confidence: number;
  /** Its middle, as a fraction of the line's width. */
  readonly position: number;
  /** What else it may be, where the recogniser was in doubt; the likeliest first. */
  readonly alternatives?: readonly Alternative[];
}

/** A line of text on a page, in pixels of the upright page (points for a digital PDF). */
export interface TextLine {
  /** Words with single spaces between them; `characters` holds the same text one by one. */
  readonly text: string;
  /** Mean of the characters' confidence, 0 … 1. */
  readonly confidence: number;
  readonly box: RotatedBox;
  readonly characters: readonly LineCharacter[];
}

/** The text of one page, whichever way it was obtained. */
export interface PageText {
  /** Size of the upright page, in the unit of the lines' boxes. */
  readonly width: number;
  readonly height: number;
  /** Clockwise quarter turns that brought the page upright. */
  readonly quarterTurns: 0 | 1 | 2 | 3;
  readonly lines: readonly TextLine[];
}

/** A line from its characters; spaces at the ends are dropped and runs of them become one. */
export function textLine(box: RotatedBox, characters: readonly LineCharacter[]): TextLine {
  const isSpace = (index: number) => (characters[index]?.character.trim() ?? '') === '';
  const kept = characters.filter((_, index) => !isSpace(index) || (index > 0 && !isSpace(index - 1)));
  while (kept.length > 0 && kept.at(-1)?.character.trim() === '') kept.pop();
  const printed = kept.filter(({ character }) => character.trim() !== '');
  const sum = printed.reduce((total, { confidence }) => total + confidence, 0);
  return {
    text: kept.map(({ character }) => (character.trim() === '' ? ' ' : character)).join(''),
    confidence: printed.length > 0 ? sum / printed.length : 0,
    box,
    characters: kept,
  };
}
