import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { report } from '../../../bench/accuracy/report.ts';
import { saveRun, toSavedRun } from '../../../bench/accuracy/saved-run.ts';
import { projectRoot } from '../../../lib/bundle.ts';
import { aDocument } from '../../lambdas/core/reading/analysis.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const run = promisify(execFile);
const accuracy = (...args: readonly string[]) =>
  run('node', ['--import', 'tsx', 'bench/accuracy-textract.ts', ...args], { cwd: projectRoot });

/** Two responses with their truth; the second one's total is wrong. */
async function responses(): Promise<string> {
  const folder = await temporaryDirectory();
  const response = (total: string) =>
    JSON.stringify({
      ExpenseDocuments: [
        aDocument({
          fields: [
            { type: 'TOTAL', label: 'Total', text: total },
            { type: 'INVOICE_RECEIPT_DATE', text: '14/06/2024' },
          ],
        }),
      ],
    });
  for (const [name, total] of Object.entries({ one: '12.00', two: '13.00' })) {
    await writeFile(join(folder, `${name}.json`), response(total));
    await writeFile(join(folder, `${name}.truth.json`), JSON.stringify({ total: '12.00', date: '14/06/2024' }));
  }
  return folder;
}

describe('npm run accuracy:textract', () => {
  it('judges response files by the truth beside them and lists the misses', async () => {
    const folder = await responses();

    const { stdout } = await accuracy('--data', folder, '--json', '--out', join(folder, 'misses.csv'));

    expect(Object.entries(JSON.parse(stdout))[0]).toEqual([
      'silentWrong',
      { documents: 1, total: 1, currency: 0, date: 0 },
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      documents: 2,
      fields: { total: { right: 1, of: 2 }, date: { right: 2, of: 2 } },
      misses: [{ name: 'two', field: 'total', expected: '12.00', found: '13.00' }],
    });
    expect(await readFile(join(folder, 'misses.csv'), 'utf8')).toContain('two,completed,total,12.00,13.00');
  });

  it('says first what was silently wrong, beside an earlier run', async () => {
    const earlier = join(await temporaryDirectory(), 'run.json');
    await saveRun(earlier, toSavedRun(report([]), []));

    const { stdout } = await accuracy('--data', await responses(), '--compare', earlier);

    expect(stdout.split('\n')[0]).toBe(
      'silent wrong: 1 (before 0) of 2 documents; total 1 (before 0), currency 0 (before 0), date 0 (before 0)',
    );
  });

  it('fails on an unknown part, and says which there are', async () => {
    await expect(accuracy('--data', '.', '--part', 'third')).rejects.toThrow('expected --part even, odd or all');
  });
});
