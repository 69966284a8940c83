import { type Assignment, type Choice, distributed, type Flow, type MapState, type Template } from './asl.ts';
import type { Payload } from './invoke.ts';

/** What is done for each of the `people` that come in. */
interface EachPerson<Name extends string, To extends string> {
  readonly Comment: string;
  /**
   * What a person's execution is started with: their item alone does not tell what all have in common.
   * @default - the item
   */
  readonly ItemSelector?: Template;
  /** What a person's flow puts out only when it was given up: why. */
  readonly givenUp: string;
  readonly flow: Flow<Name>;
  readonly Next: To;
}

/** Step Functions takes no empty text but by an expression. */
const NOTHING = "{% '' %}";

/**
 * People come in pages: all of them would not fit into what one state may hand to the next. How many were given up is
 * summed over the pages in `$missed`; `$reason` says why the first one was.
 */
export const beforeTheFirstPage: Assignment = { after: NOTHING, pages: 0, missed: 0, reason: NOTHING };

/** A function that finds a page takes where the last one ended, and tells where its own does. */
export const thePageAfter = (fields: Payload['fields'] = {}): { Payload: Payload; Assign: Assignment } => ({
  Payload: { objects: [], fields: { after: '$after', ...fields } },
  Assign: {
    after: "{% $exists($states.result.Payload.next) ? $states.result.Payload.next : '' %}",
    pages: '{% $pages + 1 %}',
  },
});

/** Back to the function that finds a page, as long as there is a further one; a thousand are half a million people. */
export const whileAnybodyIsLeft = <const To extends string>(Next: To): Choice<To> => ({
  Condition: "{% $after != '' and $pages < 1000 %}",
  Next,
});

/**
 * A Map over the people of a page in which one person's trouble is not the others': a flow that ends by itself keeps nobody
 * waiting. Each person has an execution of their own.
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
  Assign: {
    missed: `{% $missed + $count($states.result[$exists(${givenUp})]) %}`,
    reason: `{% $reason = '' and $exists($states.result.${givenUp}) ? ($states.result.${givenUp})[0] : $reason %}`,
  },
  Output: {},
  Next,
});
