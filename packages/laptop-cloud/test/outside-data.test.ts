import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { outsideData } from './outside-data.ts';
import { temporaryDirectory } from './temporary-directory.ts';

afterEach(() => vi.unstubAllEnvs());

describe('outsideData', () => {
  it('is found in the folder that OUTSIDE_DATA names', async () => {
    const folder = await temporaryDirectory();
    await mkdir(join(folder, 'textract'));
    vi.stubEnv('OUTSIDE_DATA', folder);

    expect(outsideData('textract', 'nothing')).toBe(join(folder, 'textract'));
  });

  it('is told with what is left out where it is absent', async () => {
    const told = vi.spyOn(console, 'info').mockImplementation(() => {});
    const folder = await temporaryDirectory();
    vi.stubEnv('OUTSIDE_DATA', folder);

    expect(outsideData('recordings', 'the comparison')).toBeUndefined();
    expect(told.mock.calls).toEqual([
      [
        `left out: the comparison, because ${join(folder, 'recordings')} is not there; OUTSIDE_DATA names the folder it lies in`,
      ],
    ]);
  });
});
