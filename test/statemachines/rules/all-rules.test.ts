import { describe, expect, it } from 'vitest';
import { type Machine, statesOf } from '../machine.ts';
import { allRules } from './all-rules.ts';

const rules = allRules(['ReadAnalysisFunctionArn']);

/** What every call of a function has to be tried again for. */
const passing = [
  'Lambda.AWSLambdaException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.SdkClientException',
  'Lambda.ServiceException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'States.Timeout',
];

/** A machine that keeps every rule. */
const good = {
  Comment: 'In: a document by its id. Out: nothing; the document is read, or closed with a reason.',
  QueryLanguage: 'JSONata',
  StartAt: 'Start Count',
  TimeoutSeconds: 600,
  States: {
    'Start Count': { Type: 'Pass', Assign: { polls: 0 }, Next: 'Wait A Moment' },
    'Wait A Moment': { Type: 'Wait', Seconds: 5, Assign: { polls: '{% $polls + 1 %}' }, Next: 'Read Document' },
    'Read Document': {
      Comment: 'One call answers whether it is finished.',
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: '${ReadAnalysisFunctionArn}', Payload: { id: '{% $states.input.id %}' } },
      Assign: { finished: '{% $states.result.Payload.finished %}' },
      Output: {},
      TimeoutSeconds: 30,
      Retry: [{ ErrorEquals: ['LedgerBusyError', ...passing], MaxAttempts: 3 }],
      Catch: [
        { ErrorEquals: ['EmptyFileError', 'Textract.ThrottlingException'], Next: 'Document Closed' },
        { ErrorEquals: ['States.ALL'], Next: 'Document Failed' },
      ],
      Next: 'Is It Finished?',
    },
    'Is It Finished?': {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $finished %}', Next: 'Document Closed' },
        { Condition: '{% $polls >= 40 %}', Next: 'Document Failed' },
      ],
      Default: 'Wait A Moment',
    },
    'Document Closed': { Type: 'Succeed' },
    'Document Failed': { Type: 'Fail', Error: 'AnalysisTimedOutError', Cause: 'it took too long' },
  },
};

type Draft = typeof good & { States: Record<string, Record<string, unknown>> };

type Breach = readonly [rule: string, where: string, spoil: (draft: Draft) => unknown];

/** At least one way to break each rule: the state it happens in, and what is done to the good machine. */
const breaches: readonly Breach[] = [
  ['is written in JSONata', 'JSONPath', (draft) => (draft.QueryLanguage = 'JSONPath')],
  [
    'is written in JSONata',
    'Document Closed',
    (draft) => change(draft, 'Document Closed', { QueryLanguage: 'JSONata' }),
  ],
  ['says in its comment', 'Comment', (draft) => (draft.Comment = 'A machine')],
  ['keeps comments', 'Read Document', (draft) => change(draft, 'Read Document', { Comment: 'x'.repeat(161) })],
  ['names its states', 'close it', (draft) => rename(draft, 'Document Closed', 'close it')],
  [
    'names its states',
    '40 characters',
    (draft) => rename(draft, 'Document Closed', 'Close The Document That Was Read A Moment Ago'),
  ],
  ['names its states', "editor's default", (draft) => rename(draft, 'Document Closed', 'Pass (1)')],
  ['asks a question', 'Is It Finished', (draft) => rename(draft, 'Is It Finished?', 'Is It Finished')],
  [
    'keeps the keys',
    'Start Count',
    (draft) => replace(draft, 'Start Count', { Next: 'Wait A Moment', Assign: { polls: 0 }, Type: 'Pass' }),
  ],
  ['ends in bounded time', 'machine', (draft) => (draft.TimeoutSeconds = 0)],
  ['bounds the time', 'Read Document', (draft) => change(draft, 'Read Document', { TimeoutSeconds: undefined })],
  [
    'retries named errors',
    'Read Document',
    (draft) => change(draft, 'Read Document', { Retry: [{ ErrorEquals: ['States.ALL'] }] }),
  ],
  ...passing.map(
    (name): Breach => [
      'tries again whatever may pass',
      `Read Document: expected ${name}`,
      (draft) =>
        change(draft, 'Read Document', { Retry: [{ ErrorEquals: passing.filter((other) => other !== name) }] }),
    ],
  ),
  [
    'tries again whatever may pass',
    'Read Document: expected Lambda.Unknown',
    (draft) => change(draft, 'Read Document', { Retry: [{ ErrorEquals: passing, MaxAttempts: 0 }] }),
  ],
  ...['SdkClientException', 'TextractException', 'ThrottlingException'].map(
    (name): Breach => [
      'tries again whatever may pass',
      `Read Document: expected Textract.${name}`,
      (draft) => change(draft, 'Read Document', { Resource: 'arn:aws:states:::aws-sdk:textract:startExpenseAnalysis' }),
    ],
  ),
  [
    'tries again whatever may pass',
    'got arn:aws:states:::aws-sdk:s3:getObject',
    (draft) => change(draft, 'Read Document', { Resource: 'arn:aws:states:::aws-sdk:s3:getObject' }),
  ],
  [
    'catches States.ALL last',
    'Read Document',
    (draft) => change(draft, 'Read Document', { Catch: good.States['Read Document'].Catch.toReversed() }),
  ],
  [
    'knows every error',
    'TypoError',
    (draft) => change(draft, 'Read Document', { Retry: [{ ErrorEquals: ['TypoError'] }] }),
  ],
  [
    'knows every error',
    'Textract.TypoException',
    (draft) => change(draft, 'Read Document', { Retry: [{ ErrorEquals: ['Textract.TypoException'] }] }),
  ],
  ['knows every error', 'OopsError', (draft) => change(draft, 'Document Failed', { Error: 'OopsError' })],
  ['gives every Fail', 'Document Failed', (draft) => change(draft, 'Document Failed', { Error: undefined })],
  [
    'has expressions that parse',
    '$polls +',
    (draft) => change(draft, 'Start Count', { Assign: { polls: '{% $polls + %}' } }),
  ],
  [
    'moves long expressions',
    'Start Count',
    (draft) => change(draft, 'Start Count', { Assign: { polls: `{% ${'1 + '.repeat(40)}1 %}` } }),
  ],
  [
    'wraps the whole string',
    'Start Count',
    (draft) => change(draft, 'Start Count', { Assign: { text: 'poll {% $polls %}' } }),
  ],
  [
    'keeps placeholders',
    'Start Count',
    (draft) => change(draft, 'Start Count', { Assign: { text: "{% '${TableName}' %}" } }),
  ],
  ['keeps placeholders', 'Start Count', (draft) => change(draft, 'Start Count', { Assign: { text: '{% "x" %}' } })],
  [
    'evaluates no text',
    'Start Count',
    (draft) => change(draft, 'Start Count', { Assign: { text: "{% $eval('1') %}" } }),
  ],
  ['assigns no reserved', 'Start Count', (draft) => change(draft, 'Start Count', { Assign: { states: 1 } })],
  [
    'names no resource',
    'arn:aws:',
    (draft) => change(draft, 'Start Count', { Assign: { topic: 'arn:aws:sns:eu-west-1:123456789012:x' } }),
  ],
  ['names no resource', 'eu-west-1', (draft) => change(draft, 'Start Count', { Assign: { region: 'eu-west-1' } })],
  ['is valid Amazon States', 'Nowhere', (draft) => change(draft, 'Start Count', { Next: 'Nowhere' })],
  ['answers every question', 'Is It Finished?', (draft) => change(draft, 'Is It Finished?', { Default: undefined })],
  ['reaches every state', 'Forgotten Step', (draft) => replace(draft, 'Forgotten Step', { Type: 'Succeed' })],
  ['counts the rounds', 'Wait A Moment', (draft) => change(draft, 'Wait A Moment', { Assign: undefined })],
  [
    'counts the rounds',
    'Wait A Moment',
    (draft) => change(draft, 'Is It Finished?', { Choices: [good.States['Is It Finished?'].Choices[0]] }),
  ],
  ['counts the rounds', 'Wait A Moment', (draft) => change(draft, 'Wait A Moment', { Next: 'Wait A Moment' })],
  ['uses placeholders', 'TypoArn', (draft) => change(draft, 'Start Count', { Assign: { text: '${TypoArn}' } })],
];

describe('allRules', () => {
  it('report nothing about a machine that keeps them', () => {
    expect(rules.flatMap((rule) => rule.check(good as Machine))).toEqual([]);
  });

  it.each(breaches)('report a machine that breaks "%s…", and where: %s', (says, where, spoil) => {
    const draft = structuredClone(good) as Draft;
    spoil(draft);
    const rule = rules.find((candidate) => candidate.says.startsWith(says));

    const problems = rule?.check(JSON.parse(JSON.stringify(draft))).join('\n');

    expect(problems).toContain(where);
  });

  it('are each broken above', () => {
    const unbroken = rules.filter(({ says }) => !breaches.some(([breach]) => says.startsWith(breach)));

    expect(unbroken.map(({ says }) => says)).toEqual([]);
  });

  it('look into the states of a Map', () => {
    const map = {
      Type: 'Map',
      ItemProcessor: { StartAt: 'Bad name', States: { 'Bad name': { Type: 'Pass' } } },
      End: true,
    };

    expect(statesOf({ StartAt: 'Each', States: { Each: map } }).map(([name]) => name)).toEqual(['Each', 'Bad name']);
  });
});

function change(draft: Draft, name: string, over: Record<string, unknown>): void {
  draft.States[name] = { ...draft.States[name], ...over };
}

function replace(draft: Draft, name: string, state: Record<string, unknown>): void {
  draft.States[name] = state;
}

function rename(draft: Draft, from: string, to: string): void {
  const text = JSON.stringify(draft.States).replaceAll(JSON.stringify(from), JSON.stringify(to));
  draft.States = JSON.parse(text);
}
