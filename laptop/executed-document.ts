import type { StatesActivity, StatesService } from 'laptop-cloud/states/states-service';

/** The document that an execution works on, as its input names it. */
export interface ExecutedDocument {
  readonly documentId: string;
  readonly key: string;
}

/** Reads the input of the execution that something happened in; undefined when it works on no document. */
export async function documentOf(
  states: StatesService,
  { executionArn }: StatesActivity,
): Promise<ExecutedDocument | undefined> {
  const describe = states.operations['DescribeExecution'];
  const execution = await describe?.({ executionArn }, {});
  const { documentId, key } = JSON.parse(String(execution?.['input'] ?? '{}')) as Record<string, unknown>;
  return typeof documentId === 'string' && typeof key === 'string' ? { documentId, key } : undefined;
}
