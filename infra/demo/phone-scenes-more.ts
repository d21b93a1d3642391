import * as menus from './menus.ts';
import type { PhoneScene } from './phone-scenes.ts';

const { arabic, english, staySilent: staysSilent } = menus;
/**
 * Four callers ask for the status of their case: from their own number, with its last digits, in English, and
 * without the right digits.
 */
export async function askForStatus(
  { phones, tell }: PhoneScene,
  references: readonly string[],
): Promise<number> {
  const [own = '', other = '', foreign = '', guessed = ''] = references;
  const fromTheirNumber = (reference: string, nth: number) =>
    phones.call([...staysSilent, 'silence', ...menus.askStatus(reference), 'hang up'], {
      number: phones.numberOf(nth),
    });
  const calls = [
    await fromTheirNumber(own, 1),
    await fromTheirNumber(other, 2),
    await fromTheirNumber(foreign, 3),
    await phones.call([...arabic, ...menus.askStatus(guessed), 'hang up']),
  ];
  phones.ledger.machine += calls.length;
  const verified = calls.filter(({ id }) => phones.attributesOf(id).proven !== '-');
  await phones.pass(60);
  tell(
    '4 متصلين سألوا عن معاملاتهم: ثلاثة من أرقام معاملاتهم، ورابع من رقم آخر فلم يسمع التفاصيل',
    '4 callers asked for the status of their case: 3 from the number on it; one from another number heard no details',
  );
  return verified.length;
}

/** Two callers enter an invalid reference. */
export async function wrongReferences({ phones, tell }: PhoneScene): Promise<void> {
  for (const wrong of ['1234567890', '0000000000']) await phones.call([...arabic, '4', wrong, 'hang up']);
  phones.ledger.machine += 2;
  tell('رقمان مرجعيان غير صحيحين: قيل ذلك للمتصلَين', '2 invalid references: the callers were told so');
}

/** Investors are answered before a caller who waits longer; staff have a separate line. */
export async function otherLines({ phones, tell }: PhoneScene): Promise<boolean> {
  const waiting = await phones.call([...arabic, ...menus.inquiry]);
  await phones.pass(10);
  const investor = await phones.call([...arabic, ...menus.inquiry], { line: 'investors' });
  const english = await phones.call([...menus.english, ...menus.investor]);
  await phones.pass(5);
  const first: string[] = [];
  let waited = 5;
  for (const call of [investor, english, waiting]) {
    await phones.desk.signOn('salem', 'salem');
    await phones.desk.available('salem');
    first.push(phones.desk.view('salem').call?.id ?? '');
    await phones.desk.answer('salem');
    await phones.pass(60);
    await phones.desk.away('salem');
    await phones.desk.end('salem');
    await phones.does(call, 'hang up');
    await phones.desk.finish('salem');
    phones.served(call, call === waiting ? waited + 10 : waited);
    phones.worked(60);
    waited += 60;
  }
  const staff = await phones.call([...arabic, ...menus.inquiry], { line: 'staff' });
  await phones.answered(staff, { wait: 7, talk: 60, work: 5, by: 'maha', afterwards: ['hang up'] });
  const inPriorityOrder = first.join() === [investor.id, english.id, waiting.id].join();
  tell(
    'مستثمران أُجيبا قبل من سبقهما، ومكالمة على خط المنسوبين',
    '2 investors were answered before a caller who had waited longer; 1 call was on the staff line',
  );
  return inPriorityOrder;
}

/** A withheld number, a silent caller, and a caller who presses too many keys. */
export async function strangeCallers({ phones, tell }: PhoneScene): Promise<void> {
  const withheld = await phones.call([...arabic, ...menus.report], { withheld: true });
  await phones.answered(withheld, { wait: 9, talk: 90, work: 10, afterwards: ['hang up'] });
  const silent = await phones.call(['stay silent']);
  await phones.answered(silent, { wait: 14, talk: 40, work: 5, afterwards: ['hang up'] });
  const hasty = await phones.call(['199', 'silence', '88', '77', ...menus.inquiry]);
  await phones.answered(hasty, { wait: 11, talk: 50, work: 5, afterwards: ['hang up'] });
  tell(
    'رقم محجوب، ومتصل صامت، وآخر يضغط أزرارًا كثيرة: وصلوا جميعًا إلى موظف',
    'a withheld number, a silent caller, and one who pressed too many keys: all reached an agent',
  );
}

/**
 * After hours: two callers leave messages, two register a case, and one hangs up.
 */
export async function afterHours({ phones, tell }: PhoneScene): Promise<void> {
  const registers = [
    await phones.call([...arabic, '3', '0', '1', 'say حفرة أمام البيت', '#', 'silence']),
    await phones.call([...english, '2', '1', 'say The light is out', '#', 'silence']),
    await phones.call([...arabic, '1', '0', 'hang up']),
    await phones.call([...arabic, '2', 'silence', 'silence']),
  ];
  for (const call of registers) phones.registered(call);
  await phones.call(['1', 'hang up']);
  phones.ledger.machine += 5;
  phones.ledger.messages += 2;
  await phones.pass(300);
  tell(
    '5 مكالمات بعد الدوام: رسالتان صوتيتان أصبحتا معاملتين، وسُجّل ما طُلب تسجيله',
    '5 calls after hours: 2 voice messages became cases, and all requests were registered',
  );
}
