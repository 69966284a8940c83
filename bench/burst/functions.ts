import type { GetExpenseAnalysisCommand, TextractClient } from '@aws-sdk/client-textract';
import type { Clock } from 'laptop-cloud/clock';
import { type Json, type JsonObject, ServiceError } from 'laptop-cloud/http/service';
import type { InvokeFunction } from 'laptop-cloud/lambda/invocation';
import type { Random } from '../../events/samples/random.ts';
import { readAnalysis } from '../../lambdas/adapters/analysis.ts';
import { createHandler as createReadAnalysis } from '../../lambdas/read-analysis/handler.ts';
import type { SimulatedTextract } from './simulated-textract.ts';

export interface FunctionPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly textract: SimulatedTextract;
  /** Told when a document is closed as anything but booked, and by which error. */
  onProblem(documentId: string, error: string): void;
}

/**
 * The functions that ingest-receipt calls: read-analysis is the real one, the others answer at once as for a receipt that
 * crosses nothing.
 */
export function simulatedFunctions({ clock, random, textract, onProblem }: FunctionPorts): InvokeFunction {
  const client = withRetries(textract, clock, random);
  const readAnalysisHandler = createReadAnalysis({
    readAnalysis: (jobId) => readAnalysis(client, jobId),
    now: () => clock.now(),
    writeText: async (_key, text) => {
      for await (const _ of text);
    },
  });
  const answers: Record<string, (payload: JsonObject) => Promise<unknown>> = {
    ReadAnalysis: readAnalysisHandler,
    StructureExpense: async ({ documentId }) => ({ status: 'completed', readingKey: `artifacts/${documentId}` }),
    RecordExpense: async () => ({ recorded: true }),
    CheckBudgets: async () => ({}),
    RecordOutcome: async ({ documentId, problem }) => {
      onProblem(String(documentId), String((problem as JsonObject | undefined)?.['error']));
      return {};
    },
  };
  return async (name, payload) => {
    const answer = answers[name];
    if (!answer)
      throw new ServiceError('ResourceNotFoundException', `expected a function of the machine, got ${name}`, 404);
    try {
      return { ok: true, payload: (await answer(payload as JsonObject)) as Json };
    } catch (error) {
      const { name: errorType, message: errorMessage } = error as Error;
      return { ok: false, functionError: 'Unhandled', payload: { errorType, errorMessage } };
    }
  };
}

const SDK_ATTEMPTS = 3;
const SDK_THROTTLING_DELAY_MS = 500;

/**
 * Textract as the SDK's client gives it: a call that was throttled is made twice more, after a while.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
function withRetries(textract: SimulatedTextract, clock: Clock, random: Random): TextractClient {
  const send = async ({ input }: GetExpenseAnalysisCommand): Promise<unknown> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await textract.service.operations['GetExpenseAnalysis']?.({ JobId: input.JobId ?? '' }, {});
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        if (attempt === SDK_ATTEMPTS) throw Object.assign(new Error(error.message), { name: error.code });
        await clock.sleep(random() * SDK_THROTTLING_DELAY_MS * 2 ** attempt);
      }
    }
  };
  return { send } as unknown as TextractClient;
}
