import type { Span, SpanFields } from '../language/flow-run.ts';
import { StatesError } from '../language/states-error.ts';

/** Runs work in a span of its own and notes there whether it failed. */
export async function inSpan<T>(
  parent: Span,
  name: string,
  fields: SpanFields,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const span = parent.child(name, fields);
  try {
    const result = await work(span);
    span.end();
    return result;
  } catch (error) {
    span.end(error instanceof StatesError ? error : { error: 'States.Runtime', causeText: String(error) });
    throw error;
  }
}
