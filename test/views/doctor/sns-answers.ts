import { text } from 'node:stream/consumers';
import { SNSClient } from '@aws-sdk/client-sns';
import { openAnswers } from './answers.ts';

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
export const openSns = (answers: Readonly<Record<string, string>> = SANDBOXED) =>
  openAnswers(
    (config) => new SNSClient(config),
    async (request) => {
      const action = new URLSearchParams(await text(request)).get('Action') ?? '';
      const answer = answers[action];
      const body =
        answer === undefined
          ? `<ErrorResponse><Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>not authorized to perform: SNS:${action}</Message></Error></ErrorResponse>`
          : `<${action}Response><${action}Result>${answer}</${action}Result></${action}Response>`;
      return { status: answer === undefined ? 403 : 200, contentType: 'text/xml', body };
    },
  );
