import { describe, expect, it } from 'vitest';
import { explainLostAccess } from '../../../../lambdas/core/outcome/explain-lost-access.ts';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const MULTI_REGION = 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab';

const refused = (reason: string, uploadKeyArn = '') =>
  explainLostAccess({ code: 'AccessDenied', reason }, 'refused', uploadKeyArn).reason;

describe('a refusal that names a KMS key', () => {
  it.each([
    ['a colon', `${KEY}: access denied`],
    ['because', `${KEY} because no identity-based policy allows it`],
    ['a full stop', `${KEY}.`],
    ['the end of JSON', `${KEY}"}`],
  ])('is told with the key and no more, before %s', (_, words) => {
    expect(refused(`is not authorized to perform: kms:Decrypt on resource: ${words}`)).toContain(
      `encrypted with the KMS key ${KEY}, which this installation may not use`,
    );
    expect(refused(words, KEY)).toContain(`encrypted with the KMS key ${KEY}, as set`);
  });

  it('is told with a key of several regions', () => {
    expect(refused(`kms:Decrypt on resource: ${MULTI_REGION}: no`)).toContain(`the KMS key ${MULTI_REGION}, which`);
  });
});
