import { parseArgs } from 'node:util';
import { settings } from '../lib/topology.ts';
import { simulateBurst } from './burst/simulate-burst.ts';
import { quotasByRegion } from './burst/textract-quotas.ts';

const USAGE = `usage: npx tsx bench/burst.ts [FILES…] [--rate N]… [--region NAME] [--uploads N] [--seed N]

What becomes of so many files dropped at once by one person (1000 and 10000 unless told), in simulated time: the real
start-workflow, token clock and state machine against a Textract that refuses what exceeds its quotas. Each size is run
at every rate of turns a second: the one that is deployed, and one that paces nothing. Prints JSON.

  --rate     turnsPerSecond; may be given more than once (${settings.turnsPerSecond} and 1000)
  --region   whose default quotas hold: ${Object.keys(quotasByRegion).join(', ')}
  --uploads  files that arrive in a second (all in one instant unless told)
  --seed     of what is left to chance`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rate: { type: 'string', multiple: true, default: [String(settings.turnsPerSecond), '1000'] },
    region: { type: 'string', default: 'us-east-1' },
    uploads: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
});
const quotas = quotasByRegion[values.region];
const sizes = (positionals.length > 0 ? positionals : ['1000', '10000']).map(Number);
const rates = values.rate.map(Number);
const seed = Number(values.seed);
const uploadsPerSecond = Number(values.uploads);
if (values.help || !quotas || [...sizes, ...rates, uploadsPerSecond, seed].some((number) => !(number > 0))) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const runs = [];
for (const files of sizes) {
  for (const turnsPerSecond of rates) {
    const started = performance.now();
    const figures = await simulateBurst({ files, uploadsPerSecond, turnsPerSecond, quotas, seed });
    const realSeconds = Math.round((performance.now() - started) / 1000);
    runs.push({ files, turnsPerSecond, ...figures, realSeconds });
  }
}
const residentMegabytesAtMost = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ region: values.region, quotas, seed, runs, residentMegabytesAtMost }, null, 2));
