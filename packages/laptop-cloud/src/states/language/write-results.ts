import { type Json, type JsonObject, ServiceError } from '../../http/service.ts';
import type { MapState, ResultWriter } from './definition.ts';
import type { StateRun } from './flow-run.ts';
import type { ChildEnd } from './map-run.ts';
import { StatesError } from './states-error.ts';
import { fillTemplate } from './template.ts';

/**
 * A distributed Map's result: the outputs of the children that succeeded, or, with a ResultWriter, where its files are.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 *
 * @throws StatesError `States.ResultWriterFailed`
 */
export async function writeResults(
  run: StateRun<MapState>,
  mapRunArn: string,
  ends: readonly ChildEnd[],
): Promise<Json> {
  const writer = run.state.ResultWriter;
  const succeeded = ends.filter(({ status }) => status === 'SUCCEEDED');
  if (!writer) return succeeded.map(outputOf);
  if (writer.Arguments === undefined) return transformed(succeeded, writer);

  const { Bucket = '', Prefix = '' } = (await fillTemplate(
    run,
    writer.Arguments,
    'ResultWriter/Arguments',
  )) as JsonObject;
  const folder = [Prefix, mapRunArn.split(':').at(-1) ?? ''].filter((part) => part !== '').join('/');
  const put = async (Key: string, Body: string) => {
    const input = { Bucket, Key, Body, ContentType: 'application/json' };
    await run.flow.engine.mapRuns.callS3('PutObject', input, run.context.StateMachine.Name);
    return { Key, Size: Buffer.byteLength(Body) };
  };
  try {
    const failed = ends.filter(({ status }) => status !== 'SUCCEEDED');
    const isJsonLines = writer.WriterConfig?.OutputType === 'JSONL';
    const file = async (name: string, values: Json) => {
      if (!Array.isArray(values) || values.length === 0) return [];
      const body = isJsonLines ? values.map((value) => JSON.stringify(value)).join('\n') : JSON.stringify(values);
      return [await put(`${folder}/${name}_0.${isJsonLines ? 'jsonl' : 'json'}`, body)];
    };
    const files = {
      FAILED: await file('FAILED', failed.map(metadata)),
      PENDING: [],
      SUCCEEDED: await file(
        'SUCCEEDED',
        transformed(succeeded, { WriterConfig: { Transformation: 'NONE', ...writer.WriterConfig } }),
      ),
    };
    const manifest = { DestinationBucket: Bucket, MapRunArn: mapRunArn, ResultFiles: files };
    const { Key } = await put(`${folder}/manifest.json`, JSON.stringify(manifest));
    return { MapRunArn: mapRunArn, ResultWriterDetails: { Bucket, Key } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new StatesError('States.ResultWriterFailed', `${error.code}: ${error.message}`);
  }
}

function transformed(ends: readonly ChildEnd[], { WriterConfig }: ResultWriter): Json[] {
  const { Transformation = 'COMPACT' } = WriterConfig ?? {};
  if (Transformation === 'NONE') return ends.map(metadata);
  const outputs = ends.map(outputOf);
  return Transformation === 'FLATTEN' ? outputs.flat() : outputs;
}

const outputOf = ({ output }: ChildEnd): Json => JSON.parse(output ?? 'null') as Json;

/** What AWS tells of a child execution in its result files. */
function metadata({ executionArn, status, input, output, error, cause, startMs, stopMs }: ChildEnd): JsonObject {
  const machine = executionArn.split(':').at(-2) ?? '';
  return {
    ExecutionArn: executionArn,
    Input: input,
    InputDetails: { Included: true },
    Name: executionArn.split(':').at(-1) ?? '',
    ...(output === undefined ? {} : { Output: output, OutputDetails: { Included: true } }),
    ...(error === undefined ? {} : { Error: error }),
    ...(cause === undefined ? {} : { Cause: cause }),
    StartDate: new Date(startMs).toISOString(),
    StateMachineArn: `${executionArn.split(':').slice(0, 5).join(':')}:stateMachine:${machine}`,
    Status: status,
    StopDate: new Date(stopMs).toISOString(),
  };
}
