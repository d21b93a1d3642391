import { expect, onTestFinished, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { strictRelay } from '#test/doubles/strict-relay.ts';
import { aCentre, allCases } from './support.ts';

/** Header lines of mails of the world, each with the address that is answered. */
const MAILS: readonly (readonly [address: string, ...headers: readonly string[]])[] = [
  ['sara@example.com', 'From: sara@example.com', 'Message-ID: <رسالة-١@مثال.example>'],
  ['"a;b"@example.com', 'From: <a;b@example.com>', 'Message-ID: <a b@c>'],
  ['"a,b"@example.com', 'From: "a,b"@example.com', 'Message-ID: no brackets at all'],
  ['"a[1]"@example.com', 'From: <a[1]@example.com>', `Message-ID: <${'x'.repeat(950)}@example.com>`],
  ['"a(b"@example.com', 'From: <"a(b"@example.com>', 'Message-ID: <a@b@c.example>'],
  [
    `${'l'.repeat(64)}@example.com`,
    `From: ${'l'.repeat(64)}@example.com`,
    'Message-ID: <a:b(c)@example.com>',
  ],
  ['omar@xn--mgbh0fb.example', 'From: omar@مثال.example', 'Message-ID: <>'],
  ['norah@example.com', `From: "${'N'.repeat(1_500)}" <norah@example.com>`, 'Message-ID: <.@.>'],
  ['khalid@example.com', 'From: =?utf-8?B?2K7Yp9mE2K8NCkJjYzogeEB5LmV4YW1wbGU=?= <khalid@example.com>'],
  [
    'huda@example.com',
    'From: huda@example.com',
    `Subject: ${'S'.repeat(3_000)}`,
    'Message-ID: <id@[IPv6:::1]>',
  ],
  ['maha@example.com', 'From: maha@example.com', 'Subject: =?utf-8?Q?a=0D=0ABcc:=20x=40y.example?='],
  [
    'saad@example.com',
    'From: saad@example.com',
    `Subject: ${'بلاغ عاجل '.repeat(300)}`,
    'Message-ID: <\u0001@x>',
  ],
];
const UNWRITABLE = [
  `${'l'.repeat(65)}@example.com`,
  'سارة@example.com',
  'sara@intranet',
  'sara@my_host.example',
];

test('a relay that refuses all that the standards let it refuse takes every mail of the centre', async () => {
  const relay = await strictRelay();
  onTestFinished(() => relay.close());
  const centre = await aCentre({ relay: { host: '127.0.0.1', port: relay.port, tls: 'none' } });
  const write = (headers: readonly string[]) =>
    handIn(centre.smtpPort, {
      ...{ from: { name: '', address: 'x@example.com' }, to: 'help@rida.example', subject: '', text: '' },
      raw: Buffer.from(
        [...headers, 'To: help@rida.example', '', 'The lamp in our street is dark.'].join('\r\n'),
      ),
    });
  for (const [, ...headers] of MAILS) await write(headers);
  for (const address of UNWRITABLE)
    await write([`From: ${address}`, `Message-ID: <${address.length}@example.com>`]);
  await centre.settle();
  const answered = MAILS.map(([address]) => address).sort();
  const receivers = () => relay.taken.flatMap(({ to }) => to).sort();
  expect(relay.refused).toEqual([]);
  expect(receivers()).toEqual(answered);

  const agent = await signInAt(centre.url, 'maha', 'مها', 'supervisor');
  const cases = await allCases(centre);
  expect(cases).toHaveLength(MAILS.length + UNWRITABLE.length);
  for (const { id, beneficiary } of cases.filter((one) => !one.beneficiary.failing)) {
    expect(beneficiary.email).toBeDefined();
    await agent.act(id, 'reply', {
      text: 'يعمل عليه الفريق.\r\n.\r\n',
      cc: 'o’neil@example.com'.replace('’', "'"),
    });
    await agent.act(id, 'resolve', { ended: 'done', outcome: 'تم.' });
  }
  const failing = cases.filter((one) => one.beneficiary.failing);
  expect(failing.map(({ beneficiary }) => beneficiary.email).sort()).toEqual([...UNWRITABLE].sort());
  for (const { id } of failing) {
    const page = await agent.page(`/cases/${id}`);
    expect(page.split('لا يمكن إرسال بريد إلى عنوان المرسل')).toHaveLength(2);
  }
  await agent.act(failing[0]?.id ?? '', 'ask', {
    department: 'planning',
    dueAt: '',
    text: 'هل العمود ضمن التوسعة؟',
  });
  await centre.settle();
  expect(relay.refused).toEqual([]);
  const copies = answered.map(() => "o'neil@example.com");
  expect(receivers().filter((to) => !/@rida\.example$/u.test(to))).toEqual(
    [...answered, ...answered, ...answered, ...copies].sort(),
  );
  expect(receivers()).toContain('planning@rida.example');
  expect(centre.bus.queueDepths().every(({ dead }) => dead === 0)).toBe(true);
});
