import { type FoundSign, findCurrencySigns, saysItAlone } from 'printed-text/currency-signs';
import { plainText } from 'printed-text/plain-text';

/**
 * What a sign that several currencies share is taken for: `$` alone is the US dollar, as Textract takes it. Whoever knows
 * the country may know better. The others name none.
 */
const TAKEN_FOR: Readonly<Record<string, string>> = { $: 'USD', '¥': 'JPY', RS: 'INR', 'RS.': 'INR', 元: 'CNY' };

/** The currency that a text names by symbol or code; undefined when it names none. */
export function currencyOf(text: string): string | undefined {
  const plain = plainText(text);
  const found = findCurrencySigns(plain).filter((one) => saysItAlone(one) || isBesideNumber(one, plain));
  const unmistakable = found.find(({ codes }) => codes.length === 1)?.codes[0];
  return unmistakable ?? found.map(({ sign }) => TAKEN_FOR[sign.toUpperCase()]).find((code) => code !== undefined);
}

const isBesideNumber = ({ sign, index }: FoundSign, text: string): boolean =>
  /\d\s?$/.test(text.slice(0, index)) || /^\s?-?\d/.test(text.slice(index + sign.length));

/** The currency that most lines of a page name. */
export function pageCurrency(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  // A line counts when it holds an amount or stands in brackets in a table's head; names such as "Euro Shop" do not.
  for (const text of texts.filter((one) => /\d|\(\s*\S{1,4}\s*\)/.test(one))) {
    const code = currencyOf(text);
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
