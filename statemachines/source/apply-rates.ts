import { machine } from './parts/asl.ts';
import { claiming, leftForTheSweep } from './parts/claiming.ts';
import { documentStep, failedEnd, onProblem, whenInvalid } from './parts/document-step.ts';
import { beforeTheFirstPage, eachPerson, thePageAfter, whileAnybodyIsLeft } from './parts/each-person.ts';
import { inputWith, invoke } from './parts/invoke.ts';

/** Stores exchange rates, and checks everybody's budgets against them. Nobody is mailed: the file is nobody's. */
export const applyRates = machine({
  Comment:
    'In: one version of rates/{name}.csv. Out: nothing; the rates are in force and every budget is checked against them, or the file is rejected. docs/reference/workflows.md#apply-rates',
  StartAt: 'Apply Rates',
  TimeoutSeconds: 14_400,
  States: {
    'Apply Rates': documentStep('ApplyRates', {
      Comment: "A file with a mistake is not taken at all; an older file never overwrites a newer one's days",
      TimeoutSeconds: 330,
      Catch: [onProblem(['ObjectGoneError'], 'Reject Rates')],
      Next: 'Are The Rates Valid?',
    }),
    'Are The Rates Valid?': {
      Type: 'Choice',
      Choices: [
        whenInvalid('RatesInvalidError', 'Reject Rates'),
        {
          Condition: '{% $states.input.stored = 0 %}',
          Assign: { note: '{% $states.input.note %}' },
          Next: 'Record Rates',
        },
      ],
      Assign: { note: '{% $states.input.note %}', ...beforeTheFirstPage },
      Default: 'Find People',
    },
    'Find People': documentStep('FindPeople', {
      Comment: 'Everyone with a plan in force, a page at a time',
      ...thePageAfter(),
      Next: 'Check Everybody',
    }),
    'Check Everybody': eachPerson({
      Comment:
        "Spending that could not be compared with a limit may be comparable now; one person's trouble is not the others'",
      // Without the key: these are no executions of the document's own.
      ItemSelector: {
        documentId: '{% $states.context.Execution.Input.documentId %}',
        run: '{% $states.context.Execution.Input.run %}',
        userId: '{% $states.context.Map.Item.Value.userId %}',
      },
      givenUp: 'unchecked',
      flow: {
        StartAt: 'Check Budgets',
        States: {
          'Check Budgets': invoke(
            'CheckBudgets',
            claiming({
              Output: {},
              Catch: [
                {
                  ErrorEquals: ['States.ALL'],
                  Output: { unchecked: '{% $states.errorOutput.Error %}' },
                  Next: 'Left Unchecked',
                },
              ],
              End: true,
            }),
          ),
          'Left For The Sweep': leftForTheSweep,
          'Left Unchecked': {
            Comment: 'The others are checked first; then the execution fails and says so',
            Type: 'Succeed',
          },
        },
      },
      Next: 'Was Everybody Checked?',
    }),
    'Was Everybody Checked?': {
      Type: 'Choice',
      Choices: [
        whileAnybodyIsLeft('Find People'),
        {
          Condition: "{% $after != '' %}",
          Assign: {
            problem: {
              code: 'ExecutionEndedError',
              reason: 'a thousand pages of people were not enough for everybody; the rates are in force',
            },
          },
          Next: 'Record Failure',
        },
        {
          Condition: '{% $missed > 0 %}',
          Assign: {
            problem: {
              code: '{% $reason %}',
              reason: "{% $missed & ' of the people could not be checked; the rates are in force' %}",
            },
          },
          Next: 'Record Failure',
        },
      ],
      Default: 'Record Rates',
    },
    'Record Rates': documentStep('RecordOutcome', { Payload: inputWith('note'), Output: {}, End: true }),
    'Reject Rates': documentStep('RecordOutcome', {
      Comment: 'Nothing was changed; each mistake is named with its line',
      Payload: inputWith('problem'),
      Output: {},
      End: true,
    }),
    ...failedEnd,
  },
});
