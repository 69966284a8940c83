import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { viewDocument } from '../../views/document-view.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';

let stage: TestCloud;
beforeAll(async () => {
  stage = await openCloud();
});
afterAll(() => stage.close());

const sample = (name: string) => readFile(join(projectRoot, 'events', 'samples', 'receipts', name));

/** The paper photographed once more: turned a little, from further away, in other light, with a sensor's noise. */
async function retaken(photo: Buffer, degrees: number): Promise<Buffer> {
  const { width } = await sharp(photo).metadata();
  const turned = await sharp(photo)
    .resize(Math.round(width * 0.94))
    .rotate(degrees, { background: '#c8c4bc' })
    .toBuffer();
  const size = await sharp(turned).metadata();
  const noise = { type: 'gaussian', mean: 128, sigma: 14 } as const;
  const grain = await sharp({
    create: { width: size.width, height: size.height, channels: 3, background: '#000', noise },
  })
    .png()
    .toBuffer();
  return sharp(turned)
    .modulate({ brightness: 0.93 })
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 74 })
    .toBuffer();
}

async function endOf(key: string): Promise<string> {
  const [id = ''] = await stage.documentIds(key);
  const view = await viewDocument(stage.table, id);
  return view?.code ?? view?.status ?? 'lost';
}

describe('a receipt that is photographed twice', () => {
  it.each([
    ['04-gas-station.jpg', 1.3],
    ['02-pharmacy.jpg', -0.8],
  ])('counts once: %s, turned by %d degrees', async (name, degrees) => {
    const photo = await sample(name);
    await stage.cloud.s3.write(`receipts/alice/${name}`, photo);
    await stage.cloud.idle();
    await stage.cloud.s3.write(`receipts/alice/again-${name}`, await retaken(photo, degrees));
    await stage.cloud.idle();

    expect(await endOf(`receipts/alice/${name}`)).toBe('completed');
    expect(await endOf(`receipts/alice/again-${name}`)).toBe('LikelyDuplicateError');
  });

  it('counts once when both photos arrive together', async () => {
    const photo = await sample('05-restaurant.jpg');
    const again = await retaken(photo, 1);
    const keys = ['receipts/alice/one.jpg', 'receipts/alice/two.jpg'] as const;
    await Promise.all([stage.cloud.s3.write(keys[0], photo), stage.cloud.s3.write(keys[1], again)]);
    await stage.cloud.idle();

    expect((await Promise.all(keys.map(endOf))).sort()).toEqual(['LikelyDuplicateError', 'completed']);
  });
});
