import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stack as somebody deployed it. */
export interface DeployedStack {
  readonly template: object;
  readonly outputs?: Readonly<Record<string, string>>;
}

export interface Account {
  readonly url: string;
  /** The environment in which the AWS SDK reaches this account and no other. */
  readonly env: Readonly<Record<string, string>>;
  /** Actions that were asked for, with the stack where one was named, such as `GetTemplate SpendwireData`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export const ACCOUNT_ID = '123456789012';

/**
 * CloudFormation and STS in AWS's query protocol, as far as a deployment is looked at: the laptop's cloud has neither.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html
 */
export async function openAccount(
  stacks: Readonly<Record<string, DeployedStack>>,
  { accountId = ACCOUNT_ID, denies }: { accountId?: string; denies?: string } = {},
): Promise<Account> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const parameters = new URLSearchParams(body);
      const [action, stackName] = [parameters.get('Action') ?? '', parameters.get('StackName') ?? ''];
      asked.push(stackName === '' ? action : `${action} ${stackName}`);
      const answer = answerTo(action, stackName);
      response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body);
    });
  });

  function answerTo(action: string, stackName: string): { status: number; body: string } {
    if (action === denies) return failure(403, 'AccessDenied', `not authorized to perform ${action}`);
    if (action === 'GetCallerIdentity') {
      const arn = `arn:aws:iam::${accountId}:user/ops`;
      return success(action, `<UserId>AIDA</UserId><Account>${accountId}</Account><Arn>${arn}</Arn>`);
    }
    const stack = stacks[stackName];
    if (!stack) return failure(400, 'ValidationError', `Stack with id ${stackName} does not exist`);
    if (action === 'GetTemplate') {
      return success(action, `<TemplateBody>${escaped(JSON.stringify(stack.template))}</TemplateBody>`);
    }
    if (action === 'DescribeStacks') {
      const outputs = Object.entries(stack.outputs ?? {}).map(
        ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${escaped(value)}</OutputValue></member>`,
      );
      return success(
        action,
        `<Stacks><member><StackName>${stackName}</StackName><CreationTime>2026-11-01T00:00:00Z</CreationTime>` +
          `<StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${outputs.join('')}</Outputs></member></Stacks>`,
      );
    }
    return failure(400, 'InvalidAction', `no such action ${action}`);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: `AKIA${accountId}`,
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_REGION: 'eu-central-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const success = (action: string, result: string) => ({
  status: 200,
  body: `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`,
});

const failure = (status: number, code: string, message: string) => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
