import { distributed, type Flow, type MapState, type Template } from './asl.ts';

/** What is done for each of the `people` that come in. */
interface EachPerson<Name extends string, To extends string> {
  readonly Comment: string;
  /**
   * What a person's execution is started with: their item alone does not tell what all have in common.
   * @default - the item
   */
  readonly ItemSelector?: Template;
  /** What a person's flow puts out only when it was given up, and then what of all of them comes out, as a list. */
  readonly givenUp: string;
  readonly flow: Flow<Name>;
  readonly Next: To;
}

/**
 * A Map over people in which one person's trouble is not the others': a flow that ends by itself keeps nobody waiting. Each
 * person has an execution of their own, so that there may be any number of them.
 */
export const eachPerson = <const Name extends string, const To extends string>({
  Comment,
  ItemSelector,
  givenUp,
  flow,
  Next,
}: EachPerson<Name, To>): MapState<To> => ({
  Comment,
  Type: 'Map',
  Items: '{% $states.input.people %}',
  ...(ItemSelector === undefined ? {} : { ItemSelector }),
  MaxConcurrency: 5,
  Label: 'People',
  ItemProcessor: distributed(flow),
  Output: { [givenUp]: `{% [$states.result[$exists(${givenUp})].${givenUp}] %}` },
  Next,
});
