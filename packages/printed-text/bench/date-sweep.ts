/**
 * Prints days in every form of every locale that `Intl` knows, and reads them back:
 * node --import tsx packages/printed-text/bench/date-sweep.ts [SEED] [DAYS]
 */
import { monthLanguages } from 'printed-text/month-names';
import { allLocales, judge, type PrintedSample, print, type Verdict, withCalendars } from './printed-dates.ts';

const [seed = String(Date.now() % 100_000), count = '6'] = process.argv.slice(2);
let state = Number(seed);
const random = (): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
};
const LATEST = 2027;
const days = Array.from({ length: Number(count) }, () => {
  const date = new Date(Date.UTC(2017, 0, 1) + Math.floor(random() * 3_900) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
});
const none = (): Record<Verdict, number> => ({ read: 0, doubt: 0, unread: 0, wrong: 0 });
const known = new Set(monthLanguages.map((tag) => new Intl.Locale(tag).language));
const counts = { known: none(), other: none() };
const bad = new Map<string, PrintedSample & { verdict: Verdict }>();
const locales = withCalendars(allLocales());
for (const locale of locales) {
  for (const day of days) {
    for (const sample of print(locale, day)) {
      const verdict = judge(sample, LATEST);
      counts[known.has(new Intl.Locale(locale).language) ? 'known' : 'other'][verdict] += 1;
      const key = `${verdict} ${new Intl.Locale(locale).language} ${sample.style}`;
      if ((verdict === 'wrong' || verdict === 'unread') && !bad.has(key)) bad.set(key, { ...sample, verdict });
    }
  }
}
for (const { verdict, locale, style, text, day } of bad.values()) {
  console.log(`${verdict}: ${locale} ${style} "${text}" (${day.year}-${day.month}-${day.day})`);
}
for (const [which, count] of Object.entries(counts)) {
  const all = Object.values(count).reduce((sum, one) => sum + one, 0);
  const share = (verdict: Verdict) => `${verdict} ${count[verdict]} (${((100 * count[verdict]) / all).toFixed(2)} %)`;
  console.log(
    `${all} dates of ${which} languages, seed ${seed}: ${(Object.keys(count) as Verdict[]).map(share).join(', ')}`,
  );
}
process.exitCode = counts.known.wrong > 0 ? 1 : 0;
