import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

let isHeld = false;

/**
 * Starts, once in a process, a thread that loads onnxruntime and does nothing. When the last thread that holds that module
 * is gone, no other can load it any more ("Module did not self-register"): then nothing was read until the next start. The
 * main thread does not hold it: the process would not always survive its own end.
 */
export function holdRuntime(): void {
  if (isHeld) return;
  isHeld = true;
  const runtime = createRequire(import.meta.url).resolve('onnxruntime-node');
  const holds =
    "const { parentPort, workerData } = require('node:worker_threads'); require(workerData); parentPort.ref();";
  new Worker(holds, { eval: true, name: 'onnxruntime', workerData: runtime }).unref();
}
