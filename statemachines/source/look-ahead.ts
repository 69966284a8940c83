import { type Catcher, machine } from './parts/asl.ts';
import { startingDelivery } from './parts/claiming.ts';
import { beforeTheFirstPage, eachPerson, thePageAfter, whileAnybodyIsLeft } from './parts/each-person.ts';
import { invoke } from './parts/invoke.ts';

const leftForTheNextHour: Catcher<'Left For The Next Hour'> = {
  ErrorEquals: ['States.ALL'],
  // All of a page together have to fit into what a state may put out.
  Output: { unlooked: "{% $states.errorOutput.Error & ': ' & $substring($states.errorOutput.Cause, 0, 200) %}" },
  Next: 'Left For The Next Hour',
};

/** Looks at each person once a day: what spending heads for, and the summaries that are due. */
export const lookAhead = machine({
  Comment:
    "In: nothing. Out: nothing; whoever's day has begun is told what their spending heads for, and gets the summaries due. docs/reference/workflows.md#look-ahead",
  StartAt: 'Begin Look',
  TimeoutSeconds: 10_800,
  States: {
    'Begin Look': { Type: 'Pass', Assign: beforeTheFirstPage, Next: 'Find Due People' },
    'Find Due People': invoke('FindDuePeople', {
      Comment: 'Nobody before 08:00 where they live, everybody once a day; a page of them, until the next hour is near',
      ...thePageAfter({ startedAt: '$states.context.Execution.StartTime' }),
      TimeoutSeconds: 90,
      Next: 'Look At Everybody',
    }),
    'Look At Everybody': eachPerson({
      Comment: "One person's trouble is not the others'",
      givenUp: 'unlooked',
      flow: {
        StartAt: 'Check Budgets',
        States: {
          'Check Budgets': invoke(
            'CheckBudgets',
            startingDelivery({
              Comment: 'Every budget, and what spending heads for',
              Payload: { objects: ['$states.input'] },
              Output: '{% $states.input %}',
              Catch: [leftForTheNextHour],
              Next: 'Claim Digests',
            }),
          ),
          'Claim Digests': invoke(
            'ClaimDigests',
            startingDelivery({
              Comment: 'Notes the look last, so that one that broke off is taken up again',
              Payload: { objects: ['$states.input'] },
              Output: {},
              Catch: [leftForTheNextHour],
              End: true,
            }),
          ),
          'Left For The Next Hour': {
            Comment: 'The others are looked at first; then the execution fails and says so',
            Type: 'Succeed',
          },
        },
      },
      Next: 'Was Everybody Looked At?',
    }),
    'Was Everybody Looked At?': {
      Type: 'Choice',
      Choices: [whileAnybodyIsLeft('Find Due People'), { Condition: '{% $missed > 0 %}', Next: 'People Left Out' }],
      Default: 'Everybody Looked At',
    },
    'Everybody Looked At': { Type: 'Succeed' },
    'People Left Out': {
      Comment: 'Rings the alarm; the next hour tries again',
      Type: 'Fail',
      Error: 'ExecutionEndedError',
      Cause: "{% $missed & ' of the people could not be looked at; the first: ' & $reason %}",
    },
  },
});
