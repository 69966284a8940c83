import { describe, expect, it } from 'vitest';
import { withLevelContrast } from '../../../src/textract/image/level-contrast.ts';

const WIDTH = 200;

/** A page of one brightness with a bar of another across it. */
async function barred(paper: number, ink: number) {
  const data = Buffer.alloc(WIDTH * WIDTH * 3, paper);
  data.fill(ink, 0, 20 * WIDTH * 3);
  const levelled = await withLevelContrast({ width: WIDTH, height: WIDTH, data });
  return { paper: levelled.data.at(-1), ink: levelled.data[0] };
}

describe('withLevelContrast', () => {
  it.each([
    ['taken in the dark', 30, 8],
    ['of faint print', 250, 190],
  ])('makes ink black and paper white in a picture %s', async (_how, paper, ink) => {
    expect(await barred(paper, ink)).toEqual({ paper: 255, ink: 0 });
  });

  it('leaves a picture with enough contrast as it is', async () => {
    expect(await barred(240, 60)).toEqual({ paper: 240, ink: 60 });
  });

  it('leaves a picture of one colour as it is', async () => {
    expect(await barred(41, 39)).toEqual({ paper: 41, ink: 39 });
  });
});
