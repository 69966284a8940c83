import type { LambdaClient } from '@aws-sdk/client-lambda';
import { printable } from '../views/printable.ts';
import { invokeFunction } from './invoke-function.ts';

interface Look {
  readonly next?: object;
  readonly notStarted: number;
  readonly found: number;
  readonly keys: readonly string[];
  readonly says: string;
}

/**
 * Has `find-missing` look through the bucket, look after look until it is through, and prints what had no document; 1 when
 * one of them could not be started.
 */
export async function lookForMissing(lambda: LambdaClient, functionName: string): Promise<number> {
  let look = (await invokeFunction(lambda, functionName, {})) as Look;
  while (look.next !== undefined) look = (await invokeFunction(lambda, functionName, look)) as Look;
  for (const key of look.keys) console.log(printable(`had no document  ${key}`));
  if (look.found > look.keys.length) console.log(`… and ${look.found - look.keys.length} more`);
  console.log(printable(look.says));
  return look.notStarted > 0 ? 1 : 0;
}
