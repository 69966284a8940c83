import { parseArgs } from 'node:util';
import { DEFAULT_PORT } from '../cloud.ts';

/** What the person asked for on the command line. */
export interface CommandOptions {
  /** A synthesised template, or a module that exports a declaration. */
  readonly file: string;
  readonly dataDirectory: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

export const usage = `usage: laptop-cloud FILE [options]

Runs on this computer what FILE declares, until Ctrl-C; the next start carries on.

  FILE         a template that the CDK synthesised, such as cdk.out/Library.template.json,
               or a JavaScript module whose default export is a declaration
  --data DIR   where everything is kept (default ./laptop-cloud-data)
  --port N     the port (default ${DEFAULT_PORT}; 0 takes a free one)
`;

/** A mistake on the command line; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the command line; undefined when only help was asked for.
 *
 * @throws UsageError for an unknown option, a value that cannot be, and when no file is named.
 */
export function readOptions(args: readonly string[]): CommandOptions | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`expected one file\n\n${usage}`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`expected a port from 0 to 65535 after --port, got ${JSON.stringify(values.port)}`);
  }
  return { file, dataDirectory: values.data, port };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: './laptop-cloud-data' },
        port: { type: 'string', default: String(DEFAULT_PORT) },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}\n\n${usage}`);
  }
}
