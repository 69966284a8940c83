import { localArn } from '../account.ts';
import { functionNameOf } from '../lambda/function-spec.ts';
import { present, type Resource } from './reading.ts';
import { NotRun } from './template.ts';

const SECONDS_A_DAY = 86_400;
/** The most that SQS takes; a queue without dead letters tries until a message is too old. */
const MOST_RECEIVES = 1000;

/** Whether a queue of the template runs here. */
export const isServed = (queue: Resource): boolean => queue.text('FifoQueue') !== 'true';

const nameInArn = (arn: unknown): string => String(arn).split(':').at(-1) ?? '';

/** `AWS::SQS::Queue` with the function that an event source mapping gives it. */
export function readQueue(resource: Resource): void {
  const { name, reading } = resource;
  if (!isServed(resource)) throw new NotRun('it keeps an order, and queues here do not');
  // It is opened with the queue whose dead letters it takes.
  if (resource.others('AWS::SQS::Queue').some((other) => redriveOf(other)?.deadLetterQueue === name)) return;
  const retentionSeconds = resource.number('MessageRetentionPeriod');
  reading.draft.queues.push({
    name,
    maxReceiveCount: MOST_RECEIVES,
    ...redriveOf(resource),
    ...present({
      visibilityTimeoutSeconds: resource.number('VisibilityTimeout'),
      retentionDays: retentionSeconds === undefined ? undefined : retentionSeconds / SECONDS_A_DAY,
      consumer: consumerOf(resource),
    }),
  });
}

function redriveOf(resource: Resource): { maxReceiveCount: number; deadLetterQueue: string } | undefined {
  const { deadLetterTargetArn, maxReceiveCount } = resource.object('RedrivePolicy') ?? {};
  if (deadLetterTargetArn === undefined) return undefined;
  return { maxReceiveCount: Number(maxReceiveCount), deadLetterQueue: nameInArn(deadLetterTargetArn) };
}

function consumerOf(queue: Resource) {
  const arn = localArn('sqs', queue.name);
  const mapping = queue
    .others('AWS::Lambda::EventSourceMapping')
    .find((other) => other.get('EventSourceArn') === arn && other.text('Enabled') !== 'false');
  if (!mapping) return undefined;
  const most = mapping.object('ScalingConfig')?.['MaximumConcurrency'];
  return {
    functionName: functionNameOf(mapping.text('FunctionName') ?? ''),
    ...present({ maximumConcurrency: most === undefined ? undefined : Number(most) }),
  };
}

/** `AWS::Lambda::EventSourceMapping`: a queue's is read with the queue, every other does not run. */
export function readEventSourceMapping(resource: Resource): void {
  const source = resource.text('EventSourceArn') ?? 'a source that is no queue';
  const queues = resource.others('AWS::SQS::Queue').map(({ name }) => localArn('sqs', name));
  if (!queues.includes(source)) throw new NotRun(`it reads ${source}, expected a queue of the template`);
  if (resource.text('Enabled') === 'false') throw new NotRun('it is switched off');
  if (resource.get('FilterCriteria') !== undefined)
    resource.note('its filter is not applied: every message is handed on');
}
