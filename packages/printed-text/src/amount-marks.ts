/** Behind an amount of whole units, as part of a pattern: `12,-`, `1.980,--` and `500/-` have no cents. */
export const NO_CENTS = '(?:[.,]-{1,2}|/-)';

/** Behind an amount, as part of a pattern: credit or debit, as statements and bills write them. */
export const CREDIT_OR_DEBIT = '[CcDd][Rr]';

/** Whether such a mark says that the amount goes to the one who pays. */
export const isCredit = (mark: string): boolean => /^ ?C/i.test(mark);

/** Whether a dash behind an amount with this sign only closes it, as behind yen; elsewhere it is a minus. */
export const closesWithDash = (sign = ''): boolean => /^(?:[¥\\円₩]|JP¥|JPY)$/i.test(sign);
