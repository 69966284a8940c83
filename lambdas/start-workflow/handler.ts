import { analysisKeyOf } from '../core/document/artifacts.ts';
import { type DocumentOutcome, type DocumentRecord, pendingOutcome } from '../core/document/document.ts';
import { documentIdOf } from '../core/document/document-id.ts';
import { executionName } from '../core/ground/execution-name.ts';
import { isAhead } from '../core/ground/wrong-clock.ts';
import { formatObjectReference, parseObjectReference } from '../core/object/object-reference.ts';
import { type Route, routeObject } from '../core/object/object-route.ts';
import { isAccessRefused } from '../core/outcome/explain-lost-access.ts';
import type { Held, HeldForPages } from '../core/pages/held.ts';
import { type ObjectEvent, type ReplayRequest, readInvocation } from './object-event.ts';

/** What the function needs of the world; `index.ts` fills it from AWS. */
export interface StartWorkflowPorts {
  now(): number;
  mintTraceId(nowMs: number): string;
  readDocument(documentId: string): Promise<DocumentRecord | undefined>;
  readOutcome(documentId: string): Promise<DocumentOutcome | undefined>;
  createDocument(document: DocumentRecord, outcome: DocumentOutcome): Promise<boolean>;
  reopenDocument(document: DocumentRecord, outcome: DocumentOutcome): Promise<boolean>;
  /** Whether the file speaks for itself: an invoice with data of its own, which Textract need not read. Throws S3's refusal. */
  carriesInvoice(object: { bucket: string; key: string; versionId: string; sizeBytes: number }): Promise<boolean>;
  /** Whether it has more pages than are read unasked, or nobody can say how many. Throws S3's refusal. */
  holdBeyond(
    object: { bucket: string; key: string; versionId: string; sizeBytes: number },
    mostPages: number,
  ): Promise<HeldForPages | undefined>;
  /** When the person's document may start its Textract job, in epoch milliseconds. */
  drawTurn(userId: string, nowMs: number): Promise<number>;
  headObject(
    bucket: string,
    key: string,
    versionId?: string,
  ): Promise<
    { versionId: string; sizeBytes: number; uploadedAt: string; metadata: Readonly<Record<string, string>> } | undefined
  >;
  /** Begins the document's trace and starts the execution by its name; a name that exists is success. */
  start(document: DocumentRecord, input: object): Promise<unknown>;
  readonly bucket: string;
  readonly defaultUser: string;
  /** A document with more pages is read only when a correction says so. */
  readonly mostPages: number;
}

type Routed = Exclude<Route, { to: 'nowhere' }>;
type DroppedObject = Omit<ObjectEvent, 'kind'>;
/** How a document comes to be read, if it is. */
type Way = { readonly held?: Held; readonly needsTurn: boolean };

/**
 * Routes objects to their workflows and starts each once.
 *
 * Safe to run twice: the document item is written before anything starts and holds the run, its turn and its
 * execution's name; a redelivered event finds it and starts under the same name.
 */
export const createHandler = (ports: StartWorkflowPorts) => async (event: unknown) => {
  const started: { documentId: string; executionName: string }[] = [];
  for (const request of readInvocation(event)) {
    const document = request.kind === 'replay' ? await replay(ports, request) : await begin(ports, request);
    if (document) started.push({ documentId: document.documentId, executionName: document.executionName });
  }
  return { started };
};

async function begin(ports: StartWorkflowPorts, event: DroppedObject): Promise<DocumentRecord | undefined> {
  const route = await findRoute(ports, event);
  if (route.to === 'nowhere') return undefined;
  const documentId = documentIdOf(event.bucket, event.key, event.version);
  const known = await ports.readDocument(documentId);
  if (known) return restart(ports, known, event, route);
  const way = await findWay(ports, event, route, false);
  const document = await describe(ports, documentId, event, route, 1, way);
  const isOurs = await ports.createDocument(document, pendingOutcome(document, ports.now()));
  if (!isOurs) return restart(ports, (await ports.readDocument(documentId)) as DocumentRecord, event, route);
  await ports.start(document, inputOf(document, event, route, { mostPages: ports.mostPages }));
  return document;
}

/** A redelivered event: starts the same execution again, unless its document has ended. */
async function restart(ports: StartWorkflowPorts, known: DocumentRecord, event: DroppedObject, route: Routed) {
  const outcome = await ports.readOutcome(known.documentId);
  if (known.run > 1 || outcome?.status !== 'pending') return undefined;
  const again = inTime(known, outcome, ports.now());
  await ports.start(known, inputOf(again, event, route, { mostPages: ports.mostPages }));
  return known;
}

/** A turn that was drawn while the computer's clock was ahead has come. */
const inTime = (known: DocumentRecord, { updatedAt }: DocumentOutcome, nowMs: number): DocumentRecord =>
  known.turnAt !== undefined && isAhead(updatedAt, nowMs) ? { ...known, turnAt: new Date(nowMs).toISOString() } : known;

async function replay(ports: StartWorkflowPorts, request: ReplayRequest): Promise<DocumentRecord | undefined> {
  const { documentId, known, event } = await findReplayed(ports, request);
  const run = request.run ?? (known?.run ?? 0) + 1;
  // It stays with the person in whose books it is.
  const route = await findRoute(ports, event, known?.userId);
  if (route.to === 'nowhere') return undefined;
  const isStored = !request.reread && (await ports.headObject(event.bucket, analysisKeyOf(documentId))) !== undefined;
  const readsAll = known?.correction?.says.readAll === true;
  const way = isStored ? { needsTurn: false } : await findWay(ports, event, route, readsAll);
  const document = await describe(ports, documentId, event, route, run, way);
  const reading = { isStored, ...(readsAll ? {} : { mostPages: ports.mostPages }) };
  const open = known ? ports.reopenDocument : ports.createDocument;
  if (!(await open(document, pendingOutcome(document, ports.now())))) {
    const now = await ports.readDocument(documentId);
    if (now?.run !== run) {
      throw new RangeError(`expected a run after ${now?.run}, got ${run}; leave "run" out for the next one`);
    }
    const outcome = await ports.readOutcome(documentId);
    if (outcome?.status !== 'pending') return now;
    await ports.start(now, inputOf(inTime(now, outcome, ports.now()), event, route, reading));
    return now;
  }
  await ports.start(document, inputOf(document, event, route, reading));
  return document;
}

/** The document to run again: by its id, of the very version it was, or the newest version of an object. */
async function findReplayed(ports: StartWorkflowPorts, request: ReplayRequest) {
  if ('documentId' in request) {
    const known = await ports.readDocument(request.documentId);
    if (!known) throw new RangeError(`expected a document to replay, there is none with the id ${request.documentId}`);
    const { bucket, key, versionId, sizeBytes, uploadedAt, eventId = 'replay', sequencer = '' } = known;
    const facts = { bucket, key, versionId, sizeBytes, uploadedAt, eventId, sequencer };
    return { documentId: known.documentId, known, event: { ...facts, deleted: false, version: versionId } };
  }
  const { bucket, key, head } = await findObject(ports, request.object);
  const { versionId, sizeBytes } = head;
  const documentId = documentIdOf(bucket, key, versionId);
  const known = await ports.readDocument(documentId);
  const { uploadedAt = head.uploadedAt, eventId = 'replay', sequencer = '' } = known ?? {};
  const event = {
    bucket,
    key,
    versionId,
    sizeBytes,
    uploadedAt,
    eventId,
    sequencer,
    deleted: false,
    version: versionId,
  };
  return { documentId, known, event };
}

/** The newest version of an object; where none is as it was named, that of a receipt whose prefix was left out. */
async function findObject(ports: StartWorkflowPorts, text: string) {
  const [first, ...others] = parseObjectReference(text, ports.bucket);
  for (const { bucket, key } of [first, ...others]) {
    const head = await ports.headObject(bucket, key);
    if (head) return { bucket, key, head };
  }
  const places = [first, ...others].map(formatObjectReference).join(' or ');
  throw new RangeError(`expected an object to replay, there is none at ${places}`);
}

/** A file at which the function died before is not looked at again: it is read by its print then. */
const carriesInvoice = async (ports: StartWorkflowPorts, event: DroppedObject): Promise<boolean> =>
  (event.attempt ?? 1) <= MOST_LOOKS && ports.carriesInvoice(event);

const MOST_LOOKS = 2;

/**
 * Before a turn is drawn and a page is paid for, it is seen whether the file speaks for itself, and how many pages it has. What
 * may not be looked at is not read: nobody knows what it would cost, and its document says why.
 */
async function findWay(
  ports: StartWorkflowPorts,
  event: DroppedObject,
  route: Routed,
  readsAll: boolean,
): Promise<Way> {
  try {
    return await lookForWay(ports, event, route, readsAll);
  } catch (error) {
    const { name: code, message: reason } = error as Error;
    if (!isAccessRefused(code)) throw error;
    return { held: { refused: { code, reason } }, needsTurn: false };
  }
}

async function lookForWay(
  ports: StartWorkflowPorts,
  event: DroppedObject,
  route: Routed,
  readsAll: boolean,
): Promise<Way> {
  if (route.to !== 'ingest-receipt' || (await carriesInvoice(ports, event))) return { needsTurn: false };
  const held = readsAll ? undefined : await ports.holdBeyond(event, ports.mostPages);
  return held ? { held, needsTurn: false } : { needsTurn: true };
}

/** Only the older layout, which has no user in its key, needs a look at the metadata, of the very version dropped. */
async function findRoute(
  ports: StartWorkflowPorts,
  event: DroppedObject,
  byDefault: string = ports.defaultUser,
): Promise<Route> {
  const isOlderLayout = /^receipts\/[^/]+$/.test(event.key);
  const head = isOlderLayout ? await ports.headObject(event.bucket, event.key, event.versionId) : undefined;
  const user = head?.metadata['user'];
  return routeObject(event, { byDefault, ...(user === undefined ? {} : { fromMetadata: user }) });
}

async function describe(
  ports: StartWorkflowPorts,
  documentId: string,
  event: DroppedObject,
  route: Routed,
  run: number,
  { held, needsTurn }: Way,
): Promise<DocumentRecord> {
  const nowMs = ports.now();
  const { bucket, key, versionId, sizeBytes, uploadedAt, eventId, sequencer } = event;
  return {
    documentId,
    ...(route.userId === undefined ? {} : { userId: route.userId }),
    bucket,
    key,
    versionId,
    object: formatObjectReference({ bucket, key }),
    sizeBytes,
    workflow: route.to,
    uploadedAt,
    eventId,
    sequencer,
    run,
    ...(needsTurn && route.userId !== undefined
      ? { turnAt: new Date(await ports.drawTurn(route.userId, nowMs)).toISOString() }
      : {}),
    ...(held ? { held } : {}),
    executionName: executionName(route.userId, key, documentId, run),
    traceId: ports.mintTraceId(nowMs),
  };
}

function inputOf(
  document: DocumentRecord,
  event: DroppedObject,
  route: Routed,
  { isStored: analysisStored = false, mostPages }: { readonly isStored?: boolean; readonly mostPages?: number },
): object {
  const { documentId, run, userId, bucket, key, versionId, turnAt, held, uploadedAt, sequencer } = document;
  const common = { documentId, run, ...(userId === undefined ? {} : { userId }), bucket, key, versionId };
  if (route.to === 'reject-object') return { ...common, problem: { code: route.code, reason: route.reason } };
  if (route.to === 'apply-plan') return { ...common, deleted: event.deleted, sequencer, uploadedAt };
  if (route.to === 'apply-rates') return { ...common, sequencer, uploadedAt };
  if (route.to === 'apply-correction') return { ...common, target: route.target, sequencer, uploadedAt };
  if (held) return { ...common, analysisStored: false, held };
  if (turnAt) return { ...common, analysisStored, turnAt, ...(mostPages === undefined ? {} : { mostPages }) };
  // What is to be read and drew no turn says itself what it is.
  return { ...common, analysisStored, ...(analysisStored ? {} : { carriesInvoice: true }) };
}
