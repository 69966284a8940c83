/** One character as the recogniser saw it. */
export interface Glyph {
  readonly character: string;
  /** 0 … 1. */
  readonly confidence: number;
  /** The time step at which it was seen. */
  readonly step: number;
  /** The highest probability of a space since the glyph before. */
  readonly spaceProbability: number;
}

/** The recogniser's answer: for every time step the probability of every character. */
export interface CharacterMap {
  readonly steps: number;
  readonly classes: number;
  readonly probabilities: Float32Array;
}

/**
 * Reads a character map greedily: the likeliest class of each step, repeats merged, class 0 (blank) dropped.
 *
 * @param alphabet Character of each class; index 0 is the blank, the last one is the space.
 */
export function decodeCtc(map: CharacterMap, alphabet: readonly string[]): Glyph[] {
  const { steps, classes, probabilities } = map;
  const space = alphabet.length - 1;
  const glyphs: Glyph[] = [];
  let previous = 0;
  let spaceProbability = 0;
  for (let step = 0; step < steps; step++) {
    const offset = step * classes;
    let best = 0;
    let confidence = -1;
    for (let index = 0; index < classes; index++) {
      const probability = probabilities[offset + index] as number;
      if (probability > confidence) {
        confidence = probability;
        best = index;
      }
    }
    spaceProbability = Math.max(spaceProbability, probabilities[offset + space] ?? 0);
    if (best !== 0 && best !== previous) {
      glyphs.push({ character: alphabet[best] ?? '', confidence, step, spaceProbability });
      spaceProbability = 0;
    }
    previous = best;
  }
  return glyphs;
}
