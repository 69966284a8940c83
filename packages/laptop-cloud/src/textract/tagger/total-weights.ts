/**
 * How much each piece of evidence speaks for (or against) an amount being the total. Set by hand and the same for
 * every page: moving all of them by half or double changed the result on receipts by one percent point at most.
 */
export const totalWeights = {
  // What the label says.
  total: 2.5,
  grand: 1,
  due: 2,
  roundedTotal: 1.5,
  exactlyTotal: 1,
  isPaidTotal: -0.5,
  paidOnly: -0.2,
  alwaysSubtotal: -1,
  alwaysTax: -2.5,
  alwaysPaid: -2,
  alwaysChange: -3,
  alwaysRounding: -3,
  alwaysQuantity: -2.5,
  alwaysDiscount: -2.5,
  alwaysService: -2.5,
  alwaysPoints: -3,
  alwaysInSummary: -1.5,
  everSubtotal: -0.3,
  neverLabelled: -1,
  // What the sums say.
  paidMinusChange: 3,
  equalsPaid: 1,
  laterDifference: 1.5,
  paymentContradicts: -1.5,
  subtotalAndExtras: 1,
  subtotalAndAllExtras: 2,
  totalWithoutExtras: -0.2,
  itemSum: 1,
  afterRounding: 2.5,
  beforeRounding: -2,
  nextToFiveCents: 0.5,
  severalSums: 1,
  labelAndSum: 1.5,
  sumOfTotals: 1.5,
  partOfTotal: -1,
  // Where and how it is printed.
  lastInRow: 1,
  lastTotal: 0.7,
  tallestTotal: 1,
  tallest: 0.5,
  aboveFirstTotal: -2,
  hasCurrency: 0.5,
  repeated: 0.6,
  confidence: 0.3,
  alwaysPlain: -2.5,
  lostPoint: -1.5,
  lostPointSeenElsewhere: 0.5,
  alwaysWhole: -0.3,
  alwaysUnsigned: -0.7,
  alwaysLastGroup: -2.5,
  // A quantity printed before the total: what is left adds up.
  lastGroupBySum: 8,
  // How large it is.
  largest: 1.2,
  largestOfAll: 0.3,
  relativeSize: 2,
  aboveLargest: -1.5,
  zero: -3,
  negative: -1.5,
} as const;

/** What can speak for or against a total. */
export type TotalEvidenceName = keyof typeof totalWeights;

/** Evidence by name, mostly between 0 and 1; what is absent counts 0. */
export type TotalEvidence = Partial<Record<TotalEvidenceName, number>>;

/** The weighted sum of the evidence. */
export const scoreTotal = (evidence: TotalEvidence): number =>
  Object.entries(evidence).reduce((sum, [name, value]) => sum + totalWeights[name as TotalEvidenceName] * value, 0);
