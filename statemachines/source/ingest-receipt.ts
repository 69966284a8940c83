import { documentRefusals } from '../../lambdas/core/ground/errors.ts';
import { machine } from './parts/asl.ts';
import { claiming, leftForTheSweep, notStarted, startingDelivery } from './parts/claiming.ts';
import { caughtProblem, documentStep, failedEnd, onProblem, otherwiseFail } from './parts/document-step.ts';
import { inputAndPrevious, inputWith } from './parts/invoke.ts';
import { retry } from './parts/retry.ts';
import { transientTextractErrors } from './parts/transient-errors.ts';
import { isNow } from './parts/whole-seconds.ts';

/** Reads a receipt, books it and checks the budgets. */
export const ingestReceipt = machine({
  Comment:
    'In: one version of a receipt, as start-workflow writes it. Out: the delivery that tells of it, if any; the document ends as completed, duplicate, needs_review, rejected or failed. docs/reference/workflows.md#ingest-receipt',
  StartAt: 'Is Analysis Stored?',
  TimeoutSeconds: 2_592_000,
  States: {
    'Is Analysis Stored?': {
      Comment:
        'A replay uses the stored analysis unless a new reading is asked for. What is held, for its pages or a look that S3 refused, is not read at all',
      Type: 'Choice',
      Choices: [
        {
          Condition: '{% $states.input.analysisStored or $exists($states.input.held) %}',
          Next: 'Structure Expense',
        },
        { Condition: '{% $exists($states.input.carriesInvoice) %}', Next: 'Read Structured Invoice' },
        // Of a lone receipt it mostly is: its turn is the instant at which it was drawn.
        { Condition: isNow('$states.input.turnAt'), Next: 'Start Expense Analysis' },
      ],
      Default: 'Wait For Textract Turn',
    },
    'Read Structured Invoice': documentStep('ReadStructuredInvoice', {
      Comment:
        'start-workflow saw that the file carries its own data: no turn was drawn, and no page is read by Textract',
      TimeoutSeconds: 90,
      Catch: [onProblem(['UnsupportedFormatError', 'InvoiceInvalidError', 'ObjectGoneError'], 'Reject Document')],
      Next: 'Structure Expense',
    }),
    'Wait For Textract Turn': {
      Comment: 'start-workflow drew the turn from the token clock; waiting is free, retrying throttled calls is not',
      Type: 'Wait',
      // Up to a second early, each turn alike: a lone receipt waits for no second to be full, and quotas are by the second.
      Timestamp: '{% $states.input.turnAt %}',
      Next: 'Start Expense Analysis',
    },
    'Start Expense Analysis': {
      Comment: 'The token makes a repeated call return the same job; the version pins the bytes that were dropped',
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:textract:startExpenseAnalysis',
      Arguments: {
        ClientRequestToken: "{% $states.input.documentId & '-r' & $string($states.input.run) %}",
        DocumentLocation: {
          S3Object: {
            Bucket: '{% $states.input.bucket %}',
            Name: '{% $states.input.key %}',
            Version: '{% $states.input.versionId %}',
          },
        },
      },
      Assign: { jobId: '{% $states.result.JobId %}', polls: 0, waitSeconds: 6 },
      Output: {},
      TimeoutSeconds: 60,
      // Turns are paced, so who is refused all the same waits longer than for a function.
      Retry: [retry(transientTextractErrors, { IntervalSeconds: 5, MaxAttempts: 10, MaxDelaySeconds: 120 })],
      Catch: [
        onProblem(
          documentRefusals.map((name) => `Textract.${name}Exception` as const),
          'Reject Document',
        ),
        otherwiseFail,
      ],
      Next: 'Wait For Analysis',
    },
    'Wait For Analysis': {
      Type: 'Wait',
      Seconds: '{% $waitSeconds %}',
      Assign: { polls: '{% $polls + 1 %}', waitSeconds: '{% $min([60, $ceil($waitSeconds * 1.5)]) %}' },
      Next: 'Read Analysis',
    },
    'Read Analysis': documentStep('ReadAnalysis', {
      Comment: "One Get tells whether it is finished; the receipt's text goes to the artifact, never into the history",
      Payload: inputWith('jobId'),
      TimeoutSeconds: 330,
      alsoRetried: ['TextractThrottledError'],
      Catch: [onProblem(['BrokenDocumentError'], 'Reject Document')],
      Next: 'Is Analysis Finished?',
    }),
    'Is Analysis Finished?': {
      Comment: '40 polls are 36 minutes',
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.finished %}', Next: 'Structure Expense' },
        {
          Condition: '{% $polls >= 40 %}',
          Assign: { problem: { code: 'AnalysisTimedOutError', reason: 'Textract did not finish within 40 polls' } },
          Next: 'Record Failure',
        },
      ],
      Default: 'Wait For Analysis',
    },
    'Structure Expense': documentStep('StructureExpense', {
      Comment:
        'Where the installation names a model of Amazon Bedrock, it proposes here what the rules leave open; the print decides',
      Assign: { readingKey: '{% $states.result.Payload.readingKey %}' },
      TimeoutSeconds: 330,
      Catch: [onProblem(['ObjectGoneError'], 'Reject Document')],
      Next: 'Does It Need Review?',
    }),
    'Does It Need Review?': {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.input.status = 'needs_review' %}", Next: 'Queue For Review' }],
      Default: 'Record Expense',
    },
    'Record Expense': documentStep('RecordExpense', {
      Comment: 'One transaction: document, expenses, spending, fingerprint and status',
      Payload: inputWith('readingKey'),
      Catch: [
        {
          ErrorEquals: ['LikelyDuplicateError'],
          Output: { readingKey: '{% $readingKey %}', problem: caughtProblem },
          Next: 'Queue For Review',
        },
      ],
      Next: 'Check Budgets',
    }),
    'Queue For Review': documentStep(
      'RecordOutcome',
      startingDelivery({
        Comment: 'Counts nothing, takes back what an earlier run counted, and claims the alert that tells the person',
        Payload: inputAndPrevious,
        Catch: [notStarted('Check Budgets', { affected: 'all' })],
        Next: 'Check Budgets',
      }),
    ),
    'Check Budgets': documentStep(
      'CheckBudgets',
      claiming({
        Comment: 'Claims, and starts the delivery of what is claimed; the alert items are the outbox',
        Payload: inputAndPrevious,
        End: true,
      }),
    ),
    'Reject Document': documentStep(
      'RecordOutcome',
      claiming({
        Comment: 'Mostly a correct end: the file is not for us, the person learns why',
        Payload: inputWith('problem'),
        Next: 'Could It Be Read?',
      }),
    ),
    'Could It Be Read?': {
      Comment: 'Textract refuses what it may not read as it refuses what is gone; the function has looked which it is',
      Type: 'Choice',
      Choices: [{ Condition: '{% $exists($states.input.hasFailed) %}', Next: 'Document Failed' }],
      Default: 'Document Rejected',
    },
    'Document Rejected': { Type: 'Succeed' },
    'Left For The Sweep': leftForTheSweep,
    ...failedEnd,
  },
});
