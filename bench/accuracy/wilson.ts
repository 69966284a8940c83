/** A share with the range that its true value lies in, 95 times of 100. All between 0 and 1. */
export interface Share {
  readonly right: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.96;

/**
 * A share with its Wilson interval, which stays inside 0 to 1 and holds for few cases too. Of nothing asked, the share
 * is 0 and the range everything.
 * https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 */
export function shareOf(right: number, of: number): Share {
  if (of === 0) return { right, of, share: 0, low: 0, high: 1 };
  const share = right / of;
  const middle = share + (Z * Z) / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  return { right, of, share, low: (middle - spread) / scale, high: (middle + spread) / scale };
}
