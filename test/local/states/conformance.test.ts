import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { differences } from './conformance/compare.ts';
import type { RecordedCase } from './conformance/recorded-case.ts';
import { replayCase } from './conformance/replay-case.ts';

const path = fileURLToPath(new URL('../../../../shared/data/asl-conformance/cases.json', import.meta.url));
const isHere = existsSync(path);
if (!isHere) console.warn(`left out: conformance with AWS's recordings, because ${path} is not there`);

/** What a recording needs that this room does not have yet; validation refuses each of these by name. */
const MISSING: Readonly<Record<string, (recorded: RecordedCase) => boolean>> = {
  'JSONPath states': ({ queryLanguage }) => queryLanguage === 'mixed',
  activities: ({ needs }) => needs.includes('activity'),
  'task tokens and .sync': ({ definition }) => /waitForTaskToken|\.sync|Task\.Token/.test(JSON.stringify(definition)),
  'distributed Map': ({ definition }) => /DISTRIBUTED|ItemReader/.test(JSON.stringify(definition)),
  Credentials: ({ needs }) => needs.includes('credentials'),
  'a cause that the recorder broke': ({ expected }) => JSON.stringify(expected).includes('<request-id>'),
};

const missing = (recorded: RecordedCase): string | undefined =>
  Object.keys(MISSING).find((reason) => MISSING[reason]?.(recorded));

describe.skipIf(!isHere)('executions recorded on AWS', () => {
  const { cases } = (isHere ? JSON.parse(readFileSync(path, 'utf8')) : { cases: [] }) as { cases: RecordedCase[] };

  it('come out the same: status, output, error, cause and every event of the history', {
    timeout: 60_000,
  }, async () => {
    const failures: string[] = [];
    for (const recorded of cases.filter((one) => missing(one) === undefined)) {
      const found = differences(recorded, await replayCase(recorded));
      if (found.length > 0) failures.push(`${recorded.id}\n  ${found.join('\n  ')}`);
    }

    expect(failures).toEqual([]);
  });

  it('cover at least nine of ten that were recorded in JSONata mode', () => {
    const jsonata = cases.filter(({ queryLanguage }) => queryLanguage === 'JSONata');
    const leftOut = jsonata.filter((recorded) => missing(recorded) !== undefined);

    expect(leftOut.length / jsonata.length).toBeLessThan(0.1);
  });
});
