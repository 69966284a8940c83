import type Big from 'big.js';
import type { Invoice } from './invoice.ts';

/** A rule of EN 16931 or of FatturaPA that an invoice breaks. */
export interface Violation {
  /** Such as BR-CO-15. */
  readonly rule: string;
  /** What does not add up, with both amounts. */
  readonly message: string;
}

export type Rule = (invoice: Invoice) => Violation | readonly Violation[] | undefined;

/** A stated amount against what it should be; undefined where they agree or one is missing. */
export function disagree(
  rule: string,
  what: string,
  stated: string | undefined,
  computed: Big | undefined,
  tolerance: Big | number = 0,
): Violation | undefined {
  if (stated === undefined || computed === undefined || computed.minus(stated).abs().lte(tolerance)) return undefined;
  return { rule, message: `${what} is stated as ${stated}, but it comes to ${computed.toFixed()}` };
}
