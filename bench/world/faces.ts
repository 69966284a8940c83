import { type Face, holds } from '../../events/samples/fonts.ts';
import type { Random } from '../../events/samples/random.ts';
import type { Mark } from './layout.ts';

const TILLS: readonly Face[] = ['terminal', 'mono', 'condensed', 'narrow', 'mono', 'typewriter', 'plain'];
const OFFICES: readonly Face[] = ['sans', 'plain', 'condensed', 'serif', 'narrow'];
/** Beside the first face, by language: what holds the script. Traditional characters are in two, by the forms they share. */
const SCRIPTS: Readonly<Record<string, readonly Face[]>> = {
  ja: ['japanese'],
  zht: ['japanese', 'chinese'],
  zh: ['chinese'],
  ko: ['korean'],
  th: ['thai'],
};

/**
 * Faces for a paper: the first holds all of it where one does, the others what it lacks. A sum is never set in two faces
 * for want of a mark alone where another face holds both.
 *
 * @throws RangeError when some character is in none: it would come out as an empty box.
 */
export function facesFor(marks: readonly Mark[], language: string, isSlip: boolean, random: Random): readonly Face[] {
  const characters = [
    ...new Set(marks.flatMap((mark) => (typeof mark === 'string' ? [] : mark.cells.map(({ text }) => text))).join('')),
  ];
  const scripts = SCRIPTS[language] ?? [];
  const behind: Face[] = [...scripts, 'plain'];
  const offered = [...(isSlip ? TILLS : OFFICES)];
  for (let index = offered.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [offered[index], offered[other]] = [offered[other] ?? 'plain', offered[index] ?? 'plain'];
  }
  const ofScript = (character: string) => scripts.some((face) => holds(face, character));
  const first = offered.find((face) => characters.every((character) => holds(face, character) || ofScript(character)));
  const faces = [first ?? 'plain', ...behind];
  const missing = characters.find((character) => !faces.some((face) => holds(face, character)));
  if (missing !== undefined) throw new RangeError(`expected a face for "${missing}" of ${language}`);
  return faces;
}

/** A text cut where the face changes, and where the direction of writing does; from left to right as it is seen. */
export function runsOf(text: string, faces: readonly Face[]): { face: Face; text: string }[] {
  return asSeen(text).flatMap((part) => facesOf(part, faces));
}

const RIGHT_TO_LEFT = /[\u0590-\u06ff]/;

/** Among words that run from right to left, numbers run from left to right, and stand where the words put them. */
function asSeen(text: string): string[] {
  if (!RIGHT_TO_LEFT.test(text)) return [text];
  const parts = text.match(/[\u0590-\u06ff]+(?:[^\dA-Za-z]+[\u0590-\u06ff]+)*|[^\u0590-\u06ff]+/g) ?? [];
  return parts.map((part) => (RIGHT_TO_LEFT.test(part) ? part : part.replace(/^(\s*)(.*?)(\s*)$/, '$3$2$1'))).reverse();
}

function facesOf(text: string, faces: readonly Face[]): { face: Face; text: string }[] {
  const runs: { face: Face; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const face = faces.find((each) => holds(each, character)) ?? 'plain';
    if (last !== undefined && (last.face === face || (character === ' ' && holds(last.face, ' '))))
      last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}
