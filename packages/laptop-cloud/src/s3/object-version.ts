/** One version of an object's content. Its bytes never change and are kept by version id. */
export interface StoredObject {
  readonly kind: 'object';
  readonly key: string;
  readonly versionId: string;
  /** Hexadecimal of fixed length; of two versions of a key the later one has the greater. */
  readonly sequencer: string;
  readonly lastModifiedMs: number;
  readonly sizeBytes: number;
  /** MD5 in hexadecimal; `{md5 of the parts' md5s}-{parts}` for a multipart upload. Without quotes. */
  readonly etag: string;
  /** Headers that come back as they were given, such as `content-type`. */
  readonly headers: Readonly<Record<string, string>>;
  /** `x-amz-meta-*` without the prefix. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly checksum?: ObjectChecksum;
  /** Of an object that was uploaded in parts: how long each is. */
  readonly partSizes?: readonly number[];
  readonly tags?: ObjectTags;
  /** Absent where the bucket's own encryption is used. */
  readonly encryption?: ObjectEncryption;
  /** The file in the folder that shows this version; absent when the key has no place in the folder. */
  readonly fingerprint?: string;
}

/** Hides the versions before it: the object is deleted, its versions stay readable by id. */
export interface DeleteMarker {
  readonly kind: 'marker';
  readonly key: string;
  readonly versionId: string;
  readonly sequencer: string;
  readonly lastModifiedMs: number;
}

export type ObjectVersion = StoredObject | DeleteMarker;

export type ChecksumAlgorithm = 'crc32' | 'crc32c' | 'crc64nvme' | 'sha1' | 'sha256';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
export interface ObjectChecksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64; a composite one ends with `-{parts}`. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

/** A key of KMS that an object is encrypted with. */
export interface ObjectEncryption {
  readonly keyArn: string;
}

/** At most ten, by their keys. */
export type ObjectTags = Readonly<Record<string, string>>;

/** What a client may say about an object beside its bytes. */
export interface ObjectAttributes {
  readonly headers: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags?: ObjectTags;
  readonly encryption?: ObjectEncryption;
}

export const noAttributes: ObjectAttributes = { headers: {}, metadata: {} };
