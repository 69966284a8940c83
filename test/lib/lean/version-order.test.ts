import { expect, it } from 'vitest';
import { gte } from '../../../lib/lean/version-order.ts';

it.each([
  ['2.7.15', '2.7.15', true],
  ['2.10.0', '2.7.15', true],
  ['v20.19.0', '8.0.0', true],
  ['2.7.14', '2.7.15', false],
  ['1.99.99', '2.0.0', false],
])('a version %s is %s or later: %s', (version, other, isRecent) => {
  expect(gte(version, other)).toBe(isRecent);
});
