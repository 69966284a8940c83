import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';
import { minorUnits } from '../ground/money.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import type { LineItem } from './structured-expense.ts';

const REFUND_TITLES =
  `refund|refund receipt|refund slip|return receipt|refunded|total refund|refund total|refund amount|
  amount refunded|credit note|credit memo|tax credit note|gutschrift|storno|stornorechnung|rechnungskorrektur|erstattung|
  ruckerstattung|ruckgabe|avoir|facture d'avoir|remboursement|nota de credito|factura rectificativa|reembolso|devolucion|
  nota di credito|rimborso|reso|nota de devolucao|creditnota|creditfactuur|terugbetaling|kreditfaktura|kreditnota|kreditnote|
  hyvityslasku|korekta|faktura korygujaca|dobropis|iade|возврат|返金|返品|退款|退货|환불|반품`
    .replace(/\s*\n\s*/g, '')
    .split('|')
    .map((title) => onOneLine(foldPrinted(title)));

const TITLES = new Set(REFUND_TITLES);

/**
 * Whether the document is a refund or a credit note: one of its lines is such a title and nothing more than a number
 * behind it. "No refund without receipt" and "refunds within 14 days" are policies, not titles.
 *
 * @returns The title as printed.
 */
export function findRefundTitle(lines: readonly string[]): string | undefined {
  return lines.map(onOneLine).find((line) => {
    const words = foldPrinted(line)
      .replace(/(?:\bno\b\.?|\bnr\b\.?|#|:)?\s*[\w/-]*\d[\w/.,-]*\s*$/, '')
      .replace(/[^\p{L}\p{M}' ]+/gu, ' ');
    return TITLES.has(onOneLine(words));
  });
}

/**
 * Whether goods were given back and others bought on one receipt: its items have both signs and add up above zero. Such a
 * receipt says "refund" and is none.
 */
export function isExchange(items: readonly LineItem[]): boolean {
  const amounts = items.map(({ amount }) => amount?.amountMinor ?? 0);
  return amounts.some((amount) => amount < 0) && amounts.reduce<number>((sum, amount) => sum + amount, 0) > 0;
}

/** The amounts of a refund without their signs: some are printed with a minus and some without. */
export function withoutSigns(amounts: readonly LabelledAmount[]): LabelledAmount[] {
  return amounts.map((amount) =>
    amount.role === 'rounding' ? amount : { ...amount, minor: minorUnits(Math.abs(amount.minor)) },
  );
}
