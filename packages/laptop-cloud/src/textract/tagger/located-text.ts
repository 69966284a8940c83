import type { Cell } from '../layout/page-layout.ts';
import type { LocatedText, Span } from './tagged-page.ts';

/** Whole cells as one text; `text` where it differs from what the cells hold. */
export function locateCells(cells: readonly Cell[], text?: string): LocatedText {
  const spans = cells.map(({ line }): Span => ({ line, start: 0, end: line.text.length }));
  return locateSpans(spans, text ?? cells.map((cell) => cell.text).join(' '));
}

/** A stretch of one cell; blanks at its ends are left out. */
export function locatePart(cell: Cell, start: number, end: number, text?: string): LocatedText {
  const part = cell.text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  const to = Math.max(from, end - (part.length - part.trimEnd().length));
  return locateSpans([{ line: cell.line, start: from, end: to }], text ?? cell.text.slice(from, to));
}

/** Several stretches as one text, as sure as its least sure character's line. */
export function locateSpans(spans: readonly Span[], text: string): LocatedText {
  return { text, spans, confidence: Math.min(1, ...spans.map(meanConfidence)) };
}

/** A text as sure as its least sure digit: one misread digit makes another date of it. */
export function asSureAsItsDigits(located: LocatedText): LocatedText {
  const digits = located.spans.flatMap(({ line, start, end }) =>
    line.characters.slice(start, end).filter(({ character }) => /\d/.test(character)),
  );
  return { ...located, confidence: Math.min(located.confidence, ...digits.map(({ confidence }) => confidence)) };
}

function meanConfidence({ line, start, end }: Span): number {
  const characters = line.characters.slice(start, end).filter(({ character }) => character.trim() !== '');
  if (characters.length === 0) return line.confidence;
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length;
}

/** The cells of a row before an offset in one of them, as a label; undefined when there is no text. */
export function locateBefore(cells: readonly Cell[], cell: Cell, start: number): LocatedText | undefined {
  const before = cells.slice(0, cells.indexOf(cell)).map((other): Span => spanOf(other, other.text.length));
  const inside = cell.text.slice(0, start).trimEnd();
  const spans = [...before, ...(inside.trim() === '' ? [] : [spanOf(cell, inside.length)])];
  const text = spans.map(({ line, end }) => line.text.slice(0, end)).join(' ');
  return text.trim() === '' ? undefined : locateSpans(spans, text.trim());
}

const spanOf = ({ line }: Cell, end: number): Span => ({ line, start: 0, end });
