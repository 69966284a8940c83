/**
 * A failure as the Amazon States Language knows it: a name that Retry and Catch match, and a cause for people. Both
 * may be absent, as a Fail state's may. https://states-language.net/spec.html#errors
 */
export class StatesError extends Error {
  override readonly name = 'StatesError';

  constructor(
    readonly error: string | undefined,
    readonly causeText: string | undefined,
    /** Another name under which Retry and Catch know it. */
    readonly alias?: string,
  ) {
    super(`${error ?? '(no error name)'}: ${causeText ?? '(no cause)'}`);
  }

  /** A Task or Wait ran out of time; AWS gives it no cause, and a Catch sees the empty text. */
  static timeout(): StatesError {
    return new StatesError('States.Timeout', undefined);
  }

  /** A task was silent for too long. As recorded, it is told as a timeout, though rules may name it by its own name. */
  static heartbeatTimeout(): StatesError {
    return new StatesError('States.Timeout', undefined, 'States.HeartbeatTimeout');
  }

  /** What `$states.errorOutput` holds in a Catch. */
  get output(): { Error: string | null; Cause: string | null } {
    const emptyCause = this.error === 'States.Timeout' ? '' : null;
    return { Error: this.error ?? null, Cause: this.causeText ?? emptyCause };
  }
}

/** Keeps a StatesError; anything else is a defect of ours and becomes `States.Runtime`, which no Catch takes. */
export function asStatesError(thrown: unknown): StatesError {
  if (thrown instanceof StatesError) return thrown;
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new StatesError('States.Runtime', text);
}
