import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type DeployedTemplate, readTemplate } from './stack.ts';

// The SDK's announcement that Node 20 support will end is for us, not for a person who deploys.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/** Where to look: an account's region, and stacks in it. */
export interface LookedAt {
  readonly accountId: string;
  readonly region: string;
  readonly stackNames: readonly string[];
}

/**
 * The templates of what is deployed there, or why they could not be read: `unanswered` when nobody was reached, so that
 * nothing can be deployed now either; `refused` when the credentials of this process do not do.
 */
export type Look =
  | { readonly kind: 'seen'; readonly templates: readonly DeployedTemplate[] }
  | { readonly kind: 'unanswered' | 'refused'; readonly reason: string };

/** Somebody waits for a synthesis that would do without. */
const PATIENCE = { maxAttempts: 2, requestHandler: { connectionTimeout: 3000, requestTimeout: 10_000 } };

/** Looks at what is deployed, with the credentials of the environment. */
export async function lookAtDeployed({ accountId, region, stackNames }: LookedAt): Promise<Look> {
  const sts = new STSClient({ region, ...PATIENCE });
  const cloudFormation = new CloudFormationClient({ region, ...PATIENCE });
  try {
    // The CDK command line may go by --profile, of which this process knows nothing.
    const { Account } = await sts.send(new GetCallerIdentityCommand({}));
    if (Account !== accountId) {
      return { kind: 'refused', reason: `AWS_PROFILE leads to account ${Account}, and the deployment to ${accountId}` };
    }
    const templates = await Promise.all(stackNames.map((name) => readTemplate(cloudFormation, name)));
    return { kind: 'seen', templates: templates.filter((template) => template !== undefined) };
  } catch (error) {
    return unread(error as Error & Failed);
  } finally {
    sts.destroy();
    cloudFormation.destroy();
  }
}

interface Failed {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

function unread({ name, message, code, $metadata }: Error & Failed): Look {
  const isAnswered = $metadata?.httpStatusCode !== undefined || /Credentials|Token/.test(name);
  // A connection that fails at every address of a name has no message.
  return { kind: isAnswered ? 'refused' : 'unanswered', reason: message || code || name };
}
