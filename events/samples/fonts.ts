import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font, type PathCommand } from 'opentype.js';

const require = createRequire(import.meta.url);

/** Fonts by what they look like on paper. Files of packages, because a machine may have no fonts installed. */
const files = {
  terminal: '@fontsource/share-tech-mono/files/share-tech-mono-latin-400-normal.woff',
  dotMatrix: '@fontsource/vt323/files/vt323-latin-400-normal.woff',
  typewriter: '@fontsource/courier-prime/files/courier-prime-latin-400-normal.woff',
  typewriterBold: '@fontsource/courier-prime/files/courier-prime-latin-700-normal.woff',
  narrow: '@fontsource/pt-sans-narrow/files/pt-sans-narrow-latin-400-normal.woff',
  narrowBold: '@fontsource/pt-sans-narrow/files/pt-sans-narrow-latin-700-normal.woff',
  sans: '@fontsource/lato/files/lato-latin-400-normal.woff',
  sansBold: '@fontsource/lato/files/lato-latin-700-normal.woff',
  mono: 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  condensed: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  condensedBold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
  serif: 'dejavu-fonts-ttf/ttf/DejaVuSerif.ttf',
  serifBold: 'dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf',
  handwriting: '@fontsource/reenie-beanie/files/reenie-beanie-latin-400-normal.woff',
  japanese: '@fontsource/dotgothic16/files/dotgothic16-japanese-400-normal.woff',
  chinese: '@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff',
  korean: '@fontsource/nanum-gothic-coding/files/nanum-gothic-coding-korean-400-normal.woff',
  thai: '@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff',
  plain: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
} as const;

export type Face = keyof typeof files;

/** Where a face's file lies; pdfkit embeds it from there. */
export const fontFile = (face: Face): string => require.resolve(files[face]);

const loaded = new Map<Face, Font>();

function fontOf(face: Face): Font {
  const known = loaded.get(face);
  if (known) return known;
  const bytes = readFileSync(fontFile(face));
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  loaded.set(face, font);
  return font;
}

/** A text's outline with its baseline's start at 0, 0, and how far it reaches, both in pixels. */
export interface Outline {
  readonly pathData: string;
  readonly width: number;
}

/**
 * Draws a text as outlines, letter by letter: receipts need no ligatures, and not every font's rules can be read.
 *
 * @param face Of several, each character comes from the first that holds it.
 * @throws RangeError when the face lacks a character: it would come out as an empty box.
 */
export function outline(text: string, face: Face | readonly Face[], size: number): Outline {
  let pathData = '';
  let width = 0;
  for (const character of text) {
    const font = holderOf(character, face);
    const glyph = font.charToGlyph(character);
    pathData += glyph.getPath(width, 0, size).commands.map(spelled).join('');
    width += ((glyph.advanceWidth ?? 0) * size) / font.unitsPerEm;
  }
  return { pathData, width };
}

/** Whether a face can print a character. */
export const holds = (face: Face, character: string): boolean => fontOf(face).hasChar(character);

/** Japanese tills set digits and Latin letters narrow; what that font lacks comes from the Japanese one. */
function holderOf(character: string, face: Face | readonly Face[]): Font {
  const faces: readonly Face[] =
    typeof face !== 'string' ? face : face === 'japanese' ? ['narrow', 'japanese'] : [face];
  const holder = faces.map(fontOf).find((font) => font.hasChar(character));
  if (!holder) throw new RangeError(`expected a character of the face ${face}, got "${character}"`);
  return holder;
}

/** A command as SVG spells it. The library's own spelling gives NaN for numbers such as 1e-7. */
function spelled(command: PathCommand): string {
  switch (command.type) {
    case 'M':
    case 'L':
      return `${command.type}${numbers(command.x, command.y)}`;
    case 'Q':
      return `Q${numbers(command.x1, command.y1, command.x, command.y)}`;
    case 'C':
      return `C${numbers(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
    case 'Z':
      return 'Z';
  }
}

const numbers = (...values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(' ');
