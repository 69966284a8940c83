#!/usr/bin/env node
import { once } from 'node:events';
import { startLaptopCloud } from './cloud.ts';
import { readOptions, UsageError, usage } from './command/options.ts';
import { activityLine, countsOf, leftOutLine, messageLine } from './command/print-line.ts';
import { readDeclaration } from './command/read-declaration.ts';
import { DataFolderLockedError, DataFolderUnusableError } from './data-folder.ts';
import { endProcess, guardDisk } from './disk-guard.ts';
import { PortInUseError } from './http/gateway.ts';
import { TemplateError } from './template/template.ts';

/** Runs what templates or a module declare until Ctrl-C. */
async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return print(usage);
  const interrupted = interruption();
  const { files, dataDirectory, port } = options;
  const { declaration, leftOut } = await readDeclaration(files, port);
  for (const resource of leftOut) print(leftOutLine(resource));
  const cloud = await startLaptopCloud(declaration, {
    dataDirectory,
    port,
    onLog: (source, line) => print(`log       ${source}: ${line}`),
    onMessage: (message) => print(messageLine(message)),
    onExecution: (activity) => {
      const line = activityLine(activity);
      if (line !== undefined) print(line);
    },
  });
  guardDisk(cloud.folder.root, (sentence) => {
    console.error(sentence);
    return endProcess(cloud);
  });
  if (!interrupted.aborted) {
    print(`runs      ${countsOf(declaration)}`);
    print(`ready     bucket folder ${cloud.folder.bucket}  endpoint ${cloud.endpoint}`);
    await once(interrupted, 'abort');
  }
  await cloud.close();
}

const print = (line: string): void => console.log(line);

/**
 * The first Ctrl-C, from now on, ends in order, even one that comes before there is anything to close; a second one does
 * not wait.
 */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const end = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return controller.signal;
}

const EXPECTED = [UsageError, TemplateError, PortInUseError, DataFolderLockedError, DataFolderUnusableError];

try {
  await run();
} catch (error) {
  const isExpected = EXPECTED.some((kind) => error instanceof kind);
  console.error(isExpected ? (error as Error).message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
