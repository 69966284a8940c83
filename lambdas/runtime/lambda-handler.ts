import type { Context } from 'aws-lambda';
import { logger } from './logger.ts';
import { tracer } from './tracer.ts';

/** How a document stands after the step, which the share of refused documents is reckoned from. */
function statusOf(output: unknown): { status?: string } {
  const { status } = (output ?? {}) as { status?: unknown };
  return typeof status === 'string' ? { status } : {};
}

/**
 * Wraps a handler the way every function of ours runs: a subsegment of its own, annotated with the document and the
 * person, and log lines that carry both. An error is logged once, marked in the trace and thrown on: the state
 * machine decides what happens next.
 */
export const lambdaHandler =
  <Output>(handler: (event: unknown) => Promise<Output>) =>
  async (event: unknown, context: Context): Promise<Output> => {
    const parent = tracer.getSegment();
    const subsegment = parent?.addNewSubsegment(`## ${context.functionName}`);
    if (subsegment) tracer.setSegment(subsegment);
    logger.resetKeys();
    logger.addContext(context);
    const { documentId, userId, run } = (event ?? {}) as Record<string, unknown>;
    logger.appendKeys({ documentId, userId, run });
    if (typeof documentId === 'string') tracer.putAnnotation('documentId', documentId);
    if (typeof userId === 'string') tracer.putAnnotation('userId', userId);
    try {
      const output = await handler(event);
      logger.info('done', statusOf(output));
      return output;
    } catch (error) {
      tracer.addErrorAsMetadata(error as Error);
      logger.error('failed', { errorName: (error as Error).name, reason: (error as Error).message });
      throw error;
    } finally {
      subsegment?.close();
      if (parent) tracer.setSegment(parent);
    }
  };
