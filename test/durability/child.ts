import { setTimeout as pause } from 'node:timers/promises';
import { VirtualClock } from 'laptop-cloud/clock';
import { startHastyCloud } from './start-hasty-cloud.ts';

/**
 * Runs the whole laptop cloud on a data folder, in time that passes as fast as the work allows, until it is killed.
 * Each line on its output is the time and what has just happened: `ready`, a state's name, a message, or `idle`.
 */
const [directory = '', startedAtMs = ''] = process.argv.slice(2);
const clock = new VirtualClock(Number(startedAtMs));
const tell = (what: string) => void process.stdout.write(`${Math.ceil(clock.now())} ${what}\n`);

const cloud = await startHastyCloud(directory, clock, {
  onMessage: ({ protocol }) => tell(`message by ${protocol}`),
  onExecution: ({ state, status }) => tell(state ?? status),
});
tell('ready');
for (;;) {
  await cloud.idle();
  tell('idle');
  await pause(50);
}
