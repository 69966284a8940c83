import { fileURLToPath } from 'node:url';
import { App, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The library once more, as a CDK app would have it for AWS. Nothing in it knows of a laptop.
 *
 * @param {{ readonly outdir?: string }} props
 */
export function libraryApp(props = {}) {
  const app = new App({ analyticsReporting: false, ...props });
  const stack = new Stack(app, 'Library');
  const books = new Table(stack, 'Books', {
    partitionKey: { name: 'isbn', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
  });
  const dueDate = new LambdaFunction(stack, 'DueDate', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromAsset(here('functions/due-date')),
  });
  const lendBook = new StateMachine(stack, 'LendBook', {
    stateMachineName: 'lend-book',
    definitionBody: DefinitionBody.fromFile(here('lend-book.asl.json')),
    definitionSubstitutions: { DueDateFunctionArn: dueDate.functionArn, BooksTable: books.tableName },
  });
  dueDate.grantInvoke(lendBook);
  books.grantWriteData(lendBook);
  return app;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) libraryApp({ outdir: 'cdk.out' }).synth();
