import type { BoundingBox, ExpenseDetection, ExpenseDocument, ExpenseField } from '@aws-sdk/client-textract';

/** What readers of print take a character for. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'O8D6',
  '1': 'lI7',
  '2': 'Z7',
  '3': '8',
  '4': '9A',
  '5': 'S6',
  '6': '58G',
  '7': '1T',
  '8': '3B6',
  '9': '4g',
  '.': ', -',
  ',': '. ',
  '/': '1l7',
  '-': '. ~',
};
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A document as a worse reader would give it: each letter, digit and separator is misread with a probability, most often
 * as a look-alike, now and then lost. What stands in the summary and in a line at the same place is misread alike; the
 * same amount at another place is not.
 *
 * @param rate Between 0 and 1.
 * @param random Gives numbers from 0 up to 1.
 */
export function damage(document: ExpenseDocument, rate: number, random: () => number): ExpenseDocument {
  const misread = (text: string) => [...text].map((sign) => (random() < rate ? swap(sign, random) : sign)).join('');
  const Blocks = (document.Blocks ?? []).map((block) =>
    block.BlockType === 'LINE' && block.Text !== undefined ? { ...block, Text: misread(block.Text) } : block,
  );
  const lines = (document.Blocks ?? []).flatMap(({ BlockType, Text = '', Geometry }, index) =>
    BlockType === 'LINE' ? [{ before: Text, after: Blocks[index]?.Text ?? '', box: Geometry?.BoundingBox }] : [],
  );
  const inPlace = (line: string, box: BoundingBox | undefined): string => {
    const own = lines.find(({ before, box: place }) => before.includes(line) && isInside(box, place));
    if (!own || own.before.length !== own.after.length) return own?.before === line ? own.after : misread(line);
    const start = own.before.indexOf(line);
    return own.after.slice(start, start + line.length);
  };
  const detection = (found: ExpenseDetection): ExpenseDetection => ({
    ...found,
    Text: (found.Text ?? '')
      .split('\n')
      .map((line) => inPlace(line, found.Geometry?.BoundingBox))
      .join('\n'),
  });
  const field = (found: ExpenseField): ExpenseField => ({
    ...found,
    ...(found.LabelDetection && { LabelDetection: detection(found.LabelDetection) }),
    ...(found.ValueDetection && { ValueDetection: detection(found.ValueDetection) }),
  });
  return {
    ...document,
    Blocks,
    SummaryFields: (document.SummaryFields ?? []).map(field),
    LineItemGroups: (document.LineItemGroups ?? []).map((group) => ({
      ...group,
      LineItems: (group.LineItems ?? []).map(({ LineItemExpenseFields = [] }) => ({
        LineItemExpenseFields: LineItemExpenseFields.map(field),
      })),
    })),
  };
}

function swap(sign: string, random: () => number): string {
  if (sign === ' ') return sign;
  const alike = LOOK_ALIKES[sign];
  if (alike !== undefined) return alike.charAt(Math.floor(random() * alike.length));
  if (/\p{L}/u.test(sign)) return random() < 0.2 ? '' : LETTERS.charAt(Math.floor(random() * LETTERS.length));
  return sign;
}

/** Whether the middle of one box lies in the other; places that are not known may be anywhere. */
function isInside(inner: BoundingBox | undefined, outer: BoundingBox | undefined): boolean {
  if (!inner || !outer) return true;
  const within = (start = 0, size = 0, from = 0, length = 0) =>
    start + size / 2 >= from - 0.002 && start + size / 2 <= from + length + 0.002;
  return (
    within(inner.Left, inner.Width, outer.Left, outer.Width) && within(inner.Top, inner.Height, outer.Top, outer.Height)
  );
}

/** A repeatable source of random numbers: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
