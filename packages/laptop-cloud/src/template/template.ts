/** A CloudFormation template, as far as it is read. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

/** A resource before its intrinsic functions are worked out. */
export interface TemplateResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: Properties;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

export type Properties = Readonly<Record<string, unknown>>;

/** What stands in a template and does not run here. */
export interface LeftOut {
  readonly logicalId: string;
  readonly type: string;
  /** Why it does not, or what of it does not. */
  readonly reason: string;
}

/** The file is no template that can be read; the message says what was expected. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** A resource cannot run here; the message is the reason that a {@link LeftOut} gives. */
export class NotRun extends Error {
  override readonly name = 'NotRun';
}
