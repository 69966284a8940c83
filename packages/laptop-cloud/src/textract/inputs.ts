import { z } from 'zod';
import { type JsonObject, ServiceError } from '../http/service.ts';

const S3Object = z.object({
  Bucket: z.string().min(3).max(255),
  Name: z.string().min(1).max(1024),
  Version: z.string().min(1).max(1024).optional(),
});

/** https://docs.aws.amazon.com/textract/latest/dg/API_StartExpenseAnalysis.html */
export const StartInput = z.strictObject({
  DocumentLocation: z.object({ S3Object }),
  ClientRequestToken: z
    .string()
    .regex(/^[a-zA-Z0-9-_]{1,64}$/)
    .optional(),
  JobTag: z
    .string()
    .regex(/^[a-zA-Z0-9_.\-:]{1,64}$/)
    .optional(),
});

/** https://docs.aws.amazon.com/textract/latest/dg/API_GetExpenseAnalysis.html */
export const GetInput = z.strictObject({
  JobId: z.string().min(1).max(64),
  MaxResults: z.int().min(1).optional(),
  NextToken: z.string().min(1).max(255).optional(),
});

/** https://docs.aws.amazon.com/textract/latest/dg/API_AnalyzeExpense.html */
export const AnalyzeInput = z.strictObject({
  Document: z.union([z.object({ Bytes: z.base64().min(1) }), z.object({ S3Object })]),
});

/**
 * Reads an operation's input.
 *
 * @throws ServiceError `InvalidParameterException` that names the first member that is wrong or that the laptop cloud
 *   does not support, such as NotificationChannel and OutputConfig.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: JsonObject): z.infer<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join('.') || 'the request';
  const message = (issue?.message ?? 'invalid').replace('received undefined', 'it is missing');
  throw new ServiceError('InvalidParameterException', `${place}: ${message}`);
}
