import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { someAtOnce } from '../../../../lambdas/core/ground/some-at-once.ts';

describe('someAtOnce', () => {
  it('gives results in the order of the items, and never does more at once', async () => {
    let underWay = 0;
    let most = 0;

    const doubled = await someAtOnce(3, [5, 4, 3, 2, 1], async (item) => {
      most = Math.max(most, ++underWay);
      await sleep(item);
      underWay -= 1;
      return item * 2;
    });

    expect(doubled).toEqual([10, 8, 6, 4, 2]);
    expect(most).toBe(3);
  });

  it('fails as the first piece of work does', async () => {
    const work = async (item: number) => {
      if (item === 2) throw new Error('no two');
    };

    await expect(someAtOnce(2, [1, 2, 3], work)).rejects.toThrow('no two');
  });
});
