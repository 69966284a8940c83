import { damaged, type HostileFile, rejected } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { asPicture } from '../papers.ts';
import { cutOff, flipped } from './damage.ts';

const ENDINGS = { jpeg: 'jpg', png: 'png', tiff: 'tif' } as const;

/** Pictures of receipts that were cut off on their way, or came over with other bytes. */
export async function damagedPictures({ chance, purchase, receipt }: Kit): Promise<HostileFile[]> {
  const files: HostileFile[] = [];
  for (const [format, cuts, flips] of [
    ['jpeg', 8, 6],
    ['png', 7, 6],
    ['tiff', 5, 4],
  ] as const) {
    const bought = purchase();
    const whole = await asPicture(bought, format);
    const due = damaged(bought.total);
    for (let number = 0; number < cuts; number += 1) {
      const content = cutOff(whole, chance, 0.01, 0.98);
      files.push({
        kind: 'picture cut off',
        what: `${format} after ${content.length} bytes`,
        path: receipt(`cut.${ENDINGS[format]}`),
        content,
        due,
      });
    }
    for (let number = 0; number < flips; number += 1) {
      const content = flipped(whole, chance, chance.whole(1, 12), 20);
      files.push({
        kind: 'picture with other bytes',
        what: format,
        path: receipt(`flip.${ENDINGS[format]}`),
        content,
        due,
      });
    }
    const header = flipped(whole, chance, 6, 8, 40);
    files.push({
      kind: 'picture with other bytes',
      what: `head of ${format}`,
      path: receipt(`head.${ENDINGS[format]}`),
      content: header,
      due,
    });
  }
  return files;
}

/** Pictures whose head says that they are far larger than anything that can be read. */
export async function hugePictures({ chance, purchase, receipt }: Kit): Promise<HostileFile[]> {
  const kind = 'picture that says it is huge';
  const due = rejected('FileTooLargeError', /too large: it has \d+ x \d+ pixels/);
  const [jpeg, png] = [await asPicture(purchase(), 'jpeg'), await asPicture(purchase(), 'png')];
  const sides = [
    [10_001, 10_001],
    [65_000, 65_000],
    [chance.whole(12_000, 60_000), 500],
    [500, chance.whole(12_000, 60_000)],
  ] as const;
  return sides.flatMap(([width, height]) => [
    { kind, what: `PNG ${width} x ${height}`, path: receipt('huge.png'), content: pngOf(png, width, height), due },
    { kind, what: `JPEG ${width} x ${height}`, path: receipt('huge.jpg'), content: jpegOf(jpeg, width, height), due },
  ]);
}

/** Writes other sides into the head of a PNG, with a checksum that is right. */
function pngOf(png: Buffer, width: number, height: number): Buffer {
  const content = Buffer.from(png);
  content.writeUInt32BE(width, 16);
  content.writeUInt32BE(height, 20);
  content.writeUInt32BE(crc32(content.subarray(12, 29)), 29);
  return content;
}

/** Writes other sides into the frame header of a JPEG. */
function jpegOf(jpeg: Buffer, width: number, height: number): Buffer {
  const content = Buffer.from(jpeg);
  const frame = content.indexOf(Buffer.from([0xff, 0xc0]));
  content.writeUInt16BE(height, frame + 5);
  content.writeUInt16BE(width, frame + 7);
  return content;
}

/** The checksum of PNG's chunks. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
