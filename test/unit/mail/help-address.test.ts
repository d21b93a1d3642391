import { describe, expect, it } from 'vitest';
import { receiveMail } from '#functions/mail/receive-mail.ts';
import { isForHelp, purposeOf } from '#shared/domain/mail/help-address.ts';
import { memoryInbox } from '#test/doubles/memory-inbox.ts';
import { aMail, PostRoom, received } from './post-room.ts';

const HELP = ['help@rida.example', 'care@City.example'];

describe('the purpose of an address', () => {
  it.each([
    ['help@rida.example', 'help'],
    ['HELP@Rida.Example', 'help'],
    [' help@rida.example ', 'help'],
    ['help+4K7R2M0385@rida.example', 'help'],
    ['care+a+b@city.example', 'help'],
    ['postmaster@rida.example', 'administrator'],
    ['Hostmaster@CITY.example', 'administrator'],
    ['admin@rida.example', 'administrator'],
    ['administrator@rida.example', 'administrator'],
    ['webmaster@rida.example', 'administrator'],
    ['admin+validation@rida.example', 'administrator'],
    ['abuse@city.example', 'administrator'],
    ['admin@elsewhere.example', 'unknown'],
    ['help@elsewhere.example', 'unknown'],
    ['help@rida.example.evil.example', 'unknown'],
    ['hepl@rida.example', 'unknown'],
    ['helping@rida.example', 'unknown'],
    ['help@sub.rida.example', 'unknown'],
    // The Kelvin sign is another letter than K, and a dotless i another than i.
    ['help@r\u0131da.example', 'unknown'],
    ['admin', 'unknown'],
    ['@rida.example', 'unknown'],
    ['', 'unknown'],
  ])('of %j is %s', (address, purpose) => {
    expect(purposeOf(address, HELP)).toBe(purpose);
  });

  it.each([
    [['help@rida.example'], true],
    [['admin@rida.example', 'care+x@city.example'], true],
    [['admin@rida.example', 'hostmaster@rida.example'], false],
    [['hepl@rida.example'], false],
    [[], true],
  ])('a mail to %j becomes a case: %s', (recipients, isCase) => {
    expect(isForHelp(recipients, HELP)).toBe(isCase);
  });
});

describe('mail to the domain', () => {
  const arrive = async (recipients: readonly string[], deployedAddress?: string) => {
    const room = new PostRoom();
    const kept: string[] = [];
    const at = await room.keep(aMail(), received({ recipients }));
    const deps = { ...room.deps(), inbox: memoryInbox(room.blobs, [], kept) };
    const { outcome } = await receiveMail({ ...deps, ...(deployedAddress && { deployedAddress }) }, at);
    return { outcome, kept, cases: (await room.store.live(0, { limit: 10 })).items.length };
  };

  it('becomes a case at a help address', async () => {
    const opened = { outcome: 'opened', kept: [], cases: 1 };
    for (const to of ['help@rida.example', 'HELP+4K7R2M0385@rida.example'])
      expect(await arrive([to, 'admin@rida.example'])).toEqual(opened);
    expect(await arrive(['old@rida.example'], 'old@rida.example')).toEqual(opened);
    expect(await arrive([])).toEqual(opened);
  });

  it('is kept for an administrator elsewhere, and not made a case', async () => {
    for (const to of ['admin', 'hostmaster', 'postmaster', 'hepl', 'salem'])
      expect(await arrive([`${to}@rida.example`]), to).toEqual({
        ...{ outcome: 'kept', kept: [received().rawKey], cases: 0 },
      });
  });
});
