import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/http/service.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const recorded = (id: string, output: string): JsonObject => ({
  id,
  queryLanguage: 'JSONata',
  stateMachineType: 'STANDARD',
  definition: { QueryLanguage: 'JSONata', StartAt: 'Say', States: { Say: { Type: 'Succeed', Output: 'hello' } } },
  input: {},
  needs: [],
  expected: { status: 'SUCCEEDED', output },
});

const command = fileURLToPath(new URL('../../bench/conformance.ts', import.meta.url));

async function run(atLeast: string) {
  const file = join(await temporaryDirectory(), 'cases.json');
  const cases = [recorded('right', 'hello'), recorded('wrong', 'goodbye')];
  await writeFile(file, JSON.stringify({ lambdaBehaviours: {}, cases, testState: [], validation: [] }));
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', command, file, '--at-least', atLeast], {
    encoding: 'utf8',
  });
  const [line = '', ...summary] = stdout.trim().split('\n');
  return { status, line, summary: JSON.parse(summary.join('\n')) as JsonObject };
}

describe('npm run conformance', { timeout: 30_000 }, () => {
  it('tells what came out otherwise, counts, and fails below the share asked for', async () => {
    const { status, line, summary } = await run('98');

    expect(status).toBe(1);
    expect(line).toBe('execution JSONata wrong: output: got "hello", expected "goodbye"');
    expect(summary).toMatchObject({
      executions: { JSONata: { passed: 1, total: 2, percent: 50 } },
      counted: { passed: 1, total: 2, percent: 50 },
    });
  });

  it('succeeds where the share holds', async () => {
    expect((await run('50')).status).toBe(0);
  });
});
