import { type PageText, textLine } from 'laptop-cloud/textract/ocr/text-line';

const CHARACTER = 10;
const HEIGHT = 20;
const PITCH = 30;

/** A page as the laptop's Textract reads it, one line of it for each line typed. */
export function aTypedPage(text: string): PageText {
  const rows = text.trim().split('\n');
  const lines = rows.map((row, index) => {
    const characters = [...row].map((character, place) => ({
      character,
      confidence: 0.98,
      position: (place + 0.5) / row.length,
    }));
    const width = row.length * CHARACTER;
    return textLine(
      { centreX: 20 + width / 2, centreY: 20 + index * PITCH, width, height: HEIGHT, angle: 0 },
      characters,
    );
  });
  const longest = Math.max(...rows.map(({ length }) => length));
  return { width: 40 + longest * CHARACTER, height: 40 + rows.length * PITCH, quarterTurns: 0, lines };
}
