import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import opentype, { type Font, type Glyph } from 'opentype.js';

let loading: Promise<OverlayLetters> | undefined;

/** Letters as outlines, so that a picture can be lettered on a machine without fonts. */
export class OverlayLetters {
  readonly #font: Font;

  private constructor(font: Font) {
    this.#font = font;
  }

  /** Loads DejaVu Sans once. */
  static load(): Promise<OverlayLetters> {
    loading ??= readFont().then((font) => new OverlayLetters(font));
    return loading;
  }

  /** How wide a text becomes, in pixels. */
  width(text: string, height: number): number {
    return this.#glyphs(text).reduce((sum, glyph) => sum + this.#advance(glyph, height), 0);
  }

  /** A text as the data of an SVG path; `x` is its left end, `y` its baseline. */
  path(text: string, x: number, y: number, height: number): string {
    let left = x;
    return this.#glyphs(text)
      .map((glyph) => {
        const outline = glyph.getPath(left, y, height).toPathData(2);
        left += this.#advance(glyph, height);
        return outline;
      })
      .join('');
  }

  // One by one: opentype.js refuses the ligature tables of this font.
  #glyphs(text: string): Glyph[] {
    return [...text].map((character) => this.#font.charToGlyph(character));
  }

  #advance({ advanceWidth = 0 }: Glyph, height: number): number {
    return (advanceWidth / this.#font.unitsPerEm) * height;
  }
}

async function readFont(): Promise<Font> {
  const folder = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
  const { buffer, byteOffset, byteLength } = await readFile(join(folder, 'ttf', 'DejaVuSans.ttf'));
  return opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
}
