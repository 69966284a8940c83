/** What a principal may do: IAM actions on resources written with placeholders. */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface FunctionDeclaration {
  /** Folder under `lambdas/`; its `index.ts` exports `handler`. */
  readonly directory: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Environment variables; values may hold placeholders. */
  readonly environment: Readonly<Record<string, string>>;
  readonly grants: readonly Grant[];
  /** Asks a model of Amazon Bedrock where an installation names one; only then it may. */
  readonly asksBedrock?: true;
}

export interface MachineDeclaration {
  /** Physical-looking name for people; on a laptop it is the machine's name. */
  readonly name: string;
  readonly file: string;
  readonly grants: readonly Grant[];
}
