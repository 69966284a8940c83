import type { AllowanceCharge, InvoiceLine, TaxBreakdown } from './invoice.ts';
import { one, present, text } from './navigate.ts';
import { decimalOf } from './values.ts';
import type { XmlElement } from './xml.ts';

/** Where a format has the facts of an allowance or a charge; paths of element names. */
export interface AllowancePaths {
  readonly amount: string;
  readonly reason?: string;
  readonly taxRate?: string;
}

/** Where a format has the facts of a line. */
export interface LinePaths {
  readonly id: string;
  /** Joined in this order. */
  readonly description: readonly string[];
  readonly quantity: string;
  readonly unitPrice: string;
  readonly baseQuantity?: string;
  readonly netAmount: string;
  readonly taxCategory: string;
  readonly taxRate: string;
}

/** Where a format has the facts of a tax; of several rates the first that is there. */
export interface TaxPaths {
  readonly category: string;
  readonly rate: readonly string[];
  readonly basis: string;
  readonly amount: string;
}

/** A boolean of XML Schema, which knows 1 for true. */
export const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1';

const decimalAt = (element: XmlElement, path: string | undefined, what: string) =>
  path === undefined ? undefined : decimalOf(text(element, path), what);

/** Undefined for one without an amount. */
export function allowanceAt(
  element: XmlElement,
  isCharge: boolean,
  paths: AllowancePaths,
): AllowanceCharge | undefined {
  const amount = decimalAt(element, paths.amount, 'BT-92');
  if (amount === undefined) return undefined;
  return present<AllowanceCharge>({
    isCharge,
    amount,
    reason: paths.reason === undefined ? undefined : text(element, paths.reason),
    taxRate: decimalAt(element, paths.taxRate, 'BT-96'),
  });
}

export const lineAt = (
  element: XmlElement,
  allowances: readonly (AllowanceCharge | undefined)[],
  paths: LinePaths,
): InvoiceLine =>
  present<InvoiceLine>({
    id: text(element, paths.id),
    description: paths.description.flatMap((path) => text(element, path) ?? []).join(', '),
    quantity: decimalAt(element, paths.quantity, 'BT-129'),
    unit: one(element, paths.quantity)?.attributes['unitCode'],
    unitPrice: decimalAt(element, paths.unitPrice, 'BT-146'),
    baseQuantity: decimalAt(element, paths.baseQuantity, 'BT-149'),
    netAmount: decimalAt(element, paths.netAmount, 'BT-131'),
    taxCategory: text(element, paths.taxCategory),
    taxRate: decimalAt(element, paths.taxRate, 'BT-152'),
    allowances: allowances.filter((one) => one !== undefined),
  });

export const taxAt = (element: XmlElement, paths: TaxPaths): TaxBreakdown =>
  present<TaxBreakdown>({
    category: text(element, paths.category),
    rate: paths.rate.flatMap((path) => decimalAt(element, path, 'BT-119') ?? [])[0],
    basis: decimalAt(element, paths.basis, 'BT-116'),
    amount: decimalAt(element, paths.amount, 'BT-117'),
  });
