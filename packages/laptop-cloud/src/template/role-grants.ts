import type { PermissionGrant } from '../http/permissions.ts';
import { resolved } from './intrinsics.ts';
import { type Reading, Resource } from './reading.ts';

/** Policies of AWS's own that allow what there is nothing to refuse for here: logs, networks and traces. */
const WITHOUT_MEANING =
  /:policy\/(service-role\/AWSLambda(BasicExecution|VPCAccessExecution)Role|AWSXRayDaemonWriteAccess|CloudWatchLogsFullAccess)$/;

/** Kinds of policies that name the roles they are for. */
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: unknown;
}

/**
 * What a role allows, from its own policies and those that are attached to it.
 *
 * @param role The property that names it, as it stands in the template.
 * @returns undefined, which holds nobody to anything, when the template does not tell all that it allows.
 */
export function roleGrants(role: unknown, reading: Reading): readonly PermissionGrant[] | undefined {
  const logicalId = logicalIdOf(role);
  const raw = reading.template.Resources[logicalId];
  if (raw?.Type !== 'AWS::IAM::Role') return undefined;
  const resource = new Resource(logicalId, raw, reading);
  const unknown = managedPolicies(resource).filter((arn) => !WITHOUT_MEANING.test(arn));
  if (unknown.length > 0) {
    resource.note(`what ${unknown.join(' and ')} allows is not known here, so it allows everything`);
    return undefined;
  }
  const own = resource.list('Policies').flatMap(({ PolicyDocument }) => grantsIn(PolicyDocument, resource));
  const attached = POLICIES.flatMap((type) => resource.others(type))
    .filter((policy) => asList(policy.raw.Properties?.['Roles']).some((name) => logicalIdOf(name) === logicalId))
    .flatMap((policy) => grantsIn(policy.get('PolicyDocument'), policy));
  return [...own, ...attached];
}

/** Those of the template itself name their roles; the rest is known by ARN. */
function managedPolicies({ raw, reading }: Resource): string[] {
  return asList(raw.Properties?.['ManagedPolicyArns'])
    .filter((arn) => reading.template.Resources[logicalIdOf(arn)] === undefined)
    .map((arn) => String(resolved(arn, reading.scope)));
}

function grantsIn(document: unknown, policy: Resource): PermissionGrant[] {
  const { Statement: statements } = document as { readonly Statement?: Statement | readonly Statement[] };
  return asList(statements).flatMap((statement) => {
    const { Effect, Action, Resource: resources, Condition } = statement as Statement;
    if (Effect !== 'Allow' || Action === undefined || resources === undefined) {
      policy.note('a statement is not held to: expected Allow with Action and Resource');
      return [];
    }
    if (Condition !== undefined) policy.note('the condition of a statement is not held to');
    return [{ actions: asList(Action).map(String), resources: asList(resources).map(String) }];
  });
}

/** `{ Ref: id }` or `{ Fn::GetAtt: [id, Arn] }`; '' for anything else. */
function logicalIdOf(value: unknown): string {
  const { Ref, 'Fn::GetAtt': attribute } = (value ?? {}) as { readonly Ref?: string; readonly 'Fn::GetAtt'?: unknown };
  return Ref ?? (Array.isArray(attribute) ? String(attribute[0]) : (String(attribute ?? '').split('.')[0] ?? ''));
}

const asList = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
