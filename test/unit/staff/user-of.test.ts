import { describe, expect, it } from 'vitest';
import { userOf } from '#shared/domain/staff/user-of.ts';

const staff = new Map(
  [
    { user: 'salem', email: 'Salem@city.gov.sa' },
    { user: 'huda@city.gov.sa', email: 'huda.private@city.gov.sa' },
    { user: 'one', email: 'desk@city.gov.sa' },
    { user: 'two', email: 'desk@city.gov.sa' },
  ].map((colleague) => [colleague.user, colleague]),
);

describe('the user name of a person', () => {
  it.each([
    ['the settings', 'salem', 'salem'],
    ['the user pool, by address', 'salem@city.gov.sa', 'salem'],
    ['Connect, in other letters', 'SALEM@City.gov.sa', 'salem'],
    ['settings whose user is an address', 'Huda@city.gov.sa', 'huda@city.gov.sa'],
    ['the address for notices of that person', 'huda.private@city.gov.sa', 'huda@city.gov.sa'],
    ['an address of two people', 'desk@city.gov.sa', 'desk@city.gov.sa'],
    ['a person outside the settings', 'Noura@city.gov.sa', 'noura@city.gov.sa'],
    ['an agent id of Connect', '1f0A-22', '1f0A-22'],
  ])('of %s: %s is %s', (_, name, user) => {
    expect(userOf(staff, name)).toBe(user);
  });
});
