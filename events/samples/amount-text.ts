/** `1234` as `12.34`, `-123456` as `-1,234.56`. */
export const dollars = (amountMinor: number): string => grouped(amountMinor, ',', '.');

/** `128440` as `1.284,40`. */
export const german = (amountMinor: number): string => grouped(amountMinor, '.', ',');

/** `1980` as `1,980`: the yen has no minor unit. */
export const yen = (amountMinor: number): string => thousands(String(amountMinor), ',');

function grouped(amountMinor: number, group: string, decimal: string): string {
  const digits = String(Math.abs(amountMinor)).padStart(3, '0');
  const sign = amountMinor < 0 ? '-' : '';
  return `${sign}${thousands(digits.slice(0, -2), group)}${decimal}${digits.slice(-2)}`;
}

const thousands = (digits: string, group: string): string => digits.replace(/\B(?=(\d{3})+$)/g, group);
