import type { Grant } from '../topology.ts';

/** Why a declared resource may end in a wildcard; a grant that matches none of these fails the synthesis. */
const REASONS: readonly { readonly resource: RegExp; readonly reason: string }[] = [
  {
    resource: /^\$\{BucketArn\}\/[a-z]+\/\*$/,
    reason: 'people choose the names of their documents; the permission ends at the prefix',
  },
  {
    resource: /^\$\{BucketArn\}\/\*$/,
    reason:
      'an object under a misspelt prefix is looked at too, so that it is rejected with a reason and never vanishes',
  },
  {
    resource: /^\$\{TopicArnPrefix\}\*$/,
    reason: 'a plan brings its contacts, each with a topic of its own; the permission ends at the name prefix',
  },
];

/** Actions that IAM cannot narrow to a resource, by service; see the Service Authorization Reference. */
const UNNARROWABLE: Readonly<Record<string, string>> = {
  textract: 'Textract has no resource to name for an expense analysis',
  xray: 'X-Ray has no resource to name for sending traces and asking for sampling rules',
  logs: 'CloudWatch Logs has no resource to name for the delivery of state machine logs',
};

/** The reasons for every wildcard resource of a grant, by the resource as it is declared. */
export function wildcardReasons({ actions, resources }: Grant): ReadonlyMap<string, string> {
  const wildcards = resources.filter((resource) => resource.includes('*'));
  return new Map(
    wildcards.flatMap((resource) => {
      const reason =
        resource === '*' ? unnarrowable(actions) : REASONS.find((rule) => rule.resource.test(resource))?.reason;
      return reason ? [[resource, reason] as const] : [];
    }),
  );
}

function unnarrowable(actions: readonly string[]): string | undefined {
  const services = [...new Set(actions.map((action) => action.split(':')[0] ?? ''))];
  const reasons = services.map((service) => UNNARROWABLE[service]);
  return reasons.every((reason) => reason !== undefined) ? reasons.join('; ') : undefined;
}
