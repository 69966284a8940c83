import { minorUnits } from '../ground/money.ts';
import { isTotal } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';

/**
 * What was paid in cash where a rounding stands below the total: of "Total 8.36, Rounding -0.01, Cash 10.00, Change 1.65"
 * it is 8.35, which is printed nowhere. A rounding counts where the total with it is what was given less the change.
 */
export function roundedTotals(amounts: readonly LabelledAmount[]): LabelledAmount[] {
  const changes = amounts.filter(({ role }) => role === 'change');
  const returned = changes.length > 0 ? changes : [undefined];
  const roundings = amounts.filter(({ role, minor }) => role === 'rounding' && minor !== 0 && Math.abs(minor) <= MOST);
  const totals = amounts.filter(({ role, minor }) => isTotal(role) && minor > 0);
  return amounts
    .filter(({ role }) => role === 'cash')
    .flatMap((cash) =>
      returned.flatMap((change) => {
        const paid = cash.minor - Math.abs(change?.minor ?? 0);
        const isPrinted = totals.some(({ minor }) => minor === paid);
        const rounding = roundings.find((part) =>
          totals.some(({ minor }) => Math.abs(paid - minor) === Math.abs(part.minor)),
        );
        return paid > 0 && !isPrinted && rounding ? [asTotal(paid, [cash, rounding, ...(change ? [change] : [])])] : [];
      }),
    );
}

/** Minor units: "adjustment" is a rounding on a till and anything on a bill. */
const MOST = 500;

function asTotal(paid: number, parts: readonly [LabelledAmount, ...LabelledAmount[]]): LabelledAmount {
  const { label: _, place: __, ...field } = parts[0].field;
  return {
    role: 'rounded-total',
    minor: minorUnits(paid),
    field: { ...field, type: 'OTHER', confidence: Math.min(...parts.map((part) => part.field.confidence)) },
    isDoubtful: parts.some(({ isDoubtful }) => isDoubtful),
    isOpen: parts.some(({ isOpen }) => isOpen),
  };
}
