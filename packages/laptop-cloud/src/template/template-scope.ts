import { account } from '../account.ts';
import type { Scope } from './intrinsics.ts';
import { namePropertyOf, type ResourceValues, valuesOf } from './resource-values.ts';
import { NotRun, type Template } from './template.ts';

const PSEUDO_PARAMETERS: Readonly<Record<string, unknown>> = {
  'AWS::AccountId': account.id,
  'AWS::NoValue': undefined,
  'AWS::NotificationARNs': [],
  'AWS::Partition': 'aws',
  'AWS::Region': account.region,
  'AWS::StackId': `arn:aws:cloudformation:${account.region}:${account.id}:stack/laptop`,
  'AWS::StackName': 'laptop',
  'AWS::URLSuffix': 'amazonaws.com',
};

/**
 * What the names in a template stand for here. Parameters have the values given, or their defaults.
 *
 * @param endpoint `http://127.0.0.1:{port}`, which the queues' addresses begin with.
 */
export function templateScope(
  template: Template,
  parameters: Readonly<Record<string, string>>,
  endpoint: string,
): Scope {
  const { Resources, Parameters = {}, Outputs = {} } = template;

  const values = (logicalId: string): ResourceValues => {
    const type = Resources[logicalId]?.Type ?? '';
    return valuesOf(type, nameOf(template, logicalId), endpoint);
  };

  return {
    ref(name) {
      if (Object.hasOwn(PSEUDO_PARAMETERS, name)) return PSEUDO_PARAMETERS[name];
      if (Object.hasOwn(Resources, name)) return values(name).ref;
      const value = parameters[name] ?? Parameters[name]?.Default;
      if (value === undefined) throw new NotRun(`it refers to ${name}, which is no resource and has no value`);
      return value;
    },
    attribute(logicalId, name) {
      if (!Object.hasOwn(Resources, logicalId)) {
        throw new NotRun(`it asks for ${logicalId}.${name}, and there is no such resource`);
      }
      return values(logicalId).attributes[name] ?? `${logicalId}.${name}`;
    },
    exported(name) {
      const output = Object.values(Outputs).find(({ Export }) => Export?.Name === name);
      if (!output) throw new NotRun(`it imports ${name}, which none of the templates given exports`);
      return output.Value;
    },
  };
}

/** Only small letters may stand in a bucket's name. */
const SMALL = new Set(['AWS::S3::Bucket']);

/** The name that a resource has here: its own where it is plain text, else its logical id. */
export function nameOf({ Resources }: Template, logicalId: string): string {
  const { Type, Properties = {} } = Resources[logicalId] ?? { Type: '' };
  const own = Properties[namePropertyOf(Type) ?? ''];
  if (typeof own === 'string') return own;
  return SMALL.has(Type) ? logicalId.toLowerCase() : logicalId;
}
