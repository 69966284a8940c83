import { parseJsonObject, sendJson, sendJsonError } from '../http/json-service.ts';
import { type OperationService, readBody, ServiceError } from '../http/service.ts';
import { type Collector, startCollector } from './collector.ts';
import type { TraceSink } from './segment.ts';
import { TraceStore, type TraceStoreOptions } from './trace-store.ts';
import { buildTraceTree, type TraceNode } from './trace-tree.ts';
import { xrayOperations } from './xray-operations.ts';

export interface XRayService extends OperationService {
  /** Takes what the rooms of the laptop cloud record. */
  readonly sink: TraceSink;
  /** `127.0.0.1:{port}` for the X-Ray SDK in functions. */
  readonly daemonAddress: string;
  /** Everything recorded for a trace so far, as trees; empty when there is no such trace. */
  traceTree(traceId: string): Promise<TraceNode[]>;
  close(): Promise<void>;
}

const CONTENT_TYPE = 'application/json';

/** X-Ray's REST addresses and what they stand for. */
const ROUTES: Readonly<Record<string, string>> = {
  '/TraceSummaries': 'GetTraceSummaries',
  '/Traces': 'BatchGetTraces',
  '/TraceSegments': 'PutTraceSegments',
};

/** X-Ray: collects traces from SDKs and rooms, keeps them on disk and shows them. */
export async function createXRayService(options: TraceStoreOptions): Promise<XRayService> {
  const store = await TraceStore.open(options);
  const collector: Collector = await startCollector(store);
  const operations = xrayOperations(store);

  return {
    signingName: 'xray',
    operations,
    sink: store,
    daemonAddress: collector.address,
    traceTree: async (traceId) => buildTraceTree(await store.documents(traceId)),
    async handle(request, response, caller) {
      try {
        const path = request.url?.split('?')[0] ?? '';
        const operation = operations[ROUTES[path] ?? ''];
        if (!operation) {
          const served = Object.keys(ROUTES).join(', ');
          throw new ServiceError(
            'UnknownOperationException',
            `the laptop cloud does not serve ${path}; served are ${served}`,
          );
        }
        sendJson(response, 200, await operation(parseJsonObject(await readBody(request)), caller), CONTENT_TYPE);
      } catch (error) {
        sendJsonError(response, error, CONTENT_TYPE);
      }
    },
    async close() {
      await collector.close();
      await store.flush();
    },
  };
}
