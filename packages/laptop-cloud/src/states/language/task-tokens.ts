import type { Json } from '../../http/service.ts';

/** How somebody outside answered a task; a failure may leave out both error and cause. */
export type TaskAnswer =
  | { readonly kind: 'success'; readonly output: Json }
  | { readonly kind: 'failure'; readonly error?: string; readonly cause?: string };

/** A task that waits under its token. */
export interface WaitingTask {
  /** Resolves when the answer is on disk. */
  answer(answer: TaskAnswer): Promise<void>;
  heartbeat(): void;
}

/** Where tokens are drawn and answered: behind it are SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat. */
export interface TokenDesk {
  /** A token that tells which execution it belongs to. */
  issue(executionArn: string): string;
  open(token: string, task: WaitingTask): void;
  close(token: string): void;
}

/** What a task that is answered later keeps over a restart, so that a request that was made is not made again. */
export interface Ticket extends WaitingTask {
  readonly token: string;
  /** What the request answered, when it was made already. */
  readonly submission: Json | undefined;
  /** Keeps the token before it is handed out. */
  begin(): Promise<void>;
  /** Keeps what the request answered. */
  submitted(output: Json): Promise<void>;
  /** The answer; rejects with the StatesError that a failure stands for. */
  answered(): Promise<Json>;
}
