import { expect, test } from 'vitest';
import type { LocalCentre } from '#infra/local/centre.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { aCentre, aMail, eventsOf, onlyCase } from './support.ts';

const TRIES = 4;

/** Sign in as a browser does, and return the cookie. */
async function cookieOf({ url }: LocalCentre, user: string): Promise<string> {
  const body = new URLSearchParams({ user, name: user, role: 'agent' });
  const headers = { Origin: url };
  const answer = await fetch(`${url}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

test(`of two replies at the same moment over HTTP one is sent, in ${TRIES} of ${TRIES} tries`, async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const cookies = await Promise.all(['huda', 'salem'].map((user) => cookieOf(centre, user)));
  const texts = ['نعم، سنصلحها غدًا.', 'لا، ليست من اختصاصنا.'];
  for (let n = 1; n <= TRIES; n += 1) {
    const seen = String((await centre.store.load('case', id))?.version);
    const answers = await Promise.all(
      cookies.map((Cookie, at) => {
        const fields = { token: crypto.randomUUID(), seen, text: texts[at] ?? '' };
        const headers = { Origin: centre.url, Cookie };
        const init = {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers,
          redirect: 'manual',
        } as const;
        return fetch(`${centre.url}/cases/${id}/reply`, init);
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const refused = answers.findIndex(({ status }) => status === 409);
    const page = await answers[refused]?.text();
    expect(page).toContain('رُدّ على المستفيد بعد أن فتحت هذه الصفحة');
    expect(page).toContain(texts[refused]);
    await centre.advance(10_000);
    expect((await eventsOf(centre, id)).filter((type) => type === 'rida.message.sent.v1')).toHaveLength(n);
  }
});
