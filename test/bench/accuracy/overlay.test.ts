import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawOverlay } from '../../../bench/accuracy/overlay.ts';

const aPicture = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } }).png();
const corners = (left: number, top: number, right: number, bottom: number) => [
  { X: left, Y: top },
  { X: right, Y: top },
  { X: right, Y: bottom },
  { X: left, Y: bottom },
];
const aTotal = {
  Type: { Text: 'TOTAL', Confidence: 99 },
  ValueDetection: { Text: '12.50', Confidence: 98, Geometry: { Polygon: corners(0.5, 0.5, 0.75, 0.6) } },
};

async function colourAt(picture: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
}

describe('drawOverlay', () => {
  it('frames a field where it stands, with a caption above it', async () => {
    const picture = await aPicture().toBuffer();

    const drawn = await drawOverlay(picture, { ExpenseDocuments: [{ SummaryFields: [aTotal] }] });

    const [red = 0, green = 255] = await colourAt(drawn, 200, 165);
    expect(red - green).toBeGreaterThan(100);
    const [captionRed = 0, captionGreen = 255] = await colourAt(drawn, 201, 131);
    expect(captionRed - captionGreen).toBeGreaterThan(100);
    expect(await colourAt(drawn, 100, 165)).toEqual([255, 255, 255]);
  });

  it('keeps captions apart and inside the picture', async () => {
    const picture = await aPicture().toBuffer();
    const atTheEdge = { ...aTotal, ValueDetection: { Text: '1', Geometry: { Polygon: corners(0.95, 0, 1, 0.05) } } };

    const drawn = await drawOverlay(picture, { SummaryFields: [atTheEdge, atTheEdge] });

    for (const y of [2, 24]) {
      const [red = 0, green = 255] = await colourAt(drawn, 396, y);
      expect(red - green).toBeGreaterThan(100);
    }
  });

  it('leaves a picture without an answer as it is, but for its size', async () => {
    const drawn = await drawOverlay(await aPicture(4000, 1000).jpeg().toBuffer(), {});

    expect(await sharp(drawn).metadata()).toMatchObject({ format: 'png', width: 1800, height: 450 });
  });
});
