import { open, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { booked, type HostileFile } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { asPdf } from '../papers.ts';

const kind = 'file that moves';

/** Files that change while somebody looks. */
export async function movingFiles({ chance, purchase, receipt }: Kit): Promise<HostileFile[]> {
  const files: HostileFile[] = [];
  for (let number = 0; number < 4; number += 1) {
    const bought = purchase();
    const content = await asPdf(bought);
    const steps = chance.whole(3, 8);
    files.push({
      kind,
      what: `grows in ${steps} steps`,
      path: receipt('grows.pdf'),
      due: booked(bought.total),
      place: ({ path }) => grow(path, content, steps),
    });
  }
  for (let number = 0; number < 4; number += 1) {
    const content = await asPdf(purchase());
    const afterMs = chance.whole(0, 120);
    files.push({
      kind,
      what: `is gone after ${afterMs} ms`,
      path: receipt('gone.pdf'),
      due: 'nothing',
      place: async ({ path }) => {
        await writeFile(path, content);
        await pause(afterMs);
        await rm(path);
      },
    });
  }
  for (let number = 0; number < 3; number += 1) {
    const bought = purchase();
    const last = await asPdf(bought);
    files.push({
      kind,
      what: 'is replaced at once',
      path: receipt('replaced.pdf'),
      // Whoever is slow to look sees the second alone.
      due: { ends: ['completed', 'rejected UnsupportedFormatError'], books: bought.total, lastly: 'completed' },
      place: async ({ path }) => {
        await writeFile(path, 'not yet a receipt');
        await pause(chance.whole(0, 60));
        await writeFile(`${path}.part`, last);
        await rename(`${path}.part`, path);
      },
    });
  }
  return files;
}

/** Writes piece by piece, with pauses longer than a file has to stand still. */
async function grow(path: string | Buffer, content: Buffer, steps: number): Promise<void> {
  const file = await open(path, 'w');
  const size = Math.ceil(content.length / steps);
  try {
    for (let at = 0; at < content.length; at += size) {
      await file.write(content.subarray(at, at + size));
      await pause(350);
    }
  } finally {
    await file.close();
  }
}
