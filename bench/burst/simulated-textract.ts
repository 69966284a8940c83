import type { Clock } from 'laptop-cloud/clock';
import { type JsonObject, type OperationService, ServiceError } from 'laptop-cloud/http/service';
import type { Random } from '../../events/samples/random.ts';
import { type Quotas, type Refusal, TextractQuotas } from './textract-quotas.ts';

/** How often an operation was called, and how often it refused. */
export interface CallCount {
  made: number;
  readonly refused: Partial<Record<Refusal, number>>;
}

/** What became of one document's job. Instants in epoch milliseconds. */
export interface Job {
  readonly firstCallAt: number;
  attempts: number;
  startedAt?: number;
  finished: boolean;
}

export interface SimulatedTextractOptions {
  readonly clock: Clock;
  readonly quotas: Quotas;
  readonly random: Random;
}

/** One page takes about so long; AWS publishes no figure. */
const MEDIAN_JOB_SECONDS = 5;
const SPREAD = 0.6;
/** Share of the calls that are refused for no reason of ours. */
const HICCUPS = 0.001;

/** Textract that reads nothing, but takes its time and holds to its quotas. */
export class SimulatedTextract {
  readonly calls = { StartExpenseAnalysis: noCalls(), GetExpenseAnalysis: noCalls() };
  /** By `ClientRequestToken`, which is the job's id as well. */
  readonly jobs = new Map<string, Job>();
  /** As a state machine's SDK integration finds it. */
  readonly service: OperationService = {
    signingName: 'textract',
    operations: {
      StartExpenseAnalysis: async ({ ClientRequestToken }) => this.#start(String(ClientRequestToken)),
      GetExpenseAnalysis: async ({ JobId }) => this.#get(String(JobId)),
    },
    handle: () => Promise.reject(new Error('expected a call in process; the simulation has no port')),
  };
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #quotas: TextractQuotas;

  constructor({ clock, quotas, random }: SimulatedTextractOptions) {
    this.#clock = clock;
    this.#random = random;
    this.#quotas = new TextractQuotas(quotas);
  }

  #start(token: string): JsonObject {
    const now = this.#clock.now();
    const job = this.jobs.get(token) ?? { firstCallAt: now, attempts: 0, finished: false };
    this.jobs.set(token, job);
    job.attempts += 1;
    this.#admit('StartExpenseAnalysis', () => this.#quotas.start(now));
    job.startedAt = now;
    void this.#clock.sleep(this.#jobMilliseconds()).then(() => {
      job.finished = true;
      this.#quotas.jobEnded();
    });
    return { JobId: token };
  }

  #get(jobId: string): JsonObject {
    this.#admit('GetExpenseAnalysis', () => this.#quotas.get(this.#clock.now()));
    return this.jobs.get(jobId)?.finished
      ? { JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 1 }, ExpenseDocuments: [] }
      : { JobStatus: 'IN_PROGRESS' };
  }

  /** @throws ServiceError as Textract gives it when the call is refused. */
  #admit(operation: keyof SimulatedTextract['calls'], ask: () => Refusal | undefined): void {
    const count = this.calls[operation];
    count.made += 1;
    const refusal = this.#random() < HICCUPS ? 'ThrottlingException' : ask();
    if (refusal === undefined) return;
    count.refused[refusal] = (count.refused[refusal] ?? 0) + 1;
    throw new ServiceError(refusal, `${operation} was refused`);
  }

  /** Log-normal: most jobs near the median, a few much longer. */
  #jobMilliseconds(): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
    return MEDIAN_JOB_SECONDS * 1000 * Math.exp(SPREAD * normal);
  }
}

const noCalls = (): CallCount => ({ made: 0, refused: {} });
