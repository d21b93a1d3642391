import { expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aCentre, allCases, aMail, mailsTo } from './support.ts';

test('a sender of seven mails a day receives five acknowledgements at once and two a day later', async () => {
  const centre = await aCentre();
  for (let n = 0; n < 7; n += 1)
    await handIn(
      centre.smtpPort,
      aMail({
        messageId: `<${n}@example.com>`,
        subject: `${'ا'.repeat(n + 1)} إنارة`,
        text: `بلاغ ${n}: الإنارة.`,
      }),
    );
  await centre.settle();
  expect(await mailsTo(centre, 'norah@example.com')).toHaveLength(5);
  const held = (await allCases(centre)).filter((one) => one.withheldAcknowledgement !== undefined);
  expect(held).toHaveLength(2);
  const agent = await signInAt(centre.url, 'salem', 'سالم');
  const page = await agent.page(`/cases/${held[0]?.id}`);
  expect(page).toContain('لم يُرسل إشعار الاستلام');
  expect(page).toContain('وصلت هذا العنوانَ إشعاراتُ يومه كلها');
  await centre.advance(DAY);
  const acknowledged = (await mailsTo(centre, 'norah@example.com')).filter(({ subject }) =>
    held.some(({ id }) => subject.includes(id)),
  );
  expect(acknowledged).toHaveLength(2);
});
