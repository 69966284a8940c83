/** One action of an update expression, as dynalite parsed it. */
export interface UpdateSection {
  readonly type: 'set' | 'add' | 'remove' | 'delete';
  /** Names of attributes and indexes of list elements. */
  readonly path: readonly (string | number)[];
}

/**
 * The actions in an order in which an index names the element that stood there before the update, as on DynamoDB.
 * dynalite runs them one after the other and closes a list up at once: what takes elements out comes last, later
 * elements first. A DELETE does so too when it leaves a set empty.
 */
export function orderedSections<Section extends UpdateSection>(sections: readonly Section[]): Section[] {
  const takesOut = ({ type }: Section) => type === 'remove' || type === 'delete';
  return [
    ...sections.filter((section) => !takesOut(section)),
    ...sections.filter(takesOut).sort((one, other) => comparePaths(other.path, one.path)),
  ];
}

/** By the first part in which two paths differ; DynamoDB refuses paths of which one begins with the other. */
function comparePaths(one: UpdateSection['path'], other: UpdateSection['path']): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  const [part, otherPart] = [one[at], other[at]];
  if (typeof part === 'number' && typeof otherPart === 'number') return part - otherPart;
  return String(part) < String(otherPart) ? -1 : 1;
}
