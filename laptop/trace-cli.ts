import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetTracesCommand, XRayClient } from '@aws-sdk/client-xray';
import { account } from 'laptop-cloud/account';
import type { SegmentDocument } from 'laptop-cloud/xray/segment';
import { buildTraceTree } from 'laptop-cloud/xray/trace-tree';
import { documentIndex } from '../lambdas/adapters/ledger-keys.ts';
import { queryIndex } from '../lambdas/adapters/table.ts';
import type { DocumentRecord } from '../lambdas/core/document/document.ts';
import { printable } from '../views/printable.ts';
import { fileName } from '../views/text.ts';
import { describeTrace } from '../views/trace-view.ts';
import { tableName } from './names.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const usage = `npm run trace -- FILE [options]

Shows the trace of the newest document with that file name: every state, function and AWS call, as X-Ray has it.

  --user NAME   whose document it is (default alice)
  --port N      the laptop cloud's port (default 4566)
`;

/** Asks the running laptop cloud for a document's trace, over the same API that AWS has. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      user: { type: 'string', default: 'alice' },
      port: { type: 'string', default: '4566' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [file] = positionals;
  if (file === undefined) {
    console.error(usage);
    return 2;
  }
  const config = { endpoint: `http://127.0.0.1:${values.port}`, region: account.region, credentials: account };
  const table = { client: new DynamoDBClient(config), name: tableName };
  const documents = await queryIndex<DocumentRecord>(table, documentIndex(values.user, '', '').GSI1PK, '\uffff');
  const document = documents.filter(({ key }) => fileName(key) === file).at(-1);
  if (!document) {
    console.error(
      `no document of ${values.user} is called ${JSON.stringify(file)}; there are ${documents.length} others`,
    );
    return 1;
  }
  const { Traces = [] } = await new XRayClient(config).send(
    new BatchGetTracesCommand({ TraceIds: [document.traceId] }),
  );
  const segments = Traces.flatMap(({ Segments = [] }) =>
    Segments.map((segment) => JSON.parse(segment.Document ?? '{}') as SegmentDocument),
  );
  for (const line of describeTrace(buildTraceTree(segments))) console.log(printable(line));
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: Error & { code?: string }) => {
    const isDown = error.code === 'ECONNREFUSED';
    console.error(
      isDown ? 'nothing answers there: start it with npm start, or name its port with --port' : error.message,
    );
    process.exit(1);
  },
);
