import { inline, machine } from './parts/asl.ts';
import { invoke } from './parts/invoke.ts';
import { notBefore } from './parts/whole-seconds.ts';

/** Waits until a person's window closes, and sends what was claimed in it. */
export const deliverAlertsMachine = machine({
  Comment:
    'In: a window of one person. Out: how many messages SNS took; all that was claimed in the window goes out as one message a contact. docs/reference/workflows.md#deliver-alerts',
  StartAt: 'Wait For Window',
  TimeoutSeconds: 259_200,
  States: {
    'Wait For Window': {
      Comment: "Half a minute, or until the person's quiet hours are over",
      Type: 'Wait',
      Timestamp: notBefore('$states.input.closesAt'),
      Next: 'Send Messages',
    },
    'Send Messages': invoke('DeliverAlerts', {
      Comment: 'Closes the window first, so that no claim falls between',
      TimeoutSeconds: 330,
      alsoRetried: ['MessageNotAcceptedError'],
      Next: 'Hold The Rest',
    }),
    'Hold The Rest': {
      Comment:
        'Mostly of nothing: only quiet hours that a new plan brought, the texts of the hour, or contacts that cannot be reached hold back',
      Type: 'Map',
      Items: '{% [$states.input[$exists(again)]] %}',
      ItemProcessor: inline({
        StartAt: 'Begin Rounds',
        States: {
          'Begin Rounds': { Type: 'Pass', Assign: { rounds: 1 }, Next: 'Wait To Send The Rest' },
          'Wait To Send The Rest': { Type: 'Wait', Timestamp: notBefore('$states.input.again'), Next: 'Send The Rest' },
          'Send The Rest': invoke('DeliverAlerts', {
            Assign: { rounds: '{% $rounds + 1 %}' },
            TimeoutSeconds: 330,
            alsoRetried: ['MessageNotAcceptedError'],
            Next: 'Is Everything Sent?',
          }),
          'Is Everything Sent?': {
            Comment: 'The sweep sends what 50 rounds have not',
            Type: 'Choice',
            Choices: [
              { Condition: '{% $exists($states.input.again) and $rounds < 50 %}', Next: 'Wait To Send The Rest' },
            ],
            Default: 'Everything Sent',
          },
          'Everything Sent': { Type: 'Succeed' },
        },
      }),
      Output: '{% $exists($states.result[0]) ? $states.result[0] : $states.input %}',
      End: true,
    },
  },
});
