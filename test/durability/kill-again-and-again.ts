import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRandom, type Random } from '../../events/samples/random.ts';
import { type DroppedDocument, documentsOf } from './documents.ts';
import { bundleChild, type Death, live } from './life.ts';
import { acceptedButNotMarked } from './outbox.ts';

/** What a cloud has to go through. */
export interface Ordeal {
  /** Decides when the kills come; what the process is doing at that moment is up to the machine. */
  readonly seed: number;
  readonly kills: number;
}

/** What is known of a cloud after its last kill. */
export interface Survivor {
  /** The cloud's time. */
  readonly now: number;
  /** Everybody whose documents are in the folder. */
  readonly people: readonly string[];
  /** How often SNS had accepted an alert that was not marked as sent when the process was killed, by the alert's id. */
  readonly caught: ReadonlyMap<string, number>;
}

const LONGEST_LIFE_MS = 1500;
const MOST_EVENTS = 10;
const LONGEST_PAUSE_MS = 40;

/**
 * Starts the cloud on one folder and kills it, as often as asked. Files are dropped all along, while it runs and while
 * it does not, for one person after the other, so that every kill comes while there is something to do.
 */
export async function killAgainAndAgain(directory: string, { seed, kills }: Ordeal): Promise<Survivor> {
  const child = await bundleChild();
  const random = createRandom(seed);
  const people: string[] = [];
  const waiting: DroppedDocument[] = [];
  const caught = new Map<string, number>();
  const dropNext = async () => {
    if (waiting.length === 0) {
      people.push(`person-${people.length + 1}`);
      waiting.push(...(await documentsOf(people.at(-1) ?? '')));
    }
    const next = waiting.shift();
    if (next) await drop(directory, next);
  };
  let now = Date.parse('2026-11-20T12:00:00Z');

  await dropNext();
  for (let killed = 0; killed < kills; killed += 1) {
    if (random() < 0.3) await dropNext();
    now = await live(child, directory, now, nextDeath(random), dropNext);
    for (const alertId of await acceptedButNotMarked(directory, people)) {
      caught.set(alertId, (caught.get(alertId) ?? 0) + 1);
    }
  }
  for (const rest of waiting) await drop(directory, rest);
  return { now, people, caught };
}

async function drop(directory: string, { key, content }: DroppedDocument): Promise<void> {
  const file = join(directory, 'bucket', key);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Some deaths come at any time, some follow an event closely, some come in the very moment of a message. */
function nextDeath(random: Random): Death {
  const kind = random();
  if (kind < 0.25) return { afterMs: Math.floor(random() * LONGEST_LIFE_MS) };
  const thenMs = Math.floor(random() * LONGEST_PAUSE_MS);
  if (kind < 0.6) return { afterEvents: 1 + Math.floor(random() * MOST_EVENTS), thenMs };
  return { atMessage: true, thenMs: random() < 0.5 ? 0 : thenMs };
}
