/** A resource of a CloudFormation template. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The resources of a stack and of the stacks nested in it, by logical id. */
export interface Template {
  readonly resources: Readonly<Record<string, Resource>>;
  /** The logical id of the nested stack of a resource. Resources of the outer stack are missing. */
  readonly nestedIn: ReadonlyMap<string, string>;
  readonly region: string;
}

export const list = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** Return the resources of one type. */
export const ofType = ({ resources }: Template, type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

/** The answers of {@link refersTo}: the decision of a right reads the same policies again. */
const references = new WeakMap<object, readonly string[]>();

/** Return the logical ids to which a value refers, at any depth. */
export function refersTo(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  const found = references.get(value) ?? referencesIn(value);
  references.set(value, found);
  return found;
}

const referencesIn = (value: object): string[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String((inner as readonly string[])[0])];
    return refersTo(inner);
  });

/** Return the name of the function that a Lambda resource runs, such as `mail/mail-intake`. */
export const serviceOf = (resource: Resource | undefined): string =>
  String(resource?.Metadata?.['rida:service'] ?? '');

/** Return a value of a template as text. A reference is written as in `Fn::Sub`: `${Queue.Arn}`. */
export function textOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  if ('Ref' in value) return `\${${String(value.Ref)}}`;
  if ('Fn::GetAtt' in value) return `\${${(value['Fn::GetAtt'] as readonly string[]).join('.')}}`;
  if ('Fn::Join' in value) {
    const [separator, parts] = value['Fn::Join'] as readonly [string, readonly unknown[]];
    return parts.map(textOf).join(separator);
  }
  return JSON.stringify(value);
}

/**
 * Return the resources that exist before a resource is created: those to which it refers or that it names in
 * `DependsOn`, and so on. A resource in a nested stack waits for everything that its stack waits for. A
 * resource that refers to a nested stack waits for all of it.
 */
export function existBefore(template: Template, id: string): ReadonlySet<string> {
  const byId = existing.get(template) ?? new Map<string, ReadonlySet<string>>();
  existing.set(template, byId);
  const before = byId.get(id) ?? waitsFor(template, id);
  byId.set(id, before);
  return before;
}

/** The answers of {@link existBefore}: thousands of questions are about the same resources. */
const existing = new WeakMap<Template, Map<string, ReadonlySet<string>>>();

function waitsFor({ resources, nestedIn }: Template, id: string): ReadonlySet<string> {
  const before = new Set<string>();
  const childrenOf = (stack: string) => [...nestedIn].filter(([, one]) => one === stack).map(([one]) => one);
  const wait = (of: string): void => {
    const resource = resources[of];
    if (!resource) return;
    const named = [...list(resource.DependsOn ?? []), ...refersTo(resource.Properties)];
    const stack = nestedIn.get(of);
    const outer = stack === undefined ? undefined : resources[stack];
    const byStack = outer ? [...list(outer.DependsOn ?? []), ...refersTo(outer.Properties)] : [];
    const whole = named.flatMap((one) => {
      const other = nestedIn.get(one);
      if (other !== undefined && other !== stack) return childrenOf(other);
      return resources[one]?.Type === 'AWS::CloudFormation::Stack' ? [one, ...childrenOf(one)] : [one];
    });
    for (const one of [...whole, ...byStack]) {
      if (before.has(one) || one === of) continue;
      before.add(one);
      wait(one);
    }
  };
  wait(id);
  return before;
}
