import { machine } from './parts/asl.ts';
import { claiming, leftForTheSweep } from './parts/claiming.ts';
import { documentStep, failedEnd, onProblem, whenInvalid } from './parts/document-step.ts';
import { inputAndPrevious, inputWith } from './parts/invoke.ts';

/** Reads a plan, puts it in force and checks the budgets against it. */
export const applyPlan = machine({
  Comment:
    'In: one version of budgets/{userId}.yaml, or its deletion. Out: the delivery that tells of it, if any; the plan is in force, superseded, ended or rejected. docs/reference/workflows.md#apply-plan',
  StartAt: 'Apply Plan',
  TimeoutSeconds: 3600,
  States: {
    'Apply Plan': documentStep('ApplyPlan', {
      Comment: 'One transaction; an older event never overwrites a newer plan',
      Catch: [onProblem(['ObjectGoneError'], 'Reject Plan')],
      Next: 'Is The Plan Valid?',
    }),
    'Is The Plan Valid?': {
      Type: 'Choice',
      Choices: [
        whenInvalid('PlanInvalidError', 'Reject Plan'),
        {
          Condition: "{% $states.input.result in ['applied', 'ended'] %}",
          Assign: { note: '{% $states.input.note %}' },
          Next: 'Ensure Contacts',
        },
      ],
      Assign: { note: '{% $states.input.note %}' },
      Default: 'Record Unchanged Plan',
    },
    'Ensure Contacts': documentStep('EnsureContacts', {
      Comment:
        'Topics and subscriptions, listed first, so that nobody is asked twice; who left the plan is unsubscribed',
      Output: {},
      TimeoutSeconds: 120,
      alsoRetried: ['ContactNotReleasedError'],
      Catch: [{ ErrorEquals: ['ContactNotReleasedError'], Output: {}, Next: 'Record Plan' }],
      Next: 'Record Plan',
    }),
    'Record Plan': documentStep('RecordOutcome', {
      Payload: inputWith('note'),
      Output: { affected: 'all' },
      Next: 'Check Budgets',
    }),
    'Check Budgets': documentStep(
      'CheckBudgets',
      claiming({
        Comment: 'A lower limit fires the thresholds already passed, once',
        Payload: inputAndPrevious,
        End: true,
      }),
    ),
    'Record Unchanged Plan': documentStep('RecordOutcome', {
      Comment: 'Superseded: there is nothing to check',
      Payload: inputWith('note'),
      Output: {},
      End: true,
    }),
    'Reject Plan': documentStep(
      'RecordOutcome',
      claiming({
        Comment: 'Nothing was changed; each mistake is named with its path and line',
        Payload: inputWith('problem'),
        End: true,
      }),
    ),
    'Left For The Sweep': leftForTheSweep,
    ...failedEnd,
  },
});
