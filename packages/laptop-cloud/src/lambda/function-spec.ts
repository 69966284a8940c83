import { localArn } from '../account.ts';

/** A function as the local cloud runs it. */
export interface FunctionSpec {
  /** Access key id of its requests, by which its permissions are known. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Folder of the bundle, which exports `handler` from `index.mjs`. */
  readonly bundleDirectory: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** The ARN of a function by its name. */
export const functionArn = (name: string): string => localArn('lambda', `function:${name}`);

/** The name in a function's name, partial ARN or ARN, with or without a qualifier. */
export function functionNameOf(nameOrArn: string): string {
  const parts = nameOrArn.split(':');
  const at = parts.indexOf('function');
  return (at < 0 ? parts[0] : parts[at + 1]) ?? '';
}
