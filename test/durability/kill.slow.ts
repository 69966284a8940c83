import { describeKilledCloud } from './describe-killed-cloud.ts';

/** Another seed is another run: `SEED=42 npm run test:slow -- kill`. */
const seed = Number(process.env['SEED'] ?? 7);

describeKilledCloud({ seed, kills: 50 });
