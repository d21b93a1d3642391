import type { LocalCentre } from './centre.ts';
import type { Migrated } from './storage/migrate-folder.ts';

/** Return the text printed at the start: all addresses, and one command to try each feature. */
export async function welcome({ url, smtpPort, rules }: LocalCentre): Promise<string> {
  const { centre } = await rules.current();
  const rows = [
    ['لوحة العمل', 'Console', `${url}/`, 'باسم ودور · choose a name and a role'],
    ['الهاتف', 'Phone', `${url}/phone`, 'زر «اتصال» ثم 1 ثم 3 · press Call, then 1, then 3'],
    [
      'البريد',
      'Mail',
      `${url}/mailbox`,
      'الكتابة إلى المركز وقراءة ما أرسله · write to the centre, read what it sent',
    ],
    ['هاتف فريق الرد', 'Agents’ phone', `${url}/phone/agents`, 'استقبال المكالمات · answer the calls'],
    ['الساعة', 'Clock', `${url}/clock`, 'بتقديم الوقت تمر المواعيد · put time forward'],
    ['الطوابير', 'Queues', `${url}/queues`, 'ما ينتظر وما تعذّر · what waits, what failed'],
  ];
  return `
رضا — ${centre.name.ar} · Rida — ${centre.name.en}

${rows.map(([ar, en, address, how]) => `  ${en} · ${ar}\n    ${address}\n    ${how}`).join('\n')}
  SMTP · منفذ البريد
    127.0.0.1:${smtpPort}  →  ${centre.helpAddress}
    printf 'From: norah@example.com\\nTo: ${centre.helpAddress}\\nSubject: Street light\\n\\nThe light in our street is out.\\n' | curl -s smtp://127.0.0.1:${smtpPort} --mail-from norah@example.com --mail-rcpt ${centre.helpAddress} --upload-file -

  npm start -- --example day --data .example
                 مركز بعد يوم عمل · a centre after a day of work
  npm run demo   يوم كامل في المركز خلال دقيقة · a whole day of the centre in a minute
  Ctrl+C         إيقاف، وكل شيء محفوظ · stop; everything is kept
`;
}

/** Return the line about a data folder that was migrated at this start. */
export const tellMigration = ({ from, to, copy }: Migrated): string =>
  `The data folder of an earlier release was migrated from data version ${from} to ${to}. ${copy} has it as it was, for 30 days.`;
