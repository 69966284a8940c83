/** What a business is; decides what it is called and what it sells. */
export type Trade =
  | 'grocery'
  | 'restaurant'
  | 'store'
  | 'hotel'
  | 'energy'
  | 'fuel'
  | 'pharmacy'
  | 'parking'
  | 'taxi'
  | 'office';

/** What is printed in one language. Alternatives are divided by `|`; in `shops`, `*` stands for an invented name. */
export interface Printed {
  readonly total: string;
  readonly subtotal: string;
  readonly cash: string;
  readonly change: string;
  readonly card: string;
  readonly tip: string;
  readonly service: string;
  readonly discount: string;
  readonly coupon: string;
  readonly rounding: string;
  readonly date: string;
  readonly number: string;
  readonly receipt: string;
  readonly refund: string;
  readonly paidBack: string;
  readonly exchange: string;
  readonly invoice: string;
  readonly invoiceNumber: string;
  readonly invoiceDate: string;
  readonly due: string;
  readonly amountDue: string;
  readonly credit: string;
  readonly table: string;
  readonly thanks: string;
  readonly prior: string;
  readonly payment: string;
  readonly charges: string;
  readonly net: string;
  readonly gross: string;
  readonly includes: string;
  readonly paid: string;
  readonly carried: string;
  readonly customer: string;
  readonly until: string;
  readonly goods: string;
  readonly dishes: string;
  readonly medicines: string;
  readonly things: string;
  readonly fuel: string;
  readonly parking: string;
  readonly ride: string;
  readonly night: string;
  readonly breakfast: string;
  readonly energy: string;
  readonly plan: string;
  readonly entry: string;
  readonly exit: string;
  readonly shops: Readonly<Record<Trade, string>>;
  readonly names: string;
}
