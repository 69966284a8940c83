import { allLocales, currencies, type Print, printedBy, verdictOnLine, verdictOnPrint } from '../test/intl-oracle.ts';

// Prints as JSON what was read of what Intl prints in every locale, currency and style: npm run sweep -w printed-text [-- seed [every nth]]
const seed = Number(process.argv[2] ?? Date.now() % 2 ** 31);
const step = Number(process.argv[3] ?? 1);
const random = mulberry32(seed);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const LABELS = ['', 'Total ', 'TOTAL: ', 'Summe ', '合計 ', 'Итого '];
const DISPLAYS = ['symbol', 'narrowSymbol', 'code'] as const;
const counts = { print: tally(), line: tally() };
const examples: Record<string, string[]> = {};
let at = 0;
for (const locale of allLocales()) {
  for (const currency of currencies) {
    for (const currencyDisplay of DISPLAYS) {
      if (at++ % step !== 0) continue;
      const print: Print = {
        locale,
        currency,
        currencyDisplay,
        currencySign: pick(['standard', 'standard', 'accounting']),
        useGrouping: pick(['auto', 'auto', 'always', 'min2', false]),
        negative: random() < 0.3,
        ...amount(),
      };
      const text = printedBy(print);
      const others = [amount(), amount()].map((other) => printedBy({ ...print, ...other }));
      const label = pick(LABELS);
      note('print', print, text, verdictOnPrint(print, text, others));
      note('line', print, `${label}${text}`, verdictOnLine(print, text, label, others));
    }
  }
}
console.log(
  JSON.stringify({ seed, node: process.version, icu: process.versions.icu, ...counts, examples }, undefined, 1),
);

function amount() {
  const whole = Math.floor(10 ** (random() * 8.9));
  return { whole, fraction: String(Math.floor(random() * 10_000)).padStart(4, '0') };
}

function tally() {
  return { right: 0, doubt: 0, wrong: 0 };
}

function note(how: 'print' | 'line', print: Print, text: string, verdict: 'right' | 'doubt' | 'wrong'): void {
  counts[how][verdict] += 1;
  if (verdict === 'right') return;
  const list = examples[`${how} ${verdict}`] ?? [];
  examples[`${how} ${verdict}`] = list;
  if (list.length < 60 && random() < 0.2) list.push(`${print.locale} ${print.currency}: ${text}`);
}

/** Small numbers that a seed repeats. */
function mulberry32(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
