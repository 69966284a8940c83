/** How amounts are grouped and pointed around the world. */
export const notations = [
  { group: ',', decimal: '.' },
  { group: '.', decimal: ',' },
  { group: ' ', decimal: ',' },
  { group: '\u00a0', decimal: ',' },
  { group: '\u202f', decimal: ',' },
  { group: "'", decimal: '.' },
  { group: '’', decimal: '.' },
  { group: '', decimal: '.' },
  { group: '', decimal: ',' },
] as const;

type Mark = (typeof notations)[number];

/** An amount in a notation, such as `1.234,56`. */
export const written = (whole: number, cents: number, mark: Mark): string =>
  writtenWith(whole, String(cents).padStart(2, '0'), mark);

/** An amount with any decimals, or none. */
export function writtenWith(whole: number, places: string, { group, decimal }: Mark): string {
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, group);
  return places === '' ? grouped : `${grouped}${decimal}${places}`;
}
