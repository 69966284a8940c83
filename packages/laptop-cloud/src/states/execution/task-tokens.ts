import { randomBytes } from 'node:crypto';
import { type Clock, restUntil } from '../../clock.ts';
import { ServiceError } from '../../http/service.ts';
import type { TokenDesk, WaitingTask } from '../language/task-tokens.ts';

const RANDOM_BYTES = 48;
/** How long a token may wait for its execution, which an earlier process left, to come back to its task. */
const RETURN_MS = 2000;
const LOOK_EVERY_MS = 50;

/** The tasks that wait for an answer from outside, by token. A token names its execution, so that it can be looked up. */
export class TaskTokens implements TokenDesk {
  readonly #clock: Clock;
  readonly #isRunning: (executionArn: string) => boolean;
  readonly #waiting = new Map<string, WaitingTask>();

  constructor(clock: Clock, isRunning: (executionArn: string) => boolean) {
    this.#clock = clock;
    this.#isRunning = isRunning;
  }

  issue(executionArn: string): string {
    return Buffer.from(JSON.stringify([executionArn, randomBytes(RANDOM_BYTES).toString('base64url')])).toString(
      'base64',
    );
  }

  open(token: string, task: WaitingTask): void {
    this.#waiting.set(token, task);
  }

  close(token: string): void {
    this.#waiting.delete(token);
  }

  /**
   * The task that waits under a token.
   *
   * @throws ServiceError `InvalidToken` for a text that is none, `TaskTimedOut` when nobody waits any more.
   */
  async find(token: string): Promise<WaitingTask> {
    const executionArn = executionOf(token);
    const rest = restUntil(this.#clock.now() + RETURN_MS, () => this.#clock.now());
    for (;;) {
      const task = this.#waiting.get(token);
      if (task) return task;
      if (!this.#isRunning(executionArn) || rest() <= 0) {
        throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
      }
      await this.#clock.sleep(LOOK_EVERY_MS);
    }
  }
}

function executionOf(token: string): string {
  try {
    const [executionArn] = JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as unknown[];
    if (typeof executionArn === 'string') return executionArn;
  } catch {
    // Told below.
  }
  throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
}
