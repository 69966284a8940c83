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
  {
    resource: /^arn:\$\{Partition\}:bedrock:\*::foundation-model\/[^*]+$/,
    reason: 'an inference profile chooses the region; the permission ends at the one model behind it',
  },
];

/** Actions that IAM cannot narrow to a resource; see the Service Authorization Reference. */
const UNNARROWABLE: readonly { readonly action: RegExp; readonly reason: string }[] = [
  {
    action: /^textract:(Start|Get)ExpenseAnalysis$/,
    reason: 'Textract has no resource to name for an expense analysis',
  },
  { action: /^xray:(Put|GetSampling)/, reason: 'X-Ray has no resource to name for sending traces and sampling rules' },
  {
    action: /^logs:(\w+LogDeliver(y|ies)|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)$/,
    reason: 'CloudWatch Logs has no resource to name for the delivery of state machine logs',
  },
  {
    action: /^sns:(Get|List)SMSSandbox/,
    reason: 'the SMS sandbox belongs to the account, so SNS has no resource to name for it',
  },
];

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
  const reasons = actions.map((action) => UNNARROWABLE.find((rule) => rule.action.test(action))?.reason);
  return reasons.every((reason) => reason !== undefined) ? [...new Set(reasons)].join('; ') : undefined;
}
