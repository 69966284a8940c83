import { parseArgs } from 'node:util';
import { DEFAULT_PORT } from '../cloud.ts';

/** What the person asked for on the command line. */
export interface CommandOptions {
  /** Synthesised templates, or one module that exports a declaration. */
  readonly files: readonly string[];
  readonly dataDirectory: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

export const usage = `usage: laptop-cloud FILE… [options]

Runs on this computer what is declared, until Ctrl-C; the next start carries on.

  FILE         a template that the CDK synthesised, such as cdk.out/Library.template.json,
               and those of the stacks that it refers to; or one JavaScript module whose
               default export is a declaration
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
  const areTemplates = positionals.every((file) => file.endsWith('.json'));
  if (positionals.length === 0 || (positionals.length > 1 && !areTemplates)) {
    throw new UsageError(`expected templates or one module\n\n${usage}`);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`expected a port from 0 to 65535 after --port, got ${JSON.stringify(values.port)}`);
  }
  return { files: positionals, dataDirectory: values.data, port };
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
