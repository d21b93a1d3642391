import { describe, expect, it } from 'vitest';
import { changesRoles } from '#shared/domain/staff/changes-roles.ts';
import { type Role, rolesOf } from '#shared/domain/staff/role.ts';

describe('the roles of a person', () => {
  it.each<[readonly Role[], readonly Role[] | undefined, readonly Role[]]>([
    [['agent'], undefined, ['agent']],
    [['leader', 'agent'], [], ['agent', 'leader']],
    [['supervisor'], ['quality'], ['quality']],
    [[], ['agent'], ['agent']],
    [[], [], []],
    [['administrator'], ['agent'], ['administrator', 'agent']],
    [['supervisor', 'administrator'], ['leader'], ['administrator', 'leader']],
  ])('signed in as %j and listed as %j are %j', (signedIn, listed, roles) => {
    expect(rolesOf(signedIn, listed)).toEqual(roles);
  });
});

describe('a staff directory', () => {
  const huda = { user: 'huda', email: 'huda@city.example', roles: ['agent'] as Role[] };
  const maha = { user: 'maha', email: 'maha@city.example', roles: ['administrator'] as Role[] };
  const salem = { user: 'salem', email: 'salem@city.example' };
  const before = [huda, maha, salem];

  it.each([
    ['a new role', [{ ...huda, roles: ['agent', 'supervisor'] as Role[] }, maha, salem]],
    ['a removed entry with roles', [maha, salem]],
    [
      'a new entry with roles',
      [...before, { user: 'x', email: 'x@city.example', roles: ['agent'] as Role[] }],
    ],
    ['roles taken away', [{ ...huda, roles: [] }, maha, salem]],
    [
      'an address moved to the entry of an administrator',
      [huda, { ...maha, email: salem.email }, { ...salem, email: 's@city.example' }],
    ],
    ['an address used twice', [huda, maha, { ...salem, email: maha.email }]],
    ['another user name of an entry with roles', [{ ...huda, user: 'huda2' }, maha, salem]],
    ['a user name that is the address of an entry with roles', [huda, maha, { ...salem, user: maha.email }]],
  ])('changes roles by %s', (_, after) => {
    expect(changesRoles(before, after)).toBe(true);
  });

  it.each([
    ['nothing', before],
    ['the order of the entries and of the roles', [salem, maha, huda]],
    ['a removed entry without roles', [huda, maha]],
    ['a new entry without roles', [...before, { user: 'x', email: 'x@city.example' }]],
    ['an empty list of roles', [huda, maha, { ...salem, roles: [] }]],
  ])('keeps roles by %s', (_, after) => {
    expect(changesRoles(before, after)).toBe(false);
  });
});
