import { describe, expect, it } from 'vitest';
import { quotasByRegion, TextractQuotas } from '../../../bench/burst/textract-quotas.ts';

const quotas = { startsPerSecond: 2, getsPerSecond: 5, jobs: 3 };

describe('TextractQuotas', () => {
  it('lets as many calls pass at one instant as a second has, and refuses the next', () => {
    const textract = new TextractQuotas(quotas);

    const answers = [0, 0, 0].map((now) => textract.start(now));

    expect(answers).toEqual([undefined, undefined, 'ProvisionedThroughputExceededException']);
  });

  it('fills evenly, and holds no more than one second', () => {
    const textract = new TextractQuotas({ ...quotas, jobs: 100 });
    textract.start(0);
    textract.start(0);

    const answers = [499, 500, 501, 1000, 61_000, 61_000, 61_000].map((now) => textract.start(now));

    const refused = 'ProvisionedThroughputExceededException';
    expect(answers).toEqual([refused, undefined, refused, undefined, undefined, undefined, refused]);
  });

  it('lets calls pass that come exactly at the rate', () => {
    const textract = new TextractQuotas({ ...quotas, getsPerSecond: 3 });

    const answers = Array.from({ length: 3000 }, (_, index) => textract.get((index * 1000) / 3));

    expect(answers.filter((answer) => answer !== undefined)).toEqual([]);
  });

  it('counts calls that start jobs apart from calls that ask for results', () => {
    const textract = new TextractQuotas(quotas);
    for (let call = 0; call < 5; call++) textract.get(0);

    expect(textract.get(0)).toBe('ProvisionedThroughputExceededException');
    expect(textract.start(0)).toBeUndefined();
  });

  it('refuses a job while as many run as may, until one has ended', () => {
    const textract = new TextractQuotas(quotas);
    const seconds = [0, 1000, 2000, 3000].map((now) => textract.start(now));

    textract.jobEnded();

    expect(seconds).toEqual([undefined, undefined, undefined, 'LimitExceededException']);
    expect(textract.start(4000)).toBeUndefined();
  });
});

describe('quotasByRegion', () => {
  it('has what AWS grants unasked', () => {
    expect(quotasByRegion['us-east-1']).toEqual({ startsPerSecond: 5, getsPerSecond: 5, jobs: 600 });
    expect(quotasByRegion['eu-central-1']).toEqual({ startsPerSecond: 1, getsPerSecond: 5, jobs: 100 });
  });
});
