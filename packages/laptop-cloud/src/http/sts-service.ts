import { account } from '../account.ts';
import { queryHandler } from './query-service.ts';
import type { Service } from './service.ts';

/** Answers `GetCallerIdentity`, which people and tools ask first to see that their credentials arrive. */
export function createStsService(): Service {
  return {
    signingName: 'sts',
    handle: queryHandler(
      {
        GetCallerIdentity: async (_input, { accessKeyId = 'unknown' }) => ({
          Arn: `arn:aws:iam::${account.id}:user/${accessKeyId}`,
          UserId: accessKeyId,
          Account: account.id,
        }),
      },
      'https://sts.amazonaws.com/doc/2011-06-15/',
    ),
  };
}
