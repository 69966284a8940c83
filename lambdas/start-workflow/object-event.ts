import * as z from 'zod/mini';

/** An `Object Created` or `Object Deleted` event of S3 as EventBridge delivers it. The key stands as it is: never decode it. */
const S3Event = z.object({
  id: z.string(),
  time: z.string(),
  'detail-type': z.enum(['Object Created', 'Object Deleted']),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      size: z._default(z.number(), 0),
      etag: z.optional(z.string()),
      'version-id': z.optional(z.string()),
      sequencer: z._default(z.string(), ''),
    }),
  }),
});

const QueueBatch = z.object({
  Records: z
    .array(
      z.object({
        body: z.string(),
        attributes: z.optional(z.object({ ApproximateReceiveCount: z.optional(z.coerce.number().check(z.int())) })),
      }),
    )
    .check(z.minLength(1)),
});

const Replay = z.object({
  /** The run to open; the one after the last when left out. */
  run: z.optional(z.int().check(z.minimum(1), z.maximum(999_999))),
  /** Pay Textract again instead of using the stored analysis. */
  reread: z._default(z.boolean(), false),
});
const ReplayObject = z.extend(Replay, { object: z.string() });
const ReplayDocument = z.extend(Replay, { documentId: z.string() });

export interface ObjectEvent {
  readonly kind: 'event';
  readonly eventId: string;
  readonly uploadedAt: string;
  readonly deleted: boolean;
  readonly bucket: string;
  readonly key: string;
  readonly sizeBytes: number;
  /** Version id, or the ETag where the bucket is not versioned; for a deletion what tells it from every other event. */
  readonly version: string;
  readonly versionId: string;
  readonly sequencer: string;
  /** How often the queue has handed it out, this time included. */
  readonly attempt?: number;
}

/** The newest version of an object, or a document whose object may have been overwritten since. */
export type ReplayRequest = ({ readonly object: string } | { readonly documentId: string }) & {
  readonly kind: 'replay';
  readonly run?: number;
  readonly reread: boolean;
};

/**
 * Reads what the function is invoked with: a batch of the ingest queue, or by hand `{"object": "…", "run": n}` or
 * `{"documentId": "…"}`.
 */
export function readInvocation(event: unknown): (ObjectEvent | ReplayRequest)[] {
  if (typeof event === 'object' && event !== null && 'object' in event) {
    const { object, run, reread } = ReplayObject.parse(event);
    return [{ kind: 'replay', object, reread, ...(run === undefined ? {} : { run }) }];
  }
  if (typeof event === 'object' && event !== null && 'documentId' in event) {
    const { documentId, run, reread } = ReplayDocument.parse(event);
    return [{ kind: 'replay', documentId, reread, ...(run === undefined ? {} : { run }) }];
  }
  return QueueBatch.parse(event).Records.map(({ body, attributes }) => {
    const attempt = attributes?.ApproximateReceiveCount;
    return { ...readS3Event(JSON.parse(body)), ...(attempt === undefined ? {} : { attempt }) };
  });
}

function readS3Event(body: unknown): ObjectEvent {
  const { id, time, 'detail-type': type, detail } = S3Event.parse(body);
  const { key, size, etag, sequencer, 'version-id': versionId } = detail.object;
  const deleted = type === 'Object Deleted';
  return {
    kind: 'event',
    eventId: id,
    uploadedAt: new Date(time).toISOString(),
    deleted,
    bucket: detail.bucket.name,
    key,
    sizeBytes: size,
    // Deleting a version for good names the version that its upload named: two events, two documents.
    version: deleted ? `deleted#${sequencer || id}` : (versionId ?? etag ?? sequencer),
    versionId: versionId ?? 'null',
    sequencer,
  };
}
