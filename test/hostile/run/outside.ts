import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tried } from './tried.ts';

/** What has to lie in each folder around the bucket, and nothing else: no key and no name may lead out of it. */
const DUE: Readonly<Record<string, readonly string[]>> = {
  '.': ['data', 'outside'],
  data: ['.spendwire', 'aws.env', 'bucket', 'logs', 'outbox'],
  outside: ['folder', 'secret.pdf'],
  'outside/folder': ['secret.pdf'],
};

/** Looks for files that were written beside the bucket's folder. */
export async function judgeOutside(directory: string): Promise<Tried> {
  const problems: string[] = [];
  for (const [folder, due] of Object.entries(DUE)) {
    const found = (await readdir(join(directory, folder))).sort();
    if (found.join() !== [...due].sort().join())
      problems.push(`${folder} holds ${found.join(', ')}, expected ${due.join(', ')}`);
  }
  return {
    kind: 'what lies beside the bucket',
    what: Object.keys(DUE).join(', '),
    cameOut: problems.length === 0 ? 'what has to' : 'other files',
    problems,
  };
}
