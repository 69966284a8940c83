/** A CloudFormation template as JSON. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>;
}

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: { readonly 'aws:cdk:path'?: string };
}

/** A resource with every reference in it spelled out: `<Stack/Construct>` or `<Stack/Construct.Arn>`. */
export interface ReadableResource {
  readonly logicalId: string;
  /** Construct path without CDK's `/Resource` at its end, such as `SpendwirePipeline/Sweep`. */
  readonly path: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties have as many shapes as AWS has resources
  readonly properties: any;
  readonly deletionPolicy: string | undefined;
  readonly updateReplacePolicy: string | undefined;
}

/** Replaces Ref, GetAtt, Join and ImportValue by text, across the templates, so that a test can compare plain values. */
export function readableResources(templates: readonly Template[]): ReadableResource[] {
  return templates.flatMap((template) =>
    Object.entries(template.Resources).map(([logicalId, resource]) => ({
      logicalId,
      path: pathOf(resource, logicalId),
      type: resource.Type,
      properties: readable(resource.Properties ?? {}, template, templates),
      deletionPolicy: resource.DeletionPolicy,
      updateReplacePolicy: resource.UpdateReplacePolicy,
    })),
  );
}

const pathOf = (resource: TemplateResource | undefined, logicalId: string) =>
  resource?.Metadata?.['aws:cdk:path']?.replace(/(\/Resource)+$/, '') ?? logicalId;

function readable(value: unknown, template: Template, all: readonly Template[]): unknown {
  if (Array.isArray(value)) return value.map((item) => readable(item, template, all));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1 && name !== undefined) {
    if (name === 'Ref') return `<${pathOf(template.Resources[argument], argument)}>`;
    if (name === 'Fn::GetAtt') return `<${pathOf(template.Resources[argument[0]], argument[0])}.${argument[1]}>`;
    if (name === 'Fn::Join') return argument[1].map((part: unknown) => readable(part, template, all)).join(argument[0]);
    if (name === 'Fn::ImportValue') return importValue(argument, all);
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, readable(item, template, all)]));
}

function importValue(exportName: string, all: readonly Template[]): unknown {
  for (const template of all) {
    const found = Object.values(template.Outputs ?? {}).find((output) => output.Export?.Name === exportName);
    if (found) return readable(found.Value, template, all);
  }
  throw new RangeError(`expected a stack that exports ${exportName}`);
}
