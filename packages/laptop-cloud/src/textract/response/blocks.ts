import { createHash } from 'node:crypto';
import type { Block } from '@aws-sdk/client-textract';
import type { PageText, TextLine } from '../ocr/text-line.ts';
import type { Span } from '../tagger/tagged-page.ts';
import { boxOfSpan, geometryOf } from './geometry.ts';

/**
 * The page as Textract's blocks: PAGE, then every LINE, then every WORD, parents pointing to their children. Ids are
 * made from `seed` and the block's place, so that the same page always gives the same ids.
 */
export function toBlocks(page: PageText, pageNumber: number, seed: string): Block[] {
  const id = (name: string) => stableId(`${seed}/${pageNumber}/${name}`);
  const lines = page.lines.map((line, index) => ({ line, index, words: wordsOf(line) }));
  const wordBlocks = lines.flatMap(({ index, words }) =>
    words.map(
      (word, place): Block => ({
        BlockType: 'WORD',
        Confidence: percent(meanConfidence(word)),
        Text: word.line.text.slice(word.start, word.end),
        TextType: 'PRINTED',
        Geometry: geometryOf([boxOfSpan(word)], page),
        Id: id(`word/${index}/${place}`),
        Page: pageNumber,
      }),
    ),
  );
  const lineBlocks = lines.map(
    ({ line, index, words }): Block => ({
      BlockType: 'LINE',
      Confidence: percent(line.confidence),
      Text: line.text,
      Geometry: geometryOf([line.box], page),
      Id: id(`line/${index}`),
      Relationships: [{ Type: 'CHILD', Ids: words.map((_, place) => id(`word/${index}/${place}`)) }],
      Page: pageNumber,
    }),
  );
  const pageBlock: Block = {
    BlockType: 'PAGE',
    Geometry: {
      BoundingBox: { Width: 1, Height: 1, Left: 0, Top: 0 },
      Polygon: [
        { X: 0, Y: 0 },
        { X: 1, Y: 0 },
        { X: 1, Y: 1 },
        { X: 0, Y: 1 },
      ],
    },
    Id: id('page'),
    ...(lineBlocks.length > 0
      ? { Relationships: [{ Type: 'CHILD', Ids: lines.map(({ index }) => id(`line/${index}`)) }] }
      : {}),
    Page: pageNumber,
  };
  return [pageBlock, ...lineBlocks, ...wordBlocks];
}

/** A confidence as Textract gives it: 0 … 100. */
export const percent = (confidence: number): number => Math.round(confidence * 100_000) / 1000;

/** An id in the form of a UUID, the same for the same name. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

const wordsOf = (line: TextLine): Span[] =>
  [...line.text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ line, start: index, end: index + word.length }));

function meanConfidence({ line, start, end }: Span): number {
  const characters = line.characters.slice(start, end);
  const sum = characters.reduce((total, { confidence }) => total + confidence, 0);
  return characters.length > 0 ? sum / characters.length : line.confidence;
}
