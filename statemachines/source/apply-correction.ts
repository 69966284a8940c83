import { machine } from './parts/asl.ts';
import { claiming, leftForTheSweep } from './parts/claiming.ts';
import { documentStep, failedEnd, onProblem, whenInvalid } from './parts/document-step.ts';
import { inputWith } from './parts/invoke.ts';
import { retry } from './parts/retry.ts';

/** Puts what a person states about a document over what was read from it, and has it booked so. */
export const applyCorrection = machine({
  Comment:
    'In: one version of corrections/{userId}/{documentId}.yaml. Out: the delivery that tells of it, if any; the document has begun a run that books it as stated, or the correction is rejected. docs/reference/workflows.md#apply-correction',
  StartAt: 'Apply Correction',
  TimeoutSeconds: 14_400,
  States: {
    'Apply Correction': documentStep('ApplyCorrection', {
      Comment: "One transaction stores the correction and opens the run; the same execution's name starts it once",
      // Mostly a run ends in seconds; in a burst it may wait for its turn for hours.
      Retry: [retry(['DocumentPendingError'], { IntervalSeconds: 30, MaxAttempts: 20, MaxDelaySeconds: 600 })],
      Catch: [onProblem(['CorrectionInvalidError', 'DocumentUnknownError', 'ObjectGoneError'], 'Reject Correction')],
      Next: 'Is The Correction Valid?',
    }),
    'Is The Correction Valid?': {
      Type: 'Choice',
      Choices: [whenInvalid('CorrectionInvalidError', 'Reject Correction')],
      Assign: { note: '{% $states.input.note %}' },
      Default: 'Record Correction',
    },
    'Record Correction': documentStep('RecordOutcome', {
      Comment: 'The corrected document has an execution of its own, which checks the budgets and tells the person',
      Payload: inputWith('note'),
      Output: {},
      End: true,
    }),
    'Reject Correction': documentStep(
      'RecordOutcome',
      claiming({
        Comment: 'Nothing was changed; the reason says what to do',
        Payload: inputWith('problem'),
        End: true,
      }),
    ),
    'Left For The Sweep': leftForTheSweep,
    ...failedEnd,
  },
});
