import { jsonHandler } from '../http/json-service.ts';
import { queryHandler } from '../http/query-service.ts';
import type { OperationService } from '../http/service.ts';
import { sqsOperations } from './sqs-operations.ts';
import type { SqsOptions } from './sqs-options.ts';
import { sqsQueryOperations } from './sqs-query.ts';

/** SQS over the existing queues, so that people can look at them and at what was given up on. */
export function createSqsService(options: SqsOptions): OperationService {
  const operations = sqsOperations(options);
  const json = jsonHandler(operations, { version: '1.0', targetPrefix: 'AmazonSQS' });
  // Clients older than 2023 speak the query protocol.
  const query = queryHandler(sqsQueryOperations(operations), 'http://queue.amazonaws.com/doc/2012-11-05/');
  return {
    signingName: 'sqs',
    operations,
    handle: (request, response, caller) =>
      (request.headers['x-amz-target'] === undefined ? query : json)(request, response, caller),
  };
}
