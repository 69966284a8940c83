import { localArn } from '../account.ts';
import type { RuleTarget } from '../events/event-rule.ts';
import type { JsonObject } from '../http/service.ts';
import { functionNameOf } from '../lambda/function-spec.ts';
import { isServed } from './read-queue.ts';
import type { Resource } from './reading.ts';
import { NotRun } from './template.ts';

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };
const CHANGES = ['Input', 'InputPath', 'InputTransformer'];

/** `AWS::Events::Rule`: events for queues and functions, or a rate at which a machine or a function is started. */
export function readRule(resource: Resource): void {
  const { name, reading } = resource;
  if (resource.text('State') === 'DISABLED') throw new NotRun('it is switched off');
  const schedule = resource.text('ScheduleExpression');
  const targets = resource.list('Targets');
  if (schedule !== undefined) {
    for (const target of targets) startByClock(resource, schedule, target);
    return;
  }
  const bus = resource.text('EventBusName') ?? 'default';
  if (bus !== 'default') throw new NotRun(`it is on the bus ${bus}, and there is the default one only`);
  for (const [index, target] of targets.entries()) {
    if (CHANGES.some((change) => target[change] !== undefined)) resource.note('a target gets the event as it is');
    reading.draft.rules.push({
      name: targets.length > 1 ? `${name}-${index + 1}` : name,
      pattern: resource.get('EventPattern'),
      target: targetOf(String(target['Arn']), resource),
    });
  }
}

/** `AWS::Scheduler::Schedule`: a rate at which a machine or a function is started. */
export function readSchedule(resource: Resource): void {
  if (resource.text('State') === 'DISABLED') throw new NotRun('it is switched off');
  startByClock(resource, resource.text('ScheduleExpression') ?? '', resource.object('Target') ?? {});
}

function targetOf(arn: string, rule: Resource): RuleTarget {
  const service = arn.split(':')[2];
  if (service === 'lambda') return { function: functionNameOf(arn) };
  const queue = rule.others('AWS::SQS::Queue').find(({ name }) => arn === localArn('sqs', name));
  if (queue && isServed(queue)) return { queue: queue.name };
  throw new NotRun(`its target is ${arn}, expected a function, or a queue that runs here`);
}

function startByClock(
  { reading }: Resource,
  expression: string,
  { Arn, Input }: Readonly<Record<string, unknown>>,
): void {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (count === undefined) throw new NotRun(`it runs at ${expression}, expected a rate`);
  const arn = String(Arn);
  const service = arn.split(':')[2];
  if (service !== 'states' && service !== 'lambda')
    throw new NotRun(`it starts ${arn}, expected a state machine or a function`);
  reading.draft.schedules.push({
    everyMinutes: Number(count) * (MINUTES[unit] ?? 1),
    ...(Input === undefined ? {} : { input: JSON.parse(String(Input)) as JsonObject }),
    ...(service === 'states' ? { machine: arn.split(':').at(-1) ?? '' } : { function: functionNameOf(arn) }),
  });
}
