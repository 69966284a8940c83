import { type Flow, inline, type MapState } from './asl.ts';

/** What is done for each of the `people` that come in. */
interface EachPerson<Name extends string, To extends string> {
  readonly Comment: string;
  /** What a person's flow puts out only when it was given up, and then what of all of them comes out, as a list. */
  readonly givenUp: string;
  readonly flow: Flow<Name>;
  readonly Next: To;
}

/** A Map over people in which one person's trouble is not the others': a flow that ends by itself keeps nobody waiting. */
export const eachPerson = <const Name extends string, const To extends string>({
  Comment,
  givenUp,
  flow,
  Next,
}: EachPerson<Name, To>): MapState<To> => ({
  Comment,
  Type: 'Map',
  Items: '{% $states.input.people %}',
  MaxConcurrency: 5,
  ItemProcessor: inline(flow),
  Output: { [givenUp]: `{% [$states.result[$exists(${givenUp})].${givenUp}] %}` },
  Next,
});
