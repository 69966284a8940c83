import { describe, expect, it } from 'vitest';
import { simulateBurst } from '../../../bench/burst/simulate-burst.ts';
import { quotasByRegion } from '../../../bench/burst/textract-quotas.ts';

const quotas = quotasByRegion['us-east-1'] ?? { startsPerSecond: 0, getsPerSecond: 0, jobs: 0 };

describe('simulateBurst', () => {
  it('asks Textract once for each document when turns are paced', async () => {
    const { calls, booked, retries, makespanSeconds } = await simulateBurst({
      files: 200,
      turnsPerSecond: 1,
      quotas,
      seed: 1,
    });

    expect(booked).toBe(200);
    expect(calls.StartExpenseAnalysis.refused).not.toHaveProperty('ProvisionedThroughputExceededException');
    expect(calls.GetExpenseAnalysis.refused).not.toHaveProperty('ProvisionedThroughputExceededException');
    // Hiccups apart, which strike one call in a thousand.
    expect(retries).toBeLessThan(5);
    // A turn a second in bulk, and some in the other lanes meanwhile.
    expect(makespanSeconds).toBeGreaterThan(180);
  });

  it('is refused again and again when nothing is paced', async () => {
    const { calls, startAttemptsADocument, retries } = await simulateBurst({
      files: 200,
      turnsPerSecond: 1000,
      quotas,
      seed: 1,
    });

    expect(calls.StartExpenseAnalysis.refused['ProvisionedThroughputExceededException']).toBeGreaterThan(200);
    expect(startAttemptsADocument.mean).toBeGreaterThan(2);
    expect(retries).toBeGreaterThan(200);
  });

  it("lets other people's receipts start at once in the midst of a burst", async () => {
    const { others } = await simulateBurst({ files: 200, turnsPerSecond: 1, quotas, seed: 1 });

    expect(others.meanwhile.receipts).toBe(20);
    expect(others.meanwhile.jobStarted.most).toBeLessThanOrEqual(5);
  });

  it('comes out the same with the same seed', async () => {
    const options = { files: 50, turnsPerSecond: 10, quotas };

    const [one, again, other] = [
      await simulateBurst({ ...options, seed: 1 }),
      await simulateBurst({ ...options, seed: 1 }),
      await simulateBurst({ ...options, seed: 2 }),
    ];

    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });
});
