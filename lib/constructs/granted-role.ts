import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { Construct } from 'constructs';
import { substitute } from '../placeholders.ts';
import type { Grant } from '../topology.ts';
import { wildcardReasons } from './wildcard-reasons.ts';

export interface GrantedRoleProps {
  /** Service that acts in this role, such as `lambda.amazonaws.com`. */
  readonly service: string;
  /** What the role may do, and nothing else; resources may hold placeholders. */
  readonly grants: readonly Grant[];
  /** Values of the placeholders. */
  readonly values: Readonly<Record<string, string>>;
}

/** A role with exactly the declared grants. Each wildcard among them is acknowledged with its reason, or stands out. */
export class GrantedRole extends Role {
  constructor(scope: Construct, id: string, { service, grants, values }: GrantedRoleProps) {
    super(scope, id, { assumedBy: new ServicePrincipal(service) });
    for (const { actions, resources } of grants) {
      this.addToPolicy(
        new PolicyStatement({
          actions: [...actions],
          resources: resources.map((resource) => substitute(resource, values)),
        }),
      );
    }
    this.#acknowledgeWildcards(grants, values);
  }

  /** Findings are named after the resolved resource, and a reference to another stack resolves only on synthesis. */
  #acknowledgeWildcards(grants: readonly Grant[], values: Readonly<Record<string, string>>): void {
    const reasons = new Map(grants.flatMap((grant) => [...wildcardReasons(grant)]));
    const acknowledge = () => {
      for (const [resource, reason] of reasons) {
        const finding = flattenCfnReference(Stack.of(this).resolve(substitute(resource, values)));
        Validations.of(this).acknowledge({ id: `AwsSolutions-IAM5[Resource::${finding}]`, reason });
      }
      return [];
    };
    this.node.addValidation({ validate: acknowledge });
  }
}
