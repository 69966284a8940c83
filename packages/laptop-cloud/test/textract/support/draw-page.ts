import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Font, parse } from 'opentype.js';
import sharp from 'sharp';

/** A text on a drawn page: its left end and its baseline, in pixels. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

const loaded = new Map<string, Promise<Font>>();

function font(name: string): Promise<Font> {
  const known = loaded.get(name);
  if (known) return known;
  const folder = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
  const loading = readFile(join(folder, 'ttf', name)).then((file) =>
    parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer),
  );
  loaded.set(name, loading);
  return loading;
}

/** Draws texts black on white as a PNG; glyphs are outlines, so that no font need be installed. */
export async function drawPage(width: number, height: number, texts: readonly DrawnText[]): Promise<Buffer> {
  const face = await font('DejaVuSansMono.ttf');
  const paths = texts.map(({ text, x, y, size = 28 }) => `<path d="${face.getPath(text, x, y, size).toPathData(2)}"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/>${paths.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Draws a receipt of 640 pixels width: each row's cells, the last one at the right edge when there are two. */
export function drawReceipt(rows: readonly (readonly [left: string, right?: string])[]): Promise<Buffer> {
  const size = 26;
  const advance = size * 0.602;
  const texts = rows.flatMap(([left, right], index): DrawnText[] => {
    const y = 60 + index * 44;
    const rightText = right === undefined ? [] : [{ text: right, x: 600 - right.length * advance, y, size }];
    return [{ text: left, x: 40, y, size }, ...rightText];
  });
  return drawPage(640, 100 + rows.length * 44, texts);
}
