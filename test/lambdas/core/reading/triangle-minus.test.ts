import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../support/booked-page.ts';

describe('an amount behind a triangle of Japan', () => {
  const booked = (...rows: readonly string[]) =>
    outcomeOf(`ヤマダ電機\n2026年11月14日\n${rows.join('\n')}`, 'ja-JP', 'JPY');

  it.each([
    ['▲2,000', '▲2,000'],
    ['△2,000', '△2,000円'],
    ['▲ 2,000', '▲ 2,000'],
    ['▲¥2,000', '¥▲2,000'],
  ])('is below zero: %s and %s', (item, total) =>
    expect(booked(`ケーブル               ${item}`, `合計                 ${total}`)).toBe('-2000 JPY'));

  it('is a discount where it takes something off', () => {
    const rows = ['牛肉                   2,000', '値引                    ▲200', '合計                  ¥1,800'];
    expect(booked(...rows)).toBe('1800 JPY');
  });
});
