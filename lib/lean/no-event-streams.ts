/**
 * Stands for `@smithy/core/event-streams` in the functions' bundles: no function calls an operation that streams events,
 * such as a selection in S3, but each client is made ready for one.
 */
export const resolveEventStreamSerdeConfig = <T>(config: T): T => config;
export const eventStreamSerdeProvider = (): undefined => undefined;

const refuse = () => {
  throw new Error('expected no stream of events, for a bundle holds nothing that reads one');
};

export class EventStreamSerde {
  constructor() {
    refuse();
  }
}

/** A client makes one beforehand; only a stream asks it for anything. */
export class EventStreamCodec {
  readonly encode = refuse;
  readonly decode = refuse;
}

export const readableStreamToIterable = refuse;
export const iterableToReadableStream = refuse;
