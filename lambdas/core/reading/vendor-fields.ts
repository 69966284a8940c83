import type { PrintedField } from './expense-fields.ts';

/** The fields of other types. */
export const withoutType = (fields: readonly PrintedField[], dropped: string): PrintedField[] =>
  fields.filter(({ type }) => type !== dropped);

/** What the analysis tagged as the vendor's, or as somebody's who is the vendor. */
export function ofVendor(fields: readonly PrintedField[], what: 'NAME' | 'ADDRESS' | 'PHONE'): PrintedField[] {
  const named = fields.filter(({ type }) => type === `VENDOR_${what}`);
  return named.length > 0 ? named : fields.filter(({ type, groups }) => type === what && groups.includes('VENDOR'));
}

/** The field that was tagged most surely. */
export function surest(fields: readonly PrintedField[]): PrintedField | undefined {
  return [...fields].sort((a, b) => b.confidence - a.confidence)[0];
}
