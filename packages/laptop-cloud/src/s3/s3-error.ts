import { type JsonObject, ServiceError } from '../http/service.ts';

/** Status and usual text of each error this room gives. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const ERRORS = {
  AccessDenied: [403, 'Access Denied'],
  AuthorizationQueryParametersError: [400, 'Error parsing the query parameters of the presigned request'],
  BadDigest: [400, 'The checksum or Content-MD5 you specified did not match what we received'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed size'],
  EntityTooSmall: [400, 'Your proposed upload is smaller than the minimum allowed size'],
  IncompleteBody: [400, 'You did not provide the number of bytes specified by the Content-Length HTTP header'],
  InvalidArgument: [400, 'Invalid Argument'],
  InvalidDigest: [400, 'The Content-MD5 you specified is not valid'],
  InvalidPart: [400, 'One or more of the specified parts could not be found or has another entity tag'],
  InvalidPartOrder: [400, 'The list of parts was not in ascending order'],
  InvalidPartNumber: [416, 'The requested partnumber is not satisfiable'],
  InvalidRange: [416, 'The requested range is not satisfiable'],
  InvalidRequest: [400, 'Invalid Request'],
  InvalidTag: [400, 'The tag provided was not a valid tag'],
  InvalidURI: [400, 'Could not parse the specified URI'],
  KeyTooLongError: [400, 'Your key is too long'],
  MetadataTooLarge: [400, 'Your metadata headers exceed the maximum allowed metadata size'],
  MalformedXML: [400, 'The XML you provided was not well-formed or did not validate against our published schema'],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource'],
  NoSuchBucket: [404, 'The specified bucket does not exist'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NoSuchUpload: [404, 'The specified multipart upload does not exist'],
  NoSuchVersion: [404, 'The specified version does not exist.'],
  NotImplemented: [501, 'A header or query you provided implies functionality that is not implemented'],
  NotModified: [304, 'Not Modified'],
  PreconditionFailed: [412, 'At least one of the pre-conditions you specified did not hold'],
  SignatureDoesNotMatch: [403, 'The request signature we calculated does not match the signature you provided'],
  TooManyBuckets: [400, 'You have attempted to create more buckets than allowed'],
  XAmzContentSHA256Mismatch: [400, "The provided 'x-amz-content-sha256' header does not match what was computed"],
} as const satisfies Record<string, readonly [number, string]>;

export type S3ErrorCode = keyof typeof ERRORS;

/** @param details Further elements of the error's XML, such as `Key`. Those starting with `x-amz-` become headers. */
export const s3Error = (code: S3ErrorCode, message?: string, details: JsonObject = {}): ServiceError =>
  new ServiceError(code, message ?? ERRORS[code][1], ERRORS[code][0], details);

export const noSuchKey = (key: string): ServiceError => s3Error('NoSuchKey', undefined, { Key: key });
