/** Behind an amount of whole units, as part of a pattern: `12,-`, `1.980,--`, `45:-`, `500/-` and `450/=` have no cents. */
export const NO_CENTS = '(?:[.,:]-{1,2}|/[-=])';

/** Behind an amount, as part of a pattern: credit or debit, as statements and bills write them. */
export const CREDIT_OR_DEBIT = '[CcDd][Rr]';

/** Glued behind two decimals, a class of tax as well as a unit: `12.00M` and `1.25L`. */
export const GLUED_UNIT = /[.,]\d{2}[GLM]$/;

/** One to three signs behind an amount, ... */
const TAX_CLASS = /(?<=\d) (?!(?:kg|g|mg|ml|cl|l|ltr|m|cm|mm|oz|lb|lbs|pc|pcs|st|x)$)[A-Z][A-Z\d]{0,2}$/i;
/** ... or one glued on: no unit, and a letter that looks like a digit may be one and stays. */
const GLUED_TAX_CLASS = /(?<=[.,]\d{2})[A-HJ-NP-Za-fhjknp-z*#]$/;

/** A letter behind two decimals that may be a class of tax as well as a third digit: `10,00S` is 10.00 or 10,005. */
export const CLASS_OR_DIGIT = /[.,]\d{2}[SB]$/;

/** An amount without the class of tax behind it: `12.50` of `12.50 A`, `12.50 SR` and `12.50A`. */
export const withoutTaxClass = (text: string): string => text.replace(TAX_CLASS, '').replace(GLUED_TAX_CLASS, '');

/** Whether a text shows an amount with two decimals: no date, time or percentage. */
export const showsCents = (text: string): boolean => CENTS.test(text);

const CENTS = /(?<!\d[./:]\d?)\d[.,]\d{2}(?![\d/:%]|[.,:]\d)/;

/** Whether such a mark says that the amount goes to the one who pays. */
export const isCredit = (mark: string): boolean => /^ ?C/i.test(mark);

/**
 * Whether a dash behind an amount with this sign only closes it, as behind whole yen and won; elsewhere, behind a code, and
 * behind groups that neither Japan nor Korea prints, it is a minus.
 */
export const closesWithDash = (sign = '', number = ''): boolean =>
  /^[¥\\円₩]$/.test(sign) && !/\d[.' ]\d|,\d{1,2}(?!\d)/.test(number);
