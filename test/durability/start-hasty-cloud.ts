import type { VirtualClock } from 'laptop-cloud/clock';
import { type SpendwireCloud, type SpendwireCloudOptions, startCloud } from '../../laptop/cloud.ts';

/** Starts the whole laptop cloud on a data folder, in time that passes as fast as the work allows. */
export const startHastyCloud = (
  directory: string,
  clock: VirtualClock,
  listeners: Pick<SpendwireCloudOptions, 'onMessage' | 'onExecution'> = {},
): Promise<SpendwireCloud> =>
  startCloud({
    dataDirectory: directory,
    port: 0,
    clock,
    periodicWork: false,
    textractWorkers: 1,
    settings: { turnsPerSecond: 1000 },
    ...listeners,
  });
