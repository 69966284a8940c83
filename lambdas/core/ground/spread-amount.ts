import { type MinorUnits, minorUnits } from './money.ts';

/**
 * Spreads an amount in proportion to weights, to the last minor unit: every part is what its weight gives, rounded
 * towards zero, and the units that are left over go to the parts that lost most by it (largest remainder).
 *
 * @param amountMinor Of either sign.
 * @param weights Whole numbers, none below zero, not all of them zero.
 * @returns One part for each weight; their sum is the amount, exactly.
 * @throws RangeError when the weights are not such.
 */
export function spreadAmount(amountMinor: MinorUnits, weights: readonly number[]): MinorUnits[] {
  const isWeight = (weight: number) => Number.isSafeInteger(weight) && weight >= 0;
  const whole = weights.reduce((sum, weight) => sum + (isWeight(weight) ? BigInt(weight) : 0n), 0n);
  if (whole === 0n || !weights.every(isWeight)) {
    throw new RangeError(`expected whole weights of which one is above zero, got ${JSON.stringify(weights)}`);
  }
  const sign = amountMinor < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(amountMinor));
  const parts = weights.map((weight, index) => {
    const share = amount * BigInt(weight);
    return { index, minor: Number(share / whole), lost: share % whole };
  });
  const left = Math.abs(amountMinor) - parts.reduce((sum, { minor }) => sum + minor, 0);
  const byLoss = [...parts].sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1));
  const raised = new Set(byLoss.slice(0, left).map(({ index }) => index));
  return parts.map(({ index, minor }) => minorUnits(sign * (minor + (raised.has(index) ? 1 : 0))));
}
