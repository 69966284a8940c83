import { LIST_PRICES, type ListPrice, type Usage } from './list-prices.ts';

/** What a use costs by the list, in US dollars: line by line, and together. */
export interface Priced {
  readonly lines: { readonly [name in keyof Usage]: number };
  readonly usd: number;
}

export function priceUsage(usage: Usage): Priced {
  const priced = Object.entries(usage).map(([name, quantity]) => {
    const { usd, per }: ListPrice = LIST_PRICES[name as keyof Usage];
    return [name, (quantity * usd) / per] as const;
  });
  return { lines: Object.fromEntries(priced), usd: priced.reduce((sum, [, usd]) => sum + usd, 0) };
}
