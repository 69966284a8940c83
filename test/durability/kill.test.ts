import { describeKilledCloud } from './describe-killed-cloud.ts';

describeKilledCloud({ seed: 11, kills: 15 });
