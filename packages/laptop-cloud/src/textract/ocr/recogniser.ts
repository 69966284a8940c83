import { cropLine, cropWidth, LINE_HEIGHT, type LineCrop } from './crop.ts';
import { decodeCtc, type Glyph } from './ctc.ts';
import { withMissingLetters } from './missing-letters.ts';
import { type OcrModels, runModel } from './models.ts';
import type { Picture } from './picture.ts';
import { withRaisedDigits } from './raised-digits.ts';
import type { RotatedBox } from './rotated-box.ts';
import { type LineCharacter, type TextLine, textLine } from './text-line.ts';
import { findUnreadSigns, UNREAD_SIGN } from './unread-signs.ts';
import { inkColumns, isWordGap, widestGap } from './word-gaps.ts';

const NARROWEST_INPUT = 64;
const GUESSED = 0.6;

/** Reads one line of text; `stretch` widens the crop for glyphs that stand narrower than a time step. */
export async function recogniseLine(
  models: OcrModels,
  picture: Picture,
  box: RotatedBox,
  stretch = 1,
): Promise<TextLine> {
  const crop = cropLine(picture, box, cropWidth(box, stretch));
  const width = Math.max(crop.width, NARROWEST_INPUT);
  const { data, shape } = await runModel(models.recognition, padded(crop, width), [1, 3, LINE_HEIGHT, width]);
  const [, steps = 0, classes = 0] = shape;
  const glyphs = decodeCtc({ steps, classes, probabilities: data }, models.alphabet);
  const characters = withMissingLetters(spacedCharacters(glyphs, crop, width / steps));
  return textLine(box, withRaisedDigits(characters, crop));
}

function padded(crop: LineCrop, width: number): Float32Array {
  if (width === crop.width) return crop.planes;
  const input = new Float32Array(3 * LINE_HEIGHT * width);
  for (let row = 0; row < 3 * LINE_HEIGHT; row++) {
    input.set(crop.planes.subarray(row * crop.width, (row + 1) * crop.width), row * width);
  }
  return input;
}

/** Glyphs with their places in the line, and the spaces that the recogniser left out. */
function spacedCharacters(glyphs: readonly Glyph[], crop: LineCrop, pixelsPerStep: number): LineCharacter[] {
  const columns = inkColumns(crop);
  const pixelOf = ({ step }: Glyph) => (step + 0.5) * pixelsPerStep;
  const signs = findUnreadSigns(glyphs, columns, glyphs.map(pixelOf));
  const unreadAt = (index: number): LineCharacter[] =>
    signs
      .filter(({ before }) => before === index)
      .map(({ pixel }) => ({ character: UNREAD_SIGN, confidence: GUESSED, position: Math.min(1, pixel / crop.width) }));
  const characters = glyphs.flatMap((glyph, index): LineCharacter[] => {
    const character = {
      character: glyph.character,
      confidence: glyph.confidence,
      position: Math.min(1, pixelOf(glyph) / crop.width),
      ...(glyph.alternatives.length > 0 ? { alternatives: glyph.alternatives } : {}),
    };
    const before = glyphs[index - 1];
    const unread = unreadAt(index);
    // A sign among digits leaves no blank beside itself.
    const isAmong = unread.length > 0 && /\d$/.test(before?.character ?? '') && /^\d/.test(glyph.character);
    if (!before || isAmong || !isWordGap(before, glyph, widestGap(columns, pixelOf(before), pixelOf(glyph)))) {
      return [...unread, character];
    }
    const middle = (pixelOf(before) + pixelOf(glyph)) / 2 / crop.width;
    return [
      { character: ' ', confidence: glyph.spaceProbability, position: Math.min(1, middle) },
      ...unread,
      character,
    ];
  });
  return [...characters, ...unreadAt(glyphs.length)];
}
