import { NotRun } from './template.ts';

/** What names stand for while a template is worked out. */
export interface Scope {
  /** The value of `Ref`: of a resource, a parameter or a pseudo parameter. */
  ref(name: string): unknown;
  /** The value of `Fn::GetAtt`. */
  attribute(logicalId: string, name: string): string;
  /** What a stack exports under a name, as it stands in its template. */
  exported(name: string): unknown;
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => scope.ref(String(name)),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId = '', ...name] = Array.isArray(argument) ? argument : String(argument).split('.');
    return scope.attribute(String(logicalId), name.join('.'));
  },
  'Fn::ImportValue': (argument, scope) => resolved(scope.exported(String(resolved(argument, scope))), scope),
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = resolved(argument, scope) as [string, unknown[]];
    return parts.map(String).join(separator);
  },
  'Fn::Sub': (argument, scope) => {
    const [text, given] = Array.isArray(argument) ? argument : [argument, {}];
    return substituted(String(text), resolved(given, scope) as Readonly<Record<string, unknown>>, scope);
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = resolved(argument, scope) as [unknown, unknown[]];
    return values[Number(index)];
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = resolved(argument, scope) as [string, unknown];
    return String(text).split(separator);
  },
};

/**
 * A value with all its intrinsic functions worked out, and without `AWS::NoValue`.
 *
 * @throws NotRun when it uses a function that is not known here.
 */
export function resolved(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, scope)).filter((item) => item !== undefined);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [name = '', argument] = entries[0] ?? [];
  if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
    const intrinsic = INTRINSICS[name];
    if (!intrinsic) throw new NotRun(`it uses ${name}; known are ${Object.keys(INTRINSICS).join(', ')}`);
    return intrinsic(argument, scope);
  }
  const members = entries.map(([key, member]) => [key, resolved(member, scope)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}

/** `${Name}`, `${Name.Attribute}` and `${Given}`; `${!Text}` stays as `${Text}`. */
function substituted(text: string, given: Readonly<Record<string, unknown>>, scope: Scope): string {
  return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (Object.hasOwn(given, name)) return String(given[name]);
    const [logicalId = '', ...attribute] = name.split('.');
    return String(attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.')) : scope.ref(name));
  });
}
