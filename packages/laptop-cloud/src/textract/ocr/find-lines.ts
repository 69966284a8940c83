import sharp from 'sharp';
import { detectLines } from './detector.ts';
import type { OcrModels } from './models.ts';
import type { Picture } from './picture.ts';
import type { RotatedBox } from './rotated-box.ts';

const SMALL_PART = 0.62;
const MARGIN_HEIGHTS = 2;
const LEAST_KEPT = 0.7;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Finds the lines of a page. Where they fill only a small part of the picture, as on a photo of a receipt on a table,
 * that part is looked at once more on its own: shrunk with all of the table, small print is lost.
 */
export async function findLines(models: OcrModels, picture: Picture): Promise<RotatedBox[]> {
  const boxes = await detectLines(models, picture);
  const area = areaAround(boxes, picture);
  const isSmall = area && Math.max(area.width, area.height) < SMALL_PART * Math.max(picture.width, picture.height);
  if (!isSmall) return boxes;
  const closer = await detectLines(models, await cutOut(picture, area));
  if (closer.length < LEAST_KEPT * boxes.length) return boxes;
  return closer.map((box) => ({ ...box, centreX: box.centreX + area.left, centreY: box.centreY + area.top }));
}

/** The smallest upright rectangle around all boxes, with a margin; undefined without boxes. */
function areaAround(boxes: readonly RotatedBox[], { width, height }: Picture): Area | undefined {
  if (boxes.length === 0) return undefined;
  const margin = MARGIN_HEIGHTS * Math.max(...boxes.map((box) => Math.min(box.width, box.height)));
  const spans = boxes.map((box) => {
    const cosine = Math.abs(Math.cos(box.angle));
    const sine = Math.abs(Math.sin(box.angle));
    const halfX = (box.width * cosine + box.height * sine) / 2;
    const halfY = (box.width * sine + box.height * cosine) / 2;
    return [box.centreX - halfX, box.centreY - halfY, box.centreX + halfX, box.centreY + halfY] as const;
  });
  const left = Math.max(0, Math.floor(Math.min(...spans.map(([x]) => x)) - margin));
  const top = Math.max(0, Math.floor(Math.min(...spans.map(([, y]) => y)) - margin));
  const right = Math.min(width, Math.ceil(Math.max(...spans.map(([, , x]) => x)) + margin));
  const bottom = Math.min(height, Math.ceil(Math.max(...spans.map(([, , , y]) => y)) + margin));
  return { left, top, width: right - left, height: bottom - top };
}

async function cutOut({ width, height, data }: Picture, area: Area): Promise<Picture> {
  const { data: part, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .extract(area)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: part };
}
