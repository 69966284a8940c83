import type { VirtualClock } from '../../local/clock.ts';
import { type CloudOptions, type LocalCloud, startCloud } from '../../local/cloud.ts';

/** Starts the whole local cloud on a data folder, in time that passes as fast as the work allows. */
export const startHastyCloud = (
  directory: string,
  clock: VirtualClock,
  listeners: Pick<CloudOptions, 'onMessage' | 'onExecution'> = {},
): Promise<LocalCloud> =>
  startCloud({
    dataDirectory: directory,
    port: 0,
    clock,
    periodicWork: false,
    textractWorkers: 1,
    settings: { turnsPerSecond: 1000 },
    ...listeners,
  });
