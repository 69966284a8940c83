import { type JsonObject, ServiceError } from '../../http/service.ts';
import type { FindService } from './sdk-call.ts';

/**
 * Calls S3 for a distributed Map's reader and writer.
 *
 * @throws ServiceError as S3 answers it.
 */
export const createS3Caller =
  (find: FindService) =>
  async (operation: string, input: JsonObject, principal: string): Promise<JsonObject> => {
    const perform = find('s3')?.operations[operation];
    if (!perform) throw new ServiceError('ServiceUnavailable', `the laptop cloud has no operation ${operation} of s3`);
    return perform(input, { accessKeyId: principal });
  };
