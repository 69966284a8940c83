import { beforeAll, describe, expect, it } from 'vitest';
import { throughCloud } from '../../../bench/world/in-cloud.ts';
import { type Judged, judge } from '../../../bench/world/outcome.ts';
import { papersOf, TODAY } from './papers.ts';

/** Kinds with the seed that draws them: of many countries. Photos take longest, so there are four. */
const FIXED = [
  ['till', 103],
  ['restaurant-tip', 118],
  ['hotel', 112],
  ['several-pages', 104],
  ['form', 116],
  ['scan', 122],
  ['discount', 119],
  ['dual-currency', 105],
  ['tax-table', 108],
  ['retaken', 107],
  ['twins', 106],
  ['refund', 114],
  ['exchange', 108],
  ['credit-note', 117],
  ['credit-marked', 103],
  ['tax-on-top', 102],
  ['invoice', 121],
  ['tip-proposed', 109],
  ['other-days', 121],
  ['card-slip', 107],
  ['loyalty', 103],
  ['gift-card', 102],
  ['cropped', 104],
  ['sideways', 117],
  ['instalments', 102],
  ['many-days', 109],
  ['cash-change', 102],
  ['subscription', 106],
  ['energy', 107],
  ['rate-only', 5],
  ['own-calendar', 107],
  ['own-calendar', 116],
  ['layer', 113],
] as const;

/** How many may be asked about: the second picture of one paper, and one more. */
const MOST_ASKED = 2;

describe('a fixed part of the world set', () => {
  let judged: readonly Judged[] = [];
  const of = (kind: string) => judged.filter(({ document }) => document.kind === kind);

  beforeAll(async () => {
    const documents = FIXED.flatMap(([kind, seed]) => papersOf(kind, seed));
    judged = judge(documents, await throughCloud([documents], TODAY));
  }, 600_000);

  it('is of many kinds and countries, with photos and a scan', () => {
    expect(judged.length).toBe(FIXED.length + 2);
    expect(new Set(judged.map(({ document }) => document.country)).size).toBeGreaterThanOrEqual(22);
    expect(judged.filter(({ document }) => document.medium === 'photo')).toHaveLength(4);
    expect(of('scan')).toHaveLength(1);
  });

  it('is never silently wrong in money, currency or date', () => {
    const wrong = judged.filter(({ silent }) => silent.length > 0);
    expect(wrong.map(({ document, outcome, silent }) => ({ silent, ...document.truth, outcome }))).toEqual([]);
  });

  it('is booked, but for what a person has to say', () => {
    const asked = judged.filter(({ isRight, silent }) => !isRight && silent.length === 0);
    const told = asked.map(
      ({ document, outcome }) => `${document.file}: ${outcome.status} ${outcome.reasons[0] ?? ''}`,
    );
    expect(told.length, told.join('\n')).toBeLessThanOrEqual(MOST_ASKED);
  });

  it('counts one paper once, and two purchases that look alike twice', () => {
    expect(
      of('retaken')
        .map(({ outcome }) => outcome.status)
        .filter((status) => status === 'completed'),
    ).toHaveLength(1);
    expect(of('twins').map(({ outcome }) => outcome.status)).toEqual(['completed', 'completed']);
  });
});
