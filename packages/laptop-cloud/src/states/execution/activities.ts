import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appendLines } from '../../append-lines.ts';
import type { Clock } from '../../clock.ts';
import type { Json } from '../../http/service.ts';
import type { TaskCall } from '../language/flow-run.ts';
import { parseLines } from './journal.ts';

/** An activity: a name under which workers outside ask for tasks. */
export interface Activity {
  readonly activityArn: string;
  readonly name: string;
  readonly createdMs: number;
}

/** A task that waits for a worker, or one that a worker took. */
export interface ActivityTask {
  readonly token: string;
  readonly input: Json;
  take(workerName: string | undefined): void;
}

type Line = Activity & { readonly isDeleted?: boolean };

/** Activities, kept in a file, and the tasks that wait for their workers. */
export class Activities {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #byArn = new Map<string, Activity>();
  readonly #tasks = new Map<string, Set<ActivityTask>>();
  readonly #pollers = new Map<string, Set<() => void>>();

  private constructor(path: string, clock: Clock) {
    this.#path = path;
    this.#clock = clock;
  }

  static async open(directory: string, clock: Clock): Promise<Activities> {
    const activities = new Activities(join(directory, 'activities.jsonl'), clock);
    const text = await readFile(activities.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    for (const { isDeleted, ...activity } of parseLines<Line>(text)) {
      if (isDeleted) activities.#byArn.delete(activity.activityArn);
      else activities.#byArn.set(activity.activityArn, activity);
    }
    return activities;
  }

  get(activityArn: string): Activity | undefined {
    return this.#byArn.get(activityArn);
  }

  list(): Activity[] {
    return [...this.#byArn.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  async put(activity: Activity): Promise<void> {
    await this.#write(activity);
    this.#byArn.set(activity.activityArn, activity);
  }

  async remove(activity: Activity): Promise<void> {
    await this.#write({ ...activity, isDeleted: true });
    this.#byArn.delete(activity.activityArn);
  }

  /** Offers a Task to workers and waits for the answer of the one that takes it. */
  async perform(activityArn: string, { ticket, arguments: input, started, signal }: TaskCall): Promise<Json> {
    if (!ticket) throw new Error('a task of an activity needs a token');
    const tasks = this.#tasks.get(activityArn) ?? new Set();
    this.#tasks.set(activityArn, tasks);
    const task: ActivityTask = {
      token: ticket.token,
      input,
      take(workerName) {
        tasks.delete(task);
        started(workerName);
        ticket.heartbeat();
      },
    };
    await this.#clock.busy(() => ticket.begin());
    tasks.add(task);
    signal.addEventListener('abort', () => tasks.delete(task), { once: true });
    for (const wake of this.#pollers.get(activityArn) ?? []) wake();
    return ticket.answered();
  }

  /** The task that waits longest, as soon as there is one; undefined when none came in time. */
  async poll(activityArn: string, milliseconds: number): Promise<ActivityTask | undefined> {
    const waiting = () => [...(this.#tasks.get(activityArn) ?? [])][0];
    const found = waiting();
    if (found) return found;
    const pollers = this.#pollers.get(activityArn) ?? new Set();
    this.#pollers.set(activityArn, pollers);
    const arrival = new AbortController();
    const wake = () => arrival.abort();
    pollers.add(wake);
    await this.#clock.sleep(milliseconds, arrival.signal).catch(() => undefined);
    pollers.delete(wake);
    return waiting();
  }

  #write(line: Line): Promise<void> {
    return appendLines(this.#path, `${JSON.stringify(line)}\n`);
  }
}
