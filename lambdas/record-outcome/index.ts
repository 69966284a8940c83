import { takeBack } from '../adapters/ledger.ts';
import { readArtifact, readPart, seeObject } from '../adapters/object-store.ts';
import { closeDocument } from '../adapters/outcome-store.ts';
import { readPerson } from '../adapters/person-store.ts';
import { startDelivery } from '../adapters/start-delivery.ts';
import { makeOutbox, makeS3, makeStartDelivery } from '../runtime/clients.ts';
import { requireEnv } from '../runtime/env.ts';
import { lambdaHandler } from '../runtime/lambda-handler.ts';
import { createHandler } from './handler.ts';

const outbox = makeOutbox();
const { table } = outbox;
const start = makeStartDelivery();
const s3 = makeS3();
const bucket = requireEnv('BUCKET_NAME');
const HEAD_BYTES = 1024;
const TAIL_BYTES = 64 * 1024;

export const handler = lambdaHandler(
  createHandler({
    now: () => Date.now(),
    readPerson: (userId) => readPerson(table, userId),
    readReading: (key) => readArtifact(s3, bucket, key),
    async glimpse(object) {
      const head = await readPart(s3, object, 'head', HEAD_BYTES);
      const tail = await readPart(s3, object, 'tail', TAIL_BYTES);
      return head && tail && { head, tail };
    },
    seeObject: (object) => seeObject(s3, object),
    uploadKeyArn: requireEnv('UPLOAD_KEY_ARN'),
    book: (booking) => takeBack(outbox, booking),
    close: (closing) => closeDocument(outbox, closing),
    startDelivery: (...asked) => startDelivery(table, start, ...asked),
  }),
);
