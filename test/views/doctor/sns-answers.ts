import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SNSClient } from '@aws-sdk/client-sns';

const ARN = 'arn:aws:sns:us-east-1:000000000000:t';
const member = (endpoint: string, protocol: string, arn: string) =>
  `<member><SubscriptionArn>${arn}</SubscriptionArn><Protocol>${protocol}</Protocol><Endpoint>${endpoint}</Endpoint></member>`;

/** What AWS answers for an account in the SMS sandbox, in the words of its API reference. */
const SANDBOXED: Readonly<Record<string, string>> = {
  ListSubscriptionsByTopic: `<Subscriptions>${member('alice@example.com', 'email', 'PendingConfirmation')}${member('+12025550123', 'sms', `${ARN}:1`)}</Subscriptions>`,
  GetSMSSandboxAccountStatus: '<IsInSandbox>true</IsInSandbox>',
  ListSMSSandboxPhoneNumbers: '<PhoneNumbers/>',
  CheckIfPhoneNumberIsOptedOut: '<isOptedOut>true</isOptedOut>',
  GetSMSAttributes: '<attributes><entry><key>MonthlySpendLimit</key><value>5</value></entry></attributes>',
};

/** An endpoint that answers SNS's queries as AWS does for an account in the sandbox; refuses all others. */
export async function openSns(answers: Readonly<Record<string, string>> = SANDBOXED) {
  const server = createServer(async (request, response) => {
    const action = new URLSearchParams(await text(request)).get('Action') ?? '';
    const answer = answers[action];
    response.writeHead(answer === undefined ? 403 : 200, { 'content-type': 'text/xml' });
    response.end(
      answer === undefined
        ? `<ErrorResponse><Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>not authorized to perform: SNS:${action}</Message></Error></ErrorResponse>`
        : `<${action}Response><${action}Result>${answer}</${action}Result></${action}Response>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new SNSClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    client,
    async close() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
