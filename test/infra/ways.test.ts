import { describe, expect, it } from 'vitest';
import { list, type Resource, type Statement, type Template } from '#infra/tools/template/model.ts';
import {
  faultsOf,
  type Right,
  type Way,
  type WayKind,
  wayKinds,
  waysOf,
} from '#infra/tools/template/ways/ways.ts';
import { synthesise } from './synthesise.ts';

const deployed = synthesise();
const ways = waysOf(deployed);

/** The template of an account in which Lambda reads each queue. */
const large = synthesise({ lambdaConcurrency: 1000 });

/** Return the template with another version of some resources. */
const changed = (resources: Record<string, Resource>, of: Template = deployed): Template => ({
  ...of,
  resources: { ...of.resources, ...resources },
});

/** Return a value in which no statement allows an action. */
function without(value: unknown, action: string): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, action));
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, without(one, action)]));
  const { Effect, Action } = value as Statement;
  if (Effect !== 'Allow') return inner;
  return { ...inner, Action: list(Action).filter((one) => one !== action) };
}

/** Return the template without what allows a right. */
const withoutRight = ({ action, on, through, allowedBy }: Right): Template => {
  const owners = through === 'service-linked role' ? [on] : allowedBy;
  return changed(
    Object.fromEntries(
      owners.map((owner) => {
        const resource = deployed.resources[owner] as Resource;
        if (resource.Type === 'AWS::Lambda::Permission')
          return [owner, { ...resource, Properties: { ...resource.Properties, Principal: 'nobody' } }];
        return [owner, without(resource, action) as Resource];
      }),
    ),
  );
};

const one = (kind: WayKind, of: readonly Way[] = ways): Way => {
  const way = of.find((some) => some.kind === kind);
  if (!way) throw new Error(`no way of the kind ${kind}`);
  return way;
};

describe('the ways of services to resources', () => {
  it('are all allowed, and each policy exists before the service checks it', () => {
    expect(ways.length).toBeGreaterThan(60);
    expect(faultsOf(ways)).toEqual([]);
  });

  it('are allowed where Lambda reads each queue', () => {
    expect(faultsOf(waysOf(large))).toEqual([]);
    expect(waysOf(large, 'queue to function')).toHaveLength(waysOf(deployed, 'queue to function').length);
  });

  it('are allowed in a stage that names its account too', () => {
    expect(faultsOf(waysOf(synthesise({ account: '123456789012' })))).toEqual([]);
  });

  it.each(wayKinds)('$kind: a row without its statement is named', ({ kind }) => {
    const { from, to, rights } = one(kind);
    for (const right of rights.filter(({ through }) => through !== 'service-linked role'))
      expect(faultsOf(waysOf(withoutRight(right), kind))).toContainEqual(
        expect.stringContaining(`${kind}: ${from} → ${to}: ${right.action} on ${right.on}: no statement`),
      );
  });

  it.each(wayKinds)('$kind: no row at all is named', ({ kind }) => {
    expect(faultsOf(ways.filter((way) => way.kind !== kind))).toEqual([
      `${kind}: the template has no such way`,
    ]);
  });

  it('of Connect end at a key whose policy does not delegate to the account', () => {
    const { rights } = one('Connect to bucket');
    const key = rights.find(({ action }) => action === 'kms:CreateGrant')?.on ?? '';
    const bare = changed({ [key]: without(deployed.resources[key], 'kms:*') as Resource });
    expect(faultsOf(waysOf(bare, 'Connect to bucket'))).toContainEqual(
      expect.stringContaining(`kms:CreateGrant on ${key}: the policy`),
    );
  });

  it('are closed by a Deny', () => {
    const { to, rights } = one('receipt rule to bucket');
    const [policy = ''] = rights.find(({ action }) => action === 's3:PutObject')?.allowedBy ?? [];
    const { Properties, ...rest } = deployed.resources[policy] as Resource;
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
    const closed = { ...rest, Properties: { ...Properties, PolicyDocument: { Statement: deny } } };
    expect(faultsOf(waysOf(changed({ [policy]: closed }), 'receipt rule to bucket'))).toContainEqual(
      expect.stringContaining(`${to}: s3:PutObject on ${to}: ${policy} denies s3:PutObject`),
    );
  });
});

describe('a right that a service checks when a resource is created', () => {
  it('is too late in a policy that is attached to the role later', () => {
    const { from, rights } = one('function to traces');
    const [policy = ''] = rights[0]?.allowedBy ?? [];
    const { Properties, ...rest } = deployed.resources[policy] as Resource;
    const roles = Object.entries(deployed.resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role');
    const late = changed({
      ...Object.fromEntries(
        roles.map(([id, role]) => {
          const { ManagedPolicyArns, ...others } = role.Properties;
          return [id, { ...role, Properties: others }];
        }),
      ),
      [policy]: { ...rest, Properties: { ...Properties, Roles: roles.map(([id]) => ({ Ref: id })) } },
    });
    expect(faultsOf(waysOf(late, 'function to traces'))).toContainEqual(
      `function to traces: ${from} → X-Ray: xray:PutTraceSegments on *: ${from} does not wait for ${policy}`,
    );
  });

  it.each([
    ['receipt rule to bucket', deployed],
    ['receipt rule to topic', deployed],
    ['Connect to function', deployed],
    ['schedule to function', deployed],
    ['queue to function', large],
  ] as const)('%s: is too late without a dependency', (kind, of) => {
    const { from, to, rights } = one(kind, waysOf(of));
    const owners = rights.flatMap(({ allowedBy }) => allowedBy);
    const free = Object.fromEntries(
      Object.entries(of.resources).map(([id, { DependsOn, ...resource }]) => [
        id,
        {
          ...resource,
          ...(DependsOn && { DependsOn: list(DependsOn).filter((other) => !owners.includes(other)) }),
        },
      ]),
    );
    expect(faultsOf(waysOf(changed(free, of), kind))).toContainEqual(
      expect.stringMatching(new RegExp(`^${kind}: ${from} → ${to}: .* does not wait for`, 'u')),
    );
  });
});
