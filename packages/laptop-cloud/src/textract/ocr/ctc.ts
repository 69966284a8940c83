/** Another character that the same place may hold. */
export interface Alternative {
  readonly character: string;
  /** 0 … 1. */
  readonly probability: number;
}

/** One character as the recogniser saw it. */
export interface Glyph {
  readonly character: string;
  /** 0 … 1. */
  readonly confidence: number;
  /** The time step at which it was seen. */
  readonly step: number;
  /** The highest probability of a space since the glyph before. */
  readonly spaceProbability: number;
  /** What else it may be, where that is in doubt; the likeliest first. */
  readonly alternatives: readonly Alternative[];
}

const DOUBTFUL = 0.98;
const LEAST_PROBABILITY = 0.01;
const MOST_ALTERNATIVES = 5;

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
      const alternatives = confidence < DOUBTFUL ? alternativesAt(map, step, best, alphabet) : [];
      glyphs.push({ character: alphabet[best] ?? '', confidence, step, spaceProbability, alternatives });
      spaceProbability = 0;
    }
    previous = best;
  }
  return glyphs;
}

/** The other characters that the network held possible at a step or beside it. */
function alternativesAt(map: CharacterMap, step: number, chosen: number, alphabet: readonly string[]): Alternative[] {
  const { steps, classes, probabilities } = map;
  const space = alphabet.length - 1;
  const found: Alternative[] = [];
  for (let index = 1; index < classes; index++) {
    if (index === chosen || index === space) continue;
    let probability = 0;
    for (let near = Math.max(0, step - 1); near <= Math.min(steps - 1, step + 1); near++) {
      probability = Math.max(probability, probabilities[near * classes + index] as number);
    }
    if (probability >= LEAST_PROBABILITY) found.push({ character: alphabet[index] ?? '', probability });
  }
  return found.sort((a, b) => b.probability - a.probability).slice(0, MOST_ALTERNATIVES);
}
