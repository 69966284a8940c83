import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { allDocuments } from './documents/all.ts';
import { failingFiles } from './documents/failing-files.ts';
import { type PlannedBudget, readme } from './readme.ts';
import { truthFile } from './sample.ts';

/**
 * Draws every sample document anew, writes its ground truth beside it, and the index of all:
 * `npx tsx events/samples/generate.ts`.
 */
async function generate(root: string): Promise<void> {
  const receipts = join(root, 'receipts');
  const failures = join(root, 'failures');
  await mkdir(receipts, { recursive: true });
  await mkdir(failures, { recursive: true });
  for (const { file, truth, draw } of allDocuments) {
    await writeFile(join(receipts, file), await draw());
    await writeFile(join(receipts, truthFile(file)), asJson(truth));
    console.log(file);
  }
  for (const { file, make } of failingFiles.filter(({ isCommitted }) => isCommitted)) {
    await writeFile(join(failures, file), await make());
    console.log(file);
  }
  await writeFile(join(failures, 'manifest.json'), asJson(failingFiles));
  const plan: { budgets: PlannedBudget[] } = parse(await readFile(join(root, 'budgets', 'alice.yaml'), 'utf8'));
  await writeFile(join(root, 'README.md'), readme(allDocuments, failingFiles, plan.budgets));
}

/** Functions are left out, so a declaration becomes its data. */
const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

await generate(fileURLToPath(new URL('.', import.meta.url)));
