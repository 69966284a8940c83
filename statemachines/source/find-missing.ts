import { machine } from './parts/asl.ts';
import { invoke } from './parts/invoke.ts';

/** Looks through the bucket once a day for what has no document. */
export const findMissing = machine({
  Comment:
    'In: nothing. Out: how many versions were looked at. Uploads and deleted plans whose event was lost are started, then the execution fails, so that the alarm rings. docs/reference/workflows.md#find-missing',
  StartAt: 'Begin Look',
  TimeoutSeconds: 43_200,
  States: {
    'Begin Look': { Type: 'Pass', Assign: { looks: 0 }, Next: 'Look At Versions' },
    'Look At Versions': invoke('FindMissing', {
      Comment: 'Looks for half a minute, and says where the next look goes on; what was started is known the next time',
      Payload: { objects: ['$states.input'] },
      Assign: { looks: '{% $looks + 1 %}' },
      TimeoutSeconds: 150,
      Next: 'Is Everything Looked At?',
    }),
    'Is Everything Looked At?': {
      Comment: 'A thousand looks are some ten million versions',
      Type: 'Choice',
      Choices: [
        { Condition: '{% $not($exists($states.input.next)) %}', Next: 'Was Anything Missing?' },
        { Condition: '{% $looks >= 1000 %}', Next: 'Look Unfinished' },
      ],
      Default: 'Look At Versions',
    },
    'Was Anything Missing?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.found > 0 %}', Next: 'Uploads Were Missing' }],
      Default: 'Nothing Was Missing',
    },
    'Nothing Was Missing': { Type: 'Succeed' },
    'Uploads Were Missing': {
      Comment: 'Rings the alarm: they are late, and something loses events',
      Type: 'Fail',
      Error: 'ExecutionEndedError',
      Cause: '{% $states.input.says %}',
    },
    'Look Unfinished': {
      Type: 'Fail',
      Error: 'ExecutionEndedError',
      Cause: "{% 'a thousand looks were not enough for the bucket; ' & $states.input.says %}",
    },
  },
});
