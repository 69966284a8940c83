import type { LaptopCloud, StatesActivity } from 'laptop-cloud';

/** The document that an execution works on, as its input names it. */
export interface ExecutedDocument {
  readonly documentId: string;
  readonly key: string;
}

/** Reads the input of the execution that something happened in; undefined when it works on no document. */
export async function documentOf(
  states: LaptopCloud['states'],
  { executionArn }: StatesActivity,
): Promise<ExecutedDocument | undefined> {
  const describe = states.operations['DescribeExecution'];
  const execution = await describe?.({ executionArn }, {});
  const { documentId, key } = JSON.parse(String(execution?.['input'] ?? '{}')) as Record<string, unknown>;
  return typeof documentId === 'string' && typeof key === 'string' ? { documentId, key } : undefined;
}
