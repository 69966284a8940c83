import {
  asked,
  type DueAnswer,
  type HostileRequest,
  type RequestParts,
  type Setting,
  signed,
} from '../hostile-request.ts';

export const missing: DueAnswer = { status: [404], code: /^NoSuch(Key|Bucket|Version|Upload)$/ };
export const invalid: DueAnswer = {
  status: [400, 404, 416],
  code: /^(Invalid\w+|MalformedXML|NoSuch\w+|BadDigest|IncompleteBody)$/,
};

/** A request of S3, signed by anybody. */
export const s3 = (
  kind: string,
  what: string,
  due: DueAnswer,
  parts: RequestParts | ((setting: Setting) => RequestParts),
): HostileRequest =>
  asked(kind, what, due, (setting) => {
    const { headers, ...rest } = typeof parts === 'function' ? parts(setting) : parts;
    return { ...rest, headers: signed('s3', headers) };
  });
