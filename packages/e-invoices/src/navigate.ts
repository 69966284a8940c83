import type { XmlElement } from './xml.ts';

/** The children with a name, whatever their namespace: within one format every name is of one. */
export const all = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element at the end of a path: `one(root, 'A/B')`. */
export function one(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return path
    .split('/')
    .reduce<XmlElement | undefined>((at, name) => at?.children.find((child) => child.name === name), element);
}

/** The elements at the end of a path, through every element on the way. */
export const every = (element: XmlElement | undefined, path: string): readonly XmlElement[] =>
  path
    .split('/')
    .reduce<readonly XmlElement[]>((at, name) => at.flatMap((one) => all(one, name)), element ? [element] : []);

/** The text at the end of a path, blanks joined; undefined for none. */
export function text(element: XmlElement | undefined, path: string): string | undefined {
  const found = one(element, path)?.text.replace(/\s+/g, ' ').trim();
  return found === '' ? undefined : found;
}

/** All texts at the ends of a path. */
export const texts = (element: XmlElement | undefined, path: string): readonly string[] =>
  every(element, path).flatMap((found) => found.text.replace(/\s+/g, ' ').trim() || []);

/** The same, and undefined for none. */
export const textsOrNone = (element: XmlElement | undefined, path: string): readonly string[] | undefined => {
  const found = texts(element, path);
  return found.length > 0 ? found : undefined;
};

/** An object without what is undefined. */
export const present = <T extends object>(values: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
