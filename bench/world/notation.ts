/** Writes whole minor units as one country's tills do. */
export type Notation = (amountMinor: number) => string;

/** Decimal places by currency (ISO 4217), where they are not two. */
const PLACES: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  UGX: 0,
  KWD: 3,
  JOD: 3,
  TND: 3,
};

/** @param currency ISO 4217. */
export const placesOf = (currency: string): number => PLACES[currency] ?? 2;

/** Where the minus stands: before all, before the digits, or behind all. */
export type Minus = 'front' | 'digits' | 'behind';

/**
 * Makes a notation from the number 1234567.89 as it would be printed, such as `€ 1.234.567,89` or `12,34,567`.
 *
 * @param sample Has as many decimals as are printed; those that the currency has more are left out.
 * @throws RangeError when the sample holds no such number, or an amount needs decimals that are not printed.
 */
export function notationOf(sample: string, currency: string, minus: Minus = 'front'): Notation {
  const match = /^(.*?)(1.?2.?3.?4.?5.?6.?7)(?:(.)(8\d*))?(.*)$/u.exec(sample);
  if (!match) throw new RangeError(`expected a sample with the number 1234567.89, got ${JSON.stringify(sample)}`);
  const [, before = '', whole = '', point = '', fraction = '', after = ''] = match;
  const group = whole.replace(/\d/g, '').charAt(0);
  const isLakh = /^1\D?2\D3\D?4\D/.test(whole) && whole.startsWith('12');
  const places = placesOf(currency);
  return (amountMinor) => {
    const digits = String(Math.abs(amountMinor)).padStart(places + 1, '0');
    const cents = places === 0 ? '' : digits.slice(-places);
    if (fraction === '' && /[1-9]/.test(cents)) {
      throw new RangeError(`expected whole units of ${currency} for "${sample}", got ${amountMinor}`);
    }
    const grouped = digits
      .slice(0, digits.length - places)
      .replace(isLakh ? /\B(?=(\d{2})*(\d{3})$)/g : /\B(?=(\d{3})+$)/g, group);
    const number = `${grouped}${fraction === '' ? '' : point + cents}`;
    if (amountMinor >= 0) return `${before}${number}${after}`;
    if (minus === 'behind') return `${before}${number}${after}-`;
    return minus === 'digits' ? `${before}-${number}${after}` : `-${before}${number}${after}`;
  };
}

/** Whether whoever reads the amount knows its currency, wherever they live. */
export const isClear = (sample: string): boolean => /[A-Z]{3}|[€₹₺₩₴₫₦₪฿₱]|zł|Kč|Ft|RM|R\$|HK\$|NT\$|Rp/u.test(sample);

/** The sample without its mark. */
export const bare = (sample: string): string => /1.*[789]\d*/u.exec(sample)?.[0].replace(/[^\d]+$/u, '') ?? sample;
