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

/** An amount in a notation, such as `1.234,56`. */
export function written(whole: number, cents: number, { group, decimal }: (typeof notations)[number]): string {
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, group);
  return `${grouped}${decimal}${String(cents).padStart(2, '0')}`;
}
