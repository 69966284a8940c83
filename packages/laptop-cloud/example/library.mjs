import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { functionArn, localArn } from 'laptop-cloud';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const dueDateArn = functionArn('due-date');
const definition = readFileSync(here('lend-book.asl.json'), 'utf8')
  .replaceAll('${DueDateFunctionArn}', dueDateArn)
  .replaceAll('${BooksTable}', 'Books');

/**
 * A library that lends books: a table, a function and a machine, which may do what its grants say and no more.
 *
 * @type {import('laptop-cloud').CloudDeclaration}
 */
export default {
  tables: [
    {
      definition: {
        TableName: 'Books',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'isbn', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'isbn', KeyType: 'HASH' }],
      },
    },
  ],
  functions: [{ name: 'due-date', bundleDirectory: here('functions/due-date') }],
  machines: [
    {
      name: 'lend-book',
      definition,
      grants: [
        { actions: ['lambda:InvokeFunction'], resources: [dueDateArn] },
        { actions: ['dynamodb:UpdateItem'], resources: [localArn('dynamodb', 'table/Books')] },
      ],
    },
  ],
};
