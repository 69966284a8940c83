import { localArn } from '../account.ts';

/** A function as the laptop cloud runs it. */
export interface FunctionSpec {
  /** Access key id of its requests, by which its permissions are known. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Folder of the code: a bundle, or modules that find what they import in a `node_modules` above them. */
  readonly bundleDirectory: string;
  /**
   * Module and export, as Lambda names them; the module may be `.mjs`, `.js` or `.cjs`.
   *
   * @default 'index.handler'
   */
  readonly handler?: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** The handler of a function that names none. */
export const DEFAULT_HANDLER = 'index.handler';

/** The ARN of a function by its name. */
export const functionArn = (name: string): string => localArn('lambda', `function:${name}`);

/** The name in a function's name, partial ARN or ARN, with or without a qualifier. */
export function functionNameOf(nameOrArn: string): string {
  const parts = nameOrArn.split(':');
  const at = parts.indexOf('function');
  return (at < 0 ? parts[0] : parts[at + 1]) ?? '';
}
