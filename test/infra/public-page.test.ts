import { describe, expect, it } from 'vitest';
import { decide, type Owned, roleStatements } from '#infra/tools/template/access.ts';
import { refersTo } from '#infra/tools/template/model.ts';
import { synthesise } from './synthesise.ts';

const template = synthesise();
const [, page] =
  template
    .ofType('AWS::Lambda::Function')
    .find(([, { Metadata }]) => Metadata?.['rida:service'] === 'web/survey') ?? [];
const statements = roleStatements(template, refersTo(page?.Properties.Role)[0] ?? '');
const [[table = ''] = []] = template.ofType('AWS::DynamoDB::Table');

const may = (of: readonly Owned[], action: string, partition: string, place = `\${${table}.Arn}`): boolean =>
  decide(of, {
    action: `dynamodb:${action}`,
    resource: [place],
    context: { 'dynamodb:LeadingKeys': [partition] },
  }).allowed;

const READING = ['case#4K72M90382', 'person#b-1', 'quota#guesses-of-x', 'settings', 'shards'];
const WRITING = ['case#4K72M90382', 'person#b-1', 'quota#guesses-from-x', 'shards'];
const OTHERS = [
  'staff#salem',
  'digest#a@b.sa',
  'call#c-1',
  'call-out#o-1',
  'figures#2026-11-29',
  'quota#x',
  'quota#acknowledgements-to-b-1',
  'lines#1',
];

describe('the function of pages without a sign-in', () => {
  it.each(READING)('may read %s', (partition) => {
    expect(may(statements, 'GetItem', partition)).toBe(true);
  });

  it.each(WRITING)('may change %s', (partition) => {
    expect(may(statements, 'PutItem', partition)).toBe(true);
  });

  it.each(OTHERS)('may neither read nor change %s', (partition) => {
    for (const action of ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'])
      expect(may(statements, action, partition), action).toBe(false);
  });

  it('may not change the settings, and read no index', () => {
    expect(may(statements, 'PutItem', 'settings')).toBe(false);
    expect(may(statements, 'DeleteItem', 'settings')).toBe(false);
    for (const index of ['by-owner', 'by-due', 'by-list', 'by-place', 'by-assignee'])
      expect(may(statements, 'Query', 'case#4K72M90382', `\${${table}.Arn}/index/${index}`), index).toBe(
        false,
      );
  });

  it('could do all of it without the condition on partitions', () => {
    const open = statements.map(({ owner, statement: { Condition: _, ...statement } }) => ({
      owner,
      statement,
    }));
    for (const partition of [...OTHERS, 'settings']) expect(may(open, 'PutItem', partition)).toBe(true);
  });
});

describe('the function of the pages for departments', () => {
  const [, departments] =
    template
      .ofType('AWS::Lambda::Function')
      .find(([, { Metadata }]) => Metadata?.['rida:service'] === 'web/departments') ?? [];
  const own = roleStatements(template, refersTo(departments?.Properties.Role)[0] ?? '');

  it('may read and change single cases, and read the list of open cases', () => {
    expect(may(own, 'PutItem', 'case#4K72M90382')).toBe(true);
    expect(may(own, 'Query', 'work#0', `\${${table}.Arn}/index/by-list`)).toBe(true);
  });

  it.each([...OTHERS, 'person#b-1', 'closed-cases#roads', 'due#0', 'assigned#salem'])(
    'may neither read nor change %s',
    (partition) => {
      for (const action of ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'])
        expect(may(own, action, partition), action).toBe(false);
      expect(may(own, 'Query', partition, `\${${table}.Arn}/index/by-list`)).toBe(false);
    },
  );
});
