/** Pixels of one page: eight bits a sample, red, green, blue interleaved, row by row from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
