import { distance } from 'fastest-levenshtein';
import { type ErrorName, SpendwireError } from '../ground/errors.ts';
import { parseUserId } from '../ground/user-id.ts';

/** What the router knows of an object: its key as S3 gave it, and what the event or a HeadObject said. */
export interface RoutableObject {
  /** Never decoded: it may hold spaces, `+`, `%`, `..` and any Unicode. */
  readonly key: string;
  readonly sizeBytes: number;
  readonly deleted: boolean;
}

/** Who owns a receipt of the older layout, which has no user in its key. */
export interface FallbackUser {
  /** The object's metadata `user`. */
  readonly fromMetadata?: string;
  /** The installation's `DEFAULT_USER`; empty for none. */
  readonly byDefault: string;
}

/** Where an object goes. A rejection keeps the person, where the key names one, so that it can be told. */
export type Route =
  | { readonly to: 'ingest-receipt' | 'apply-plan'; readonly userId: string }
  | { readonly to: 'apply-correction'; readonly userId: string; readonly target: string }
  /** Exchange rates are everybody's. */
  | { readonly to: 'apply-rates'; readonly userId?: undefined }
  | { readonly to: 'reject-object'; readonly userId?: string; readonly code: ErrorName; readonly reason: string }
  | { readonly to: 'nowhere' };

/** Textract's own limits for asynchronous calls: https://docs.aws.amazon.com/textract/latest/dg/limits-document.html */
const LARGEST_IMAGE_BYTES = 10 * 1024 * 1024;
const LARGEST_DOCUMENT_BYTES = 500 * 1024 * 1024;
const LARGEST_PLAN_BYTES = 256 * 1024;
const LARGEST_CORRECTION_BYTES = 16 * 1024;
/** The European Central Bank's whole history has 0.6 MB. */
const LARGEST_RATES_BYTES = 4 * 1024 * 1024;

const PREFIXES = ['receipts', 'budgets', 'statements', 'uploads', 'corrections', 'rates'] as const;
const NO_IMPORTS =
  'bank and card exports cannot be imported yet; drop the receipts themselves as receipts/{user}/{file}';
const LATER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    statements: NO_IMPORTS,
    uploads: NO_IMPORTS,
  }),
);

/**
 * Decides by the key alone; a misspelt prefix is rejected with a reason and never vanishes. Only a plan's deletion
 * means something: a rejected file that is cleared away is not rejected once more.
 */
export function routeObject(object: RoutableObject, fallback: FallbackUser): Route {
  const route = routeByKey(object, fallback);
  return object.deleted && route.to !== 'apply-plan' ? { to: 'nowhere' } : route;
}

function routeByKey(object: RoutableObject, fallback: FallbackUser): Route {
  const { key, sizeBytes } = object;
  if (key.startsWith('artifacts/')) return { to: 'nowhere' };
  if (key.endsWith('/') && sizeBytes === 0) return { to: 'nowhere' };
  const [prefix = '', ...rest] = key.split('/');
  try {
    if (prefix === 'receipts' && rest.length > 0) return routeReceipt(rest, object, fallback);
    if (prefix === 'budgets' && rest.length > 0) return routePlan(rest, object);
    if (prefix === 'corrections' && rest.length > 0) return routeCorrection(rest, object);
    if (prefix === 'rates' && rest.length > 0) return routeRates(rest, object);
  } catch (error) {
    if (error instanceof SpendwireError) return reject(error.name, error.message);
    throw error;
  }
  const later = LATER.get(prefix);
  if (later !== undefined && rest.length > 0) return reject('NotSupportedYetError', later, ownerOf(rest));
  return rejectPrefix(prefix, rest);
}

function routeReceipt(rest: readonly string[], object: RoutableObject, fallback: FallbackUser): Route {
  const userId = rest.length > 1 ? parseUserId(rest[0] as string) : fallbackUser(fallback);
  if (object.sizeBytes === 0) {
    return reject(
      'EmptyFileError',
      'the file is empty (0 bytes); upload it again, the transfer may have broken off',
      userId,
    );
  }
  const isDocument = /\.(pdf|tiff?)$/i.test(object.key);
  const limit = isDocument ? LARGEST_DOCUMENT_BYTES : LARGEST_IMAGE_BYTES;
  if (object.sizeBytes > limit) {
    return reject(
      'FileTooLargeError',
      `the file has ${megabytes(object.sizeBytes)}, and ${isDocument ? 'PDF and TIFF' : 'JPEG, PNG and XML'} can be read up to ` +
        `${megabytes(limit)}; save it smaller or as a PDF and drop it again`,
      userId,
    );
  }
  return { to: 'ingest-receipt', userId };
}

function routePlan(rest: readonly string[], object: RoutableObject): Route {
  const match = /^([^/]*)\.(ya?ml|json)$/is.exec(rest.join('/'));
  if (!match) {
    return reject(
      'UnknownPrefixError',
      `a plan is expected as budgets/{user}.yaml, .yml or .json, got ${quoted(object.key)}; rename it and drop it again`,
      ownerOf([(rest[0] as string).replace(/\.[^.]*$/, ''), '']),
    );
  }
  const userId = parseUserId(match[1] as string);
  if (!object.deleted && object.sizeBytes > LARGEST_PLAN_BYTES) {
    return reject('FileTooLargeError', `the plan has ${megabytes(object.sizeBytes)}, at most 0.25 MB are read`, userId);
  }
  return { to: 'apply-plan', userId };
}

/** The keys under which the plan of a key may lie, this one among them. */
export const planKeys = (key: string): string[] =>
  ['yaml', 'yml', 'json'].map((ending) => key.replace(/[^.]*$/, ending));

/** The file is named after the document; whether there is such a one is for the table to say. */
function routeCorrection(rest: readonly string[], object: RoutableObject): Route {
  const match = /^([^/]+)\/([^/]+)\.(ya?ml|json)$/is.exec(rest.join('/'));
  if (!match) {
    return reject(
      'UnknownPrefixError',
      `a correction is expected as corrections/{user}/{documentId}.yaml, .yml or .json, got ${quoted(object.key)}; rename it and drop it again`,
      ownerOf(rest),
    );
  }
  const userId = parseUserId(match[1] as string);
  if (object.sizeBytes > LARGEST_CORRECTION_BYTES) {
    return reject(
      'FileTooLargeError',
      `the correction has ${megabytes(object.sizeBytes)}, at most 16 KB are read`,
      userId,
    );
  }
  return { to: 'apply-correction', userId, target: (match[2] as string).toLowerCase() };
}

/** The file's name means nothing; a folder of it is nobody's. */
function routeRates(rest: readonly string[], object: RoutableObject): Route {
  if (!/^[^/]+\.csv$/is.test(rest.join('/'))) {
    return reject(
      'UnknownPrefixError',
      `exchange rates are expected as rates/{name}.csv, got ${quoted(object.key)}; unpack or rename it and drop it again`,
    );
  }
  if (object.sizeBytes > LARGEST_RATES_BYTES) {
    return reject('FileTooLargeError', `the file has ${megabytes(object.sizeBytes)}, at most 4.0 MB of rates are read`);
  }
  return { to: 'apply-rates' };
}

function fallbackUser({ fromMetadata, byDefault }: FallbackUser): string {
  const name = fromMetadata || byDefault;
  if (name !== '') return parseUserId(name);
  throw new SpendwireError(
    'UserUnknownError',
    'the key names no person: drop the file as receipts/{user}/{file}, or set the object metadata "user"',
  );
}

function rejectPrefix(prefix: string, rest: readonly string[]): Route {
  const expected = 'expected receipts/{user}/{file} or budgets/{user}.yaml';
  if (rest.length === 0) {
    return reject('UnknownPrefixError', `the file lies at the root of the bucket; ${expected}; move it there`);
  }
  const near = PREFIXES.find((known) => distance(known, prefix.toLowerCase()) <= 2);
  const meant = near ? `; did you mean "${near}/"? Move it there` : '; move it there';
  return reject(
    'UnknownPrefixError',
    `nothing reads the prefix ${quoted(`${prefix}/`)}; ${expected}${meant}`,
    ownerOf(rest),
  );
}

/** The person that a rejected key seems to belong to; whether there is one is for the table to say. */
function ownerOf(rest: readonly string[]): string | undefined {
  try {
    return rest.length > 1 ? parseUserId(rest[0] as string) : undefined;
  } catch {
    return undefined;
  }
}

const reject = (code: ErrorName, reason: string, userId?: string): Route => ({
  to: 'reject-object',
  code,
  reason,
  ...(userId === undefined ? {} : { userId }),
});

const quoted = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
