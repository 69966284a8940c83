import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Recordings } from '../../bench/conformance/recording.ts';
import { runRecordings, type Verdict } from '../../bench/conformance/run-recordings.ts';
import { summarise } from '../../bench/conformance/summary.ts';
import { outsideData } from '../outside-data.ts';

const path = outsideData('asl-conformance/cases.json', "conformance with AWS's recordings");

describe.skipIf(path === undefined)('what was recorded on AWS', () => {
  it('comes out the same in 98 of 100: status, output, error, cause and every event of the history', {
    timeout: 120_000,
  }, async () => {
    const recordings = JSON.parse(readFileSync(path as string, 'utf8')) as Recordings;

    const verdicts: Verdict[] = [];
    for await (const verdict of runRecordings(recordings)) verdicts.push(verdict);

    const { counted } = summarise(verdicts);
    expect(counted.total).toBe(233);
    expect(counted.percent).toBeGreaterThanOrEqual(98);
  });
});
