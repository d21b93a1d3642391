import type { Flattened } from '#infra/tools/template/flatten.ts';
import { list, ofType, type Resource, refersTo, serviceOf } from '#infra/tools/template/model.ts';
import { synthesised } from '#infra/tools/template/synthesised.ts';
import { isHeld } from './not-held.ts';
import { ACCOUNT, type Physical, resolved, withStandIns } from './values.ts';

/** A function of the stack. */
export interface StackFunction {
  readonly service: string;
  readonly logical: string;
  /** The logical id of its role. */
  readonly role: string;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** A resource, and its properties with the values of all references. */
export interface StackResource {
  readonly id: string;
  readonly resource: Resource;
  readonly properties: Record<string, unknown>;
}

/** The synthesised stack. */
export type Synthesised = Pick<Flattened, 'resources' | 'region' | 'nestedIn' | 'outputs'>;

/** Settings with which a day uses every function, and few partitions of the index, which moto reads slowly. */
const SETTINGS = { connectTasks: true, campaignCalls: true, mailsPerSecond: 500, dueShards: 2 };

export const synthesise = (): Synthesised => synthesised(SETTINGS);

/** Return the part of the template that moto creates, with values in place of all other resources. */
export function forMoto(stack: Synthesised): object {
  const held = Object.entries(stack.resources).filter(([, { Type }]) => isHeld(Type));
  const ids = new Set(held.map(([id]) => id));
  const Resources = Object.fromEntries(
    held.map(([id, { Type, Properties, DependsOn = [] }]) => {
      const buses = refersTo(Properties).filter(
        (one) => stack.resources[one]?.Type === 'AWS::Events::EventBus',
      );
      const before = [...list(DependsOn), ...buses].filter((one) => ids.has(one));
      const own = withStandIns(Properties, stack, isHeld);
      const code = Type === 'AWS::Lambda::Function' && { Code: { ZipFile: 'run by the rehearsal' } };
      return [id, { Type, Properties: { ...own, ...code }, ...(before.length > 0 && { DependsOn: before }) }];
    }),
  );
  return { Resources };
}

/** The deployed stack: values of resources, and the parts that a day needs. */
export class DeployedStack {
  readonly region: string;
  readonly resources: Synthesised['resources'];
  readonly template: Synthesised;
  readonly functions: ReadonlyMap<string, StackFunction>;
  readonly #physical: Physical;

  /** @throws Error for a resource that moto did not create */
  constructor(stack: Synthesised, physical: Physical, endpoint: string) {
    this.region = stack.region;
    this.resources = stack.resources;
    this.template = stack;
    const missing = Object.entries(stack.resources).filter(
      ([id, { Type }]) => isHeld(Type) && physical[id] === undefined,
    );
    if (missing.length > 0)
      throw new Error(
        `moto did not create ${missing.map(([id, { Type }]) => `${id} (${Type})`).join(', ')}: ` +
          'add the type to not-held.ts',
      );
    // The address of a queue names the recorder, which passes requests on.
    const queues = ofType(stack, 'AWS::SQS::Queue').map(([id]): [string, string] => [
      id,
      `${endpoint}/${ACCOUNT}/${physical[id]?.split('/').at(-1)}`,
    ]);
    // moto does not list the name of a bus.
    const buses = ofType(stack, 'AWS::Events::EventBus').map(([id, { Properties }]): [string, string] => [
      id,
      String(Properties.Name),
    ]);
    this.#physical = { ...physical, ...Object.fromEntries([...queues, ...buses]) };
    this.functions = new Map(
      ofType(stack, 'AWS::Lambda::Function').map(([logical, resource]) => {
        const one = this.#functionOf(logical, resource);
        return [one.service, one];
      }),
    );
  }

  /** Return a value of the template with the values of all references. */
  valueOf<T>(value: T): T {
    return resolved(value, { ...this, physical: this.#physical });
  }

  /** Return the properties of all resources of a type, with the values of all references. */
  all(type: string): StackResource[] {
    return ofType(this.template, type).map(([id, resource]) => ({
      id,
      resource,
      properties: this.valueOf(resource.Properties) as Record<string, unknown>,
    }));
  }

  /** Return the only resource of a type. @throws Error when there is none or another */
  one(type: string): StackResource {
    const all = this.all(type);
    const [found] = all;
    if (!found || all.length > 1) throw new Error(`expected one ${type} in the stack, got ${all.length}`);
    return found;
  }

  /** Return the ARN, or another attribute, of a resource. */
  attribute(id: string, name = 'Arn'): string {
    return this.valueOf({ 'Fn::GetAtt': [id, name] }) as unknown as string;
  }

  name(id: string): string {
    return this.valueOf({ Ref: id }) as unknown as string;
  }

  /** Return the function with an ARN or a name. */
  functionNamed(name: string): StackFunction {
    const plain = name.split(':').at(-1);
    for (const one of this.functions.values()) if (this.name(one.logical) === plain) return one;
    throw new Error(`the stack has no function ${name}`);
  }

  #functionOf(logical: string, resource: Resource): StackFunction {
    const { Role, Timeout, Environment } = resource.Properties as {
      Role: unknown;
      Timeout: number;
      Environment: { Variables: Record<string, string> };
    };
    const [role = ''] = refersTo(Role);
    return {
      ...{ service: serviceOf(resource), logical, role, timeoutSeconds: Timeout },
      environment: this.valueOf(Environment.Variables),
    };
  }
}
