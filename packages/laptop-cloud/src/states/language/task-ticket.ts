import type { Json, JsonObject } from '../../http/service.ts';
import type { StateRun } from './flow-run.ts';
import { StatesError } from './states-error.ts';
import type { TaskAnswer, Ticket } from './task-tokens.ts';

/**
 * A task that is answered later, and what is known of it. It keeps its token over a restart, so that whoever got it can
 * still answer, and a request that was made is not made again.
 */
export class TaskTicket implements Ticket {
  readonly token: string;
  /** When the attempt began, also when that was in an earlier process. */
  readonly startedMs: number;
  /** Told of each heartbeat. */
  onHeartbeat: () => void = () => undefined;
  readonly #run: StateRun;
  readonly #answered: Promise<TaskAnswer>;
  #settle: (answer: TaskAnswer) => void = () => undefined;
  #known: JsonObject;

  constructor(run: StateRun) {
    const { engine, context } = run.flow;
    const { token, startedMs, ...known } = engine.memory.recall(run.key) ?? {};
    this.#run = run;
    this.token = typeof token === 'string' ? token : engine.tokens.issue(context.Execution.Id);
    this.startedMs = typeof startedMs === 'number' ? startedMs : engine.clock.now();
    this.#known = { ...known, token: this.token, startedMs: this.startedMs };
    this.#answered = new Promise((resolve) => {
      this.#settle = resolve;
    });
    if (known.answer) this.#settle(known.answer as unknown as TaskAnswer);
    engine.tokens.open(this.token, this);
  }

  /** What the request answered, when it was made already. */
  get submission(): Json | undefined {
    return this.#known.submission;
  }

  /** Keeps the token before it is handed out. */
  begin(): Promise<void> {
    return this.#keep({});
  }

  /** Keeps what the request answered. */
  submitted(output: Json): Promise<void> {
    return this.#keep({ submission: output });
  }

  /** The answer; rejects with the StatesError that a failure stands for. */
  async answered(): Promise<Json> {
    const answer = await this.#answered;
    if (answer.kind === 'success') return answer.output;
    throw new StatesError(answer.error, answer.cause);
  }

  async answer(answer: TaskAnswer): Promise<void> {
    await this.#keep({ answer: { ...answer } });
    this.#settle(answer);
  }

  heartbeat(): void {
    this.onHeartbeat();
  }

  /** Takes no more answers. A task that came to its end is forgotten; one that a closing process leaves is kept. */
  async close(isOver: boolean): Promise<void> {
    const { engine } = this.#run.flow;
    engine.tokens.close(this.token);
    if (isOver) await engine.memory.remember(this.#run.key, undefined);
  }

  #keep(more: JsonObject): Promise<void> {
    this.#known = { ...this.#known, ...more };
    return this.#run.flow.engine.memory.remember(this.#run.key, this.#known);
  }
}
