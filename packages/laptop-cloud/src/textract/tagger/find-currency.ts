import { plainText } from 'printed-text/plain-text';

// Symbols and codes as printed beside amounts; the first that matches names the currency. `$` alone is the US dollar,
// as Textract takes it; whoever knows the country may know better.
const PRINTED: readonly (readonly [string, RegExp])[] = [
  ['MYR', /\bRM\s?-?(?=\d|\b)|\bMYR\b|ringgit/i],
  ['SGD', /S\$|\bSGD\b/],
  ['HKD', /HK\$|\bHKD\b/],
  ['TWD', /NT\$|\bTWD\b/],
  ['AUD', /(?<![A-Z])AU?\$|\bAUD\b/],
  ['CAD', /(?<![A-Z])CA?\$|\bCAD\b/],
  ['NZD', /NZ\$|\bNZD\b/],
  ['BRL', /R\$|\bBRL\b/],
  ['MXN', /\bMXN\b|Mex\$/],
  ['EUR', /€|\bEUR\b|\bEuros?\b/],
  ['GBP', /£|\bGBP\b/],
  ['CHF', /\bCHF\b|\bFr\.\s?\d|\bSFr/],
  ['INR', /₹|\bINR\b|\bRs\.?\s?\d/],
  ['PLN', /\bPLN\b|\bzł/],
  ['CZK', /\bCZK\b|\bKč/],
  ['HUF', /\bHUF\b|\d\s?Ft\b/],
  ['SEK', /\bSEK\b/],
  ['NOK', /\bNOK\b/],
  ['DKK', /\bDKK\b/],
  ['IDR', /\bIDR\b|\bRp\.?\s?\d/],
  ['THB', /฿|\bTHB\b/],
  ['PHP', /₱|\bPHP\b/],
  ['VND', /₫|\bVND\b/],
  ['KRW', /₩|\bKRW\b|\d\s?원/],
  ['TRY', /₺|\bTRY\b/],
  ['AED', /\bAED\b/],
  ['SAR', /\bSAR\b/],
  ['KWD', /\bKWD\b|\bKD\s?\d/],
  ['ZAR', /\bZAR\b/],
  ['CNY', /\bRMB\b|\bCNY\b|\d\s?元|人民币/],
  ['JPY', /\bJPY\b|\d\s?円|[¥￥]/],
  ['USD', /\bUSD\b|US\$|\$/],
];

/** The currency that a text names by symbol or code; undefined when it names none. */
export function currencyOf(text: string): string | undefined {
  const plain = plainText(text.replace(/￥/g, '¥').replace(/￡/g, '£'));
  return PRINTED.find(([, pattern]) => pattern.test(plain))?.[0];
}

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
