import type { ExpenseDocument, ExpenseField, Point } from '@aws-sdk/client-textract';
import sharp from 'sharp';
import { OverlayLetters } from './overlay-letters.ts';

/** What is drawn: an `ExpenseDocument`, or a whole answer, of which the first page is taken. */
export type OverlaySource = ExpenseDocument | { readonly ExpenseDocuments?: ExpenseDocument[] | undefined };

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const LONGEST_SIDE = 1800;
const LETTER_HEIGHT = 15;
const PADDING = 3;
const LINE_COLOUR = '#8a8f98';
const ITEM_COLOUR = '#0f766e';
const FIELD_COLOURS: Readonly<Record<string, string>> = {
  TOTAL: '#c81e1e',
  INVOICE_RECEIPT_DATE: '#1d4ed8',
  VENDOR_NAME: '#7e22ce',
  VENDOR_ADDRESS: '#a16207',
};
const OTHER_FIELD_COLOUR = '#374151';

/**
 * Draws into a copy of a picture what was read from it: every line thinly, every field in the colour of its type with
 * type, confidence in percent and text beside it. Fields without geometry, as groups repeat them, are left out.
 *
 * @param picture A JPEG, PNG or TIFF as it was sent for analysis.
 * @returns A PNG, its longer side at most 1,800 pixels.
 * @throws when the picture cannot be decoded; the message is libvips' own.
 */
export async function drawOverlay(picture: Buffer, source: OverlaySource): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png()
    .toBuffer({ resolveWithObject: true });
  const document = 'ExpenseDocuments' in source ? source.ExpenseDocuments?.[0] : (source as ExpenseDocument);
  const shapes = drawDocument(document ?? {}, info, await OverlayLetters.load());
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${info.width}" height="${info.height}">${shapes}</svg>`;
  return sharp(data)
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer();
}

function drawDocument(document: ExpenseDocument, size: Size, letters: OverlayLetters): string {
  const taken: Frame[] = [];
  const lines = (document.Blocks ?? [])
    .filter(({ BlockType }) => BlockType === 'LINE')
    .map(({ Geometry }) => outline(Geometry?.Polygon, size, LINE_COLOUR, 1));
  const items = (document.LineItemGroups ?? [])
    .flatMap(({ LineItems = [] }) => LineItems)
    .flatMap(({ LineItemExpenseFields = [] }) => LineItemExpenseFields)
    .filter(({ Type }) => Type?.Text !== 'EXPENSE_ROW')
    .map((field) => drawField(field, ITEM_COLOUR, undefined, size, taken, letters));
  const fields = (document.SummaryFields ?? [])
    .filter(({ GroupProperties = [] }) => GroupProperties.length === 0)
    .map((field) => {
      const type = field.Type?.Text ?? '';
      return drawField(field, FIELD_COLOURS[type] ?? OTHER_FIELD_COLOUR, caption(field), size, taken, letters);
    });
  return [...lines, ...items, ...fields].join('');
}

function caption({ Type, ValueDetection }: ExpenseField): string {
  const share = ({ Confidence }: { Confidence?: number | undefined } = {}) => Math.round(Confidence ?? 0);
  const text = (ValueDetection?.Text ?? '').replace(/\s+/g, ' ');
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return `${Type?.Text ?? '?'} ${share(Type)} · ${short} ${share(ValueDetection)}`;
}

function drawField(
  { ValueDetection }: ExpenseField,
  colour: string,
  text: string | undefined,
  size: Size,
  taken: Frame[],
  letters: OverlayLetters,
): string {
  const polygon = ValueDetection?.Geometry?.Polygon;
  if (!polygon || polygon.length === 0) return '';
  const box = outline(polygon, size, colour, 2);
  if (text === undefined) return box;
  const left = Math.min(...polygon.map(({ X = 0 }) => X)) * size.width;
  const top = Math.min(...polygon.map(({ Y = 0 }) => Y)) * size.height;
  const width = letters.width(text, LETTER_HEIGHT) + 2 * PADDING;
  const frame = freeFrame({ left, top, width, height: LETTER_HEIGHT + 2 * PADDING }, size, taken);
  taken.push(frame);
  const baseline = frame.top + PADDING + 0.8 * LETTER_HEIGHT;
  return `${box}<rect x="${frame.left}" y="${frame.top}" width="${frame.width}" height="${frame.height}" fill="${colour}" fill-opacity="0.85"/><path d="${letters.path(text, frame.left + PADDING, baseline, LETTER_HEIGHT)}" fill="#fff"/>`;
}

/** A caption stands above its box, inside the picture, and below any other that is there already. */
function freeFrame(wanted: Frame, size: Size, taken: readonly Frame[]): Frame {
  const left = Math.max(0, Math.min(wanted.left, size.width - wanted.width));
  let top = Math.max(0, wanted.top - wanted.height);
  const collides = (other: Frame) =>
    left < other.left + other.width &&
    other.left < left + wanted.width &&
    top < other.top + other.height &&
    other.top < top + wanted.height;
  for (let other = taken.find(collides); other; other = taken.find(collides)) top = other.top + other.height + 1;
  return { ...wanted, left, top };
}

function outline(polygon: readonly Point[] | undefined, size: Size, colour: string, width: number): string {
  const points = (polygon ?? []).map(
    ({ X = 0, Y = 0 }) => `${(X * size.width).toFixed(1)},${(Y * size.height).toFixed(1)}`,
  );
  return points.length === 0
    ? ''
    : `<polygon points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
}
