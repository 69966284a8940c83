import { parseArgs } from 'node:util';
import { isName, normalizeName } from '../lambdas/core/ground/user-id.ts';
import { settings } from '../lib/topology.ts';

/** What the person asked for on the command line. */
export interface CliOptions {
  readonly dataDirectory: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Person of a receipt that lies directly under `receipts/`; empty rejects such files. */
  readonly defaultUser: string;
  readonly maxPages: number;
  readonly empty: boolean;
  readonly once: boolean;
  readonly help: boolean;
}

/** Where the tools look, too, when no port is named. */
export const DEFAULT_PORT = 4566;

export const usage = `Spendwire on this computer: drop receipts into a folder, get told when a budget's threshold is crossed.

  npm start -- [options]

  --data DIR   where everything is kept (default ./spendwire-data)
  --port N     the laptop cloud's port (default ${DEFAULT_PORT}; 0 takes a free one)
  --default-user NAME
               whose receipt it is when it lies directly under receipts/ (default: it is rejected)
  --max-pages N
               a document with more pages is read only when a correction says so (default ${settings.maxPages}, at most 3000)
  --empty      start without the sample plan and receipts
  --once       work off all there is, print a summary and end; exit code 0 when every document has its final status
  --help       this text

With SMTP_URL set (smtps://user:password@host), e-mail goes out for real; without, it is shown here and kept in DIR/outbox.
`;

/** A mistake on the command line; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError for an unknown option or a value that cannot be. */
export function readOptions(args: readonly string[]): CliOptions {
  const values = parse(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`expected a port from 0 to 65535 after --port, got ${JSON.stringify(values.port)}`);
  }
  const maxPages = Number(values['max-pages']);
  if (!Number.isInteger(maxPages) || maxPages < 1 || maxPages > 3000) {
    throw new UsageError(
      `expected a whole number from 1 to 3000 after --max-pages, got ${JSON.stringify(values['max-pages'])}`,
    );
  }
  const { data: dataDirectory, 'default-user': named, empty, once, help } = values;
  const defaultUser = normalizeName(named);
  if (defaultUser !== '' && !isName(defaultUser)) {
    throw new UsageError(
      `expected a person's name such as alice after --default-user: 1 to 40 of a-z 0-9 . _ - that begin with a letter or digit, got ${JSON.stringify(named)}`,
    );
  }
  return { dataDirectory, port, defaultUser, maxPages, empty, once, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string', default: './spendwire-data' },
        port: { type: 'string', default: String(DEFAULT_PORT) },
        'default-user': { type: 'string', default: '' },
        'max-pages': { type: 'string', default: String(settings.maxPages) },
        empty: { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}; npm start -- --help lists the options`);
  }
}
