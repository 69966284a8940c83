import {
  type CloudFormationClient,
  type CloudFormationServiceException,
  DescribeStacksCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';

/** As much of a deployed template as is looked at. */
export interface DeployedTemplate {
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
}

/**
 * The template that a stack was deployed with; undefined when there is no such stack.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html
 */
export async function readTemplate(
  client: CloudFormationClient,
  stackName: string,
): Promise<DeployedTemplate | undefined> {
  const found = await orUndefined(client.send(new GetTemplateCommand({ StackName: stackName })));
  return found && (JSON.parse(found.TemplateBody ?? '{}') as DeployedTemplate);
}

/** The outputs of a stack by their names; undefined when there is no such stack. */
export async function readOutputs(
  client: CloudFormationClient,
  stackName: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const found = await orUndefined(client.send(new DescribeStacksCommand({ StackName: stackName })));
  const outputs = found?.Stacks?.[0]?.Outputs;
  return found && new Map(outputs?.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
}

/** CloudFormation has no error of its own for a stack that is not there, only this text. */
async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const { name, message } = error as CloudFormationServiceException;
    if (name === 'ValidationError' && /does not exist/.test(message)) return undefined;
    throw error;
  }
}
