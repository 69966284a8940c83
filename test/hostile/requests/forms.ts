import type { Chance } from '../chance.ts';
import { asked, type DueAnswer, type HostileRequest, signed } from '../hostile-request.ts';

const refused: DueAnswer = { status: [400, 403, 404], code: /^(?!Internal)[A-Z]\w*/ };
const NOWHERE = 'arn:aws:sns:us-east-1:000000000000:nowhere';

/** Forms of the query protocol that no client writes. */
export function formRequests(chance: Chance): HostileRequest[] {
  const form = (
    service: 'sns' | 'sqs',
    what: string,
    body: string | Buffer,
    due: DueAnswer = refused,
    type = 'application/x-www-form-urlencoded',
  ) =>
    asked(`form for ${service}`, what, due, {
      method: 'POST',
      headers: signed(service, { 'Content-Type': type }),
      body,
    });
  const sns: readonly (readonly [string, string | Buffer])[] = [
    ['nothing', ''],
    ['no action', 'a=b'],
    ['an action that is none', 'Action=DropEverything'],
    ['the action __proto__', 'Action=__proto__'],
    ['the action constructor', 'Action=constructor'],
    ['two actions', 'Action=Nothing&Action=ListTopics'],
    ['bytes that are no text', Buffer.from([0x41, 0x63, 0x74, 0xff, 0xfe, 0x3d])],
    ['percent signs alone', '%%%=%&%zz=%'],
    ['JSON', '{"Action":"ListTopics"}'],
    ['Publish to nowhere', `Action=Publish&TopicArn=${NOWHERE}&Message=x`],
    ['Publish of nothing', `Action=Publish&TopicArn=${NOWHERE}`],
    ['Publish to a number that is none', 'Action=Publish&PhoneNumber=call-me&Message=x'],
    ['Publish to a path', 'Action=Publish&TopicArn=../../outbox&Message=x'],
    [
      'Publish to a topic called __proto__',
      'Action=Publish&TopicArn=arn:aws:sns:us-east-1:000000000000:__proto__&Message=x',
    ],
    ['CreateTopic of a path', 'Action=CreateTopic&Name=..%2F..%2Fx'],
    ['CreateTopic of nothing', 'Action=CreateTopic&Name='],
    ['CreateTopic of 300 letters', `Action=CreateTopic&Name=${'t'.repeat(300)}`],
    [
      'Subscribe by a protocol that is none',
      `Action=Subscribe&TopicArn=${NOWHERE}&Protocol=http&Endpoint=http%3A%2F%2F127.0.0.1%3A9%2F`,
    ],
    [
      'Subscribe of two lines',
      `Action=Subscribe&TopicArn=${NOWHERE}&Protocol=email&Endpoint=a%40example.com%0D%0ABcc%3Ab%40example.com`,
    ],
    [
      'SetTopicAttributes of nowhere',
      `Action=SetTopicAttributes&TopicArn=${NOWHERE}&AttributeName=__proto__&AttributeValue=x`,
    ],
    ['Unsubscribe of nothing', 'Action=Unsubscribe&SubscriptionArn=nothing'],
    ['GetTopicAttributes of a list', 'Action=GetTopicAttributes&TopicArn.member.1=a&TopicArn.member.2=b'],
    ['a name of 30 parts', `Action=ListTopics&${'a.'.repeat(30)}b=1`],
    [`a name of ${chance.whole(20_000, 40_000)} parts`, `Action=ListTopics&${'a.'.repeat(20_000)}b=1`],
  ];
  const sqs: readonly (readonly [string, string])[] = [
    ['an action that is none', 'Action=DropEverything'],
    ['SendMessage to nowhere', 'Action=SendMessage&QueueUrl=http%3A%2F%2F127.0.0.1%2F0%2Fnowhere&MessageBody=x'],
    ['SendMessage to a file', 'Action=SendMessage&QueueUrl=file%3A%2F%2F%2Fnowhere&MessageBody=x'],
    ['GetQueueUrl of __proto__', 'Action=GetQueueUrl&QueueName=__proto__'],
    [
      'ReceiveMessage of NaN',
      'Action=ReceiveMessage&QueueUrl=http%3A%2F%2F127.0.0.1%2F000000000000%2Fingest&MaxNumberOfMessages=NaN',
    ],
    [
      'ReceiveMessage of 1,000',
      'Action=ReceiveMessage&QueueUrl=http%3A%2F%2F127.0.0.1%2F000000000000%2Fingest&MaxNumberOfMessages=1000',
    ],
    [
      'ReceiveMessage that waits for a day',
      'Action=ReceiveMessage&QueueUrl=http%3A%2F%2F127.0.0.1%2F000000000000%2Fingest&WaitTimeSeconds=86400',
    ],
    [
      'DeleteMessage by a handle that is none',
      'Action=DeleteMessage&QueueUrl=http%3A%2F%2F127.0.0.1%2F000000000000%2Fingest&ReceiptHandle=nonsense',
    ],
    ['PurgeQueue of nowhere', 'Action=PurgeQueue&QueueUrl=nowhere'],
    ['a name of 30 parts', `Action=ListQueues&${'a.'.repeat(30)}b=1`],
  ];
  return [
    ...sns.map(([what, body]) => form('sns', what, body)),
    ...sqs.map(([what, body]) => form('sqs', what, body)),
    form('sns', 'another content type', 'Action=DropEverything', refused, 'text/plain'),
    form(
      'sns',
      'a form in parts',
      '--x\r\nContent-Disposition: form-data; name="Action"\r\n\r\nListTopics\r\n--x--',
      refused,
      'multipart/form-data; boundary=x',
    ),
  ];
}
