import type {
  DeclaredFunction,
  DeclaredQueue,
  MachineSpec,
  ScheduleSpec,
  TableSpec,
  TopicSpec,
} from '../cloud/declaration.ts';
import type { EventRule } from '../events/event-rule.ts';
import type { Assets } from './assets.ts';
import { resolved, type Scope } from './intrinsics.ts';
import type { LeftOut, Template, TemplateResource } from './template.ts';
import { nameOf } from './template-scope.ts';

/** A declaration while it is gathered. */
export interface Draft {
  bucket?: string;
  readonly tables: TableSpec[];
  readonly functions: DeclaredFunction[];
  readonly machines: MachineSpec[];
  readonly queues: DeclaredQueue[];
  readonly rules: EventRule[];
  readonly schedules: ScheduleSpec[];
  readonly topics: TopicSpec[];
}

/** What the readers of single resources share. */
export interface Reading {
  readonly template: Template;
  readonly scope: Scope;
  readonly assets: Assets;
  readonly draft: Draft;
  readonly leftOut: LeftOut[];
}

/** One resource as its reader sees it. */
export class Resource {
  readonly name: string;

  constructor(
    readonly logicalId: string,
    readonly raw: TemplateResource,
    readonly reading: Reading,
  ) {
    this.name = nameOf(reading.template, logicalId);
  }

  /**
   * A property with its intrinsic functions worked out.
   *
   * @throws NotRun when it uses one that is not known here.
   */
  get(property: string): unknown {
    return resolved(this.raw.Properties?.[property], this.reading.scope);
  }

  /** Text; numbers and switches are written as text, as CloudFormation takes them. */
  text(property: string): string | undefined {
    const value = this.get(property);
    return value === undefined ? undefined : String(value);
  }

  number(property: string): number | undefined {
    const value = this.get(property);
    return value === undefined ? undefined : Number(value);
  }

  object(property: string): Readonly<Record<string, unknown>> | undefined {
    return this.get(property) as Readonly<Record<string, unknown>> | undefined;
  }

  list(property: string): readonly Readonly<Record<string, unknown>>[] {
    return (this.get(property) ?? []) as readonly Readonly<Record<string, unknown>>[];
  }

  /** Tells that something of it does not run here, though the rest does. */
  note(reason: string): void {
    const { logicalId, raw, reading } = this;
    // A role is read once for each that has it.
    if (reading.leftOut.some((told) => told.logicalId === logicalId && told.reason === reason)) return;
    reading.leftOut.push({ logicalId, type: raw.Type, reason });
  }

  /** Every other resource of a type. */
  others(type: string): Resource[] {
    const { Resources } = this.reading.template;
    return Object.entries(Resources).flatMap(([logicalId, raw]) =>
      raw.Type === type && logicalId !== this.logicalId ? [new Resource(logicalId, raw, this.reading)] : [],
    );
  }
}

/** The members of an object that have a value. */
export const present = <Members extends object>(
  members: Members,
): { [Key in keyof Members]: NonNullable<Members[Key]> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Members]: NonNullable<Members[Key]>;
  };
