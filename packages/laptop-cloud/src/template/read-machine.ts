import type { OperationService } from '../http/service.ts';
import { unsupportedResource } from '../states/integrations/call-resource.ts';
import type { MachineType } from '../states/validation/diagnostic.ts';
import { diagnose } from '../states/validation/validate-definition.ts';
import { present, type Resource } from './reading.ts';
import { roleGrants } from './role-grants.ts';
import { NotRun } from './template.ts';

/** Services that machines may call by their names in SDK integrations; which operations they have shows at the start. */
const SERVICES = new Set(['dynamodb', 'eventbridge', 's3', 'sfn', 'sns', 'sqs', 'textract']);
const anyOperation = { operations: new Proxy({}, { get: () => true }) } as unknown as OperationService;

/** `AWS::StepFunctions::StateMachine`, as far as the interpreter runs its definition. */
export async function readMachine(resource: Resource): Promise<void> {
  const { name, raw, reading } = resource;
  const definition = substituted(await definitionText(resource), resource.object('DefinitionSubstitutions') ?? {});
  const type = (resource.text('StateMachineType') ?? 'STANDARD') as MachineType;
  const problems = await diagnose(
    definition,
    (task) => unsupportedResource(task, (service) => (SERVICES.has(service) ? anyOperation : undefined)),
    type,
  );
  const [problem] = problems;
  if (problem)
    throw new NotRun(`${problem.location ?? 'its definition'}: ${problem.message}${andMore(problems.length)}`);
  reading.draft.machines.push({
    name,
    definition,
    type,
    ...present({ grants: roleGrants(raw.Properties?.['RoleArn'], reading) }),
  });
}

const andMore = (problems: number): string => (problems > 1 ? ` (and ${problems - 1} more)` : '');

async function definitionText(resource: Resource): Promise<string> {
  const text = resource.get('DefinitionString');
  if (text !== undefined) return String(text);
  const definition = resource.get('Definition');
  if (definition !== undefined) return JSON.stringify(definition);
  return resource.reading.assets.textOf(resource.object('DefinitionS3Location')?.['Key']);
}

/** A definition's own `${Name}`, which CloudFormation fills in from `DefinitionSubstitutions`. */
const substituted = (text: string, substitutions: Readonly<Record<string, unknown>>): string =>
  text.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(substitutions, name) ? String(substitutions[name]) : whole,
  );
