/** Of an item of the table, what tells the vendor. */
export interface VendorFacts {
  readonly vendor?: string;
  readonly isVendorUnsure?: boolean;
}

/** The vendor as a person is shown it, `Green Basket` or `Green Basket?` where it is not sure; undefined without one. */
export const shownVendor = ({ vendor, isVendorUnsure = false }: VendorFacts): string | undefined =>
  vendor !== undefined && isVendorUnsure ? `${vendor}?` : vendor;
