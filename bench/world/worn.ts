import sharp from 'sharp';
import { photographed } from '../../events/samples/photo.ts';
import { pictureOf } from '../../events/samples/picture.ts';
import { bell, type Random } from '../../events/samples/random.ts';

/** How far a photo is from a scan: 0 for a scanner, 1 for a hurried hand. */
export type Wear = 0 | 0.5 | 1;

/** Takes a photo of a drawn paper: folds, light, turn, lens, sensor and compression, all by chance. */
export async function worn(svg: string, wear: Wear, kind: 'jpeg' | 'png', random: Random): Promise<Buffer> {
  const paper = await flatPaper(svg, wear, random);
  const placed = wear === 1 && random() < 0.25 ? await fromAnAngle(paper, random) : await onTable(paper, wear, random);
  const { width, height } = await sharp(placed).metadata();
  const lit = await sharp(placed)
    .composite([{ input: light(width, height, wear, random), blend: 'multiply' }])
    .blur(0.3 + wear * random() * 0.7)
    .png()
    .toBuffer();
  const grainy = sharp(lit).composite([
    {
      input: grain(width, height, 3 + wear * random() * 9, random),
      raw: { width, height, channels: 4 },
      blend: 'over',
    },
  ]);
  const turned = wear === 1 && random() < 0.05 ? sharp(await grainy.png().toBuffer()).rotate(90) : grainy;
  if (kind === 'png') return await turned.png().toBuffer();
  return await turned.jpeg({ quality: Math.round(90 - wear * random() * 35) }).toBuffer();
}

/** The print itself: paler or darker, with a fold across. */
async function flatPaper(svg: string, wear: Wear, random: Random): Promise<Buffer> {
  const { width, height } = await sharp(Buffer.from(svg)).metadata();
  const pale = wear * random() * 0.45;
  const folds = Array.from({ length: Math.floor(wear * random() * 3) }, () => {
    const at = Math.round((0.15 + random() * 0.7) * height);
    return `<rect x="0" y="${at - 7}" width="${width}" height="7" fill="#d4d2cc" opacity="0.7"/><rect x="0" y="${at}" width="${width}" height="2" fill="#b6b4ae" opacity="0.5"/>`;
  });
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${folds.join('')}</svg>`;
  return await sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .linear(1 - pale, 255 * pale * 0.95)
    .composite([{ input: Buffer.from(overlay), blend: 'multiply' }])
    .png()
    .toBuffer();
}

async function onTable(paper: Buffer, wear: Wear, random: Random): Promise<Buffer> {
  const shade = Math.round(wear === 0 ? 250 : 40 + random() * 150);
  const background = { r: shade, g: Math.round(shade * 0.93), b: Math.round(shade * 0.82) };
  const edge = Math.round(wear * (10 + random() * 60));
  return await sharp(paper)
    .extend({ top: edge, bottom: edge, left: edge, right: edge, background })
    .rotate(bell(random) * wear * 1.6 + (wear === 0 ? bell(random) * 0.3 : 0), { background })
    .png()
    .toBuffer();
}

async function fromAnAngle(paper: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sharp(paper).metadata();
  const picture = await pictureOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${paper.toString('base64')}"/></svg>`,
  );
  const off = (length: number): number => (0.02 + random() * 0.05) * length;
  const [wide, high] = [Math.round(width * 1.1), Math.round(height * 1.08)];
  const shade = 60 + random() * 90;
  const shot = photographed(picture, {
    width: wide,
    height: high,
    corners: [
      [off(wide), off(high)],
      [wide - off(wide), off(high)],
      [wide - off(wide), high - off(high)],
      [off(wide), high - off(high)],
    ],
    table: () => [shade, shade * 0.85, shade * 0.7],
    wave: random() * 0.004,
  });
  return await sharp(Buffer.from(shot.data.buffer), { raw: { width: wide, height: high, channels: 3 } })
    .png()
    .toBuffer();
}

/** A shadow that falls from one side, as a hand's or the phone's does. */
function light(width: number, height: number, wear: Wear, random: Random): Buffer {
  const dark = Math.round(255 - wear * random() * 120);
  const [x, y] = [random(), random()].map((value) => value.toFixed(2));
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x1="${x}" y1="${y}" x2="${1 - Number(x)}" y2="${1 - Number(y)}"><stop offset="0" stop-color="rgb(${dark},${dark},${dark})"/><stop offset="0.7" stop-color="#fff"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`,
  );
}

/** A sensor's noise as grey of varying opacity. */
function grain(width: number, height: number, deviation: number, random: Random): Buffer {
  const data = Buffer.alloc(width * height * 4);
  for (let index = 0; index < data.length; index += 4) {
    const value = bell(random) * deviation;
    data.fill(value > 0 ? 255 : 0, index, index + 3);
    data[index + 3] = Math.min(255, Math.abs(value));
  }
  return data;
}
