import * as menus from './menus.ts';
import type { Narrator } from './narrator.ts';
import type { Answered, Telephones } from './telephones.ts';

/** The dependencies of a telephone scene. */
export interface PhoneScene {
  readonly phones: Telephones;
  readonly tell: Narrator;
}

const { arabic, english, report, observation, inquiry } = menus;

/** An ordinary morning: the responses of each caller, and how the call is answered (seconds). */
const ordinary: readonly (readonly [doings: readonly string[], answered: Answered])[] = [
  [[...arabic, ...report], { wait: 5, talk: 170, work: 40, afterwards: menus.rating(5, true) }],
  [[...arabic, ...inquiry], { wait: 12, talk: 95, work: 20, afterwards: menus.rating(4, true) }],
  [[...english, ...report], { wait: 18, talk: 210, hold: 45, work: 60, afterwards: ['hang up'] }],
  [[...arabic, ...observation], { wait: 8, talk: 120, work: 15, afterwards: menus.rating(2, false) }],
  [[...arabic, ...menus.unrecordedInquiry], { wait: 25, talk: 60, work: 10, afterwards: ['silence'] }],
  [[...arabic, ...report], { wait: 3, talk: 240, hold: 90, work: 120, by: 'huda', afterwards: ['hang up'] }],
  [[...english, ...inquiry], { wait: 40, talk: 75, work: 30, afterwards: menus.rating(5, true) }],
  [[...arabic, ...report], { wait: 10, talk: 130, work: 25, by: 'maha', afterwards: ['hang up'] }],
  [[...arabic, ...observation], { wait: 6, talk: 100, work: 20, afterwards: ['hang up'] }],
  [[...arabic, ...inquiry], { wait: 55, talk: 80, work: 15, afterwards: ['hang up'] }],
  [[...arabic, ...report], { wait: 15, talk: 300, hold: 30, work: 45, by: 'huda', afterwards: ['hang up'] }],
  [[...english, ...observation], { wait: 9, talk: 110, work: 20, afterwards: ['hang up'] }],
];

/** Twelve calls that are answered. Return their references. */
export async function anOrdinaryMorning({ phones, tell }: PhoneScene): Promise<readonly string[]> {
  const references: string[] = [];
  for (const [doings, answered] of ordinary) {
    const call = await phones.call(doings);
    await phones.answered(call, answered);
    references.push(call.reference ?? '');
    await phones.pass(30);
  }
  tell(
    '12 مكالمة سُجّلت وأجاب عنها موظف، ثلاث منها وُضعت على الانتظار، وقيّم أربعة متصلين الخدمة بالأزرار',
    '12 calls were registered and answered, 3 of them put on hold; 4 callers rated the service by keys',
  );
  return references;
}

/** Three callers are transferred: to a queue, to a colleague, and to the queue of investors. */
export async function handedOn({ phones, tell }: PhoneScene): Promise<void> {
  const { desk } = phones;
  await desk.signOn('maha', 'maha');
  for (const to of [{ queue: 'staff' }, { agent: 'maha' }, { queue: 'investors' }] as const) {
    const call = await phones.call([...arabic, ...inquiry]);
    await phones.pass(10);
    await desk.signOn('salem', 'salem');
    await desk.available('salem');
    await desk.answer('salem');
    await phones.pass(50);
    await desk.away('salem');
    await desk.transfer('salem', to);
    await desk.finish('salem');
    await phones.pass(20);
    await desk.available('maha');
    await desk.answer('maha');
    await phones.pass(100);
    await desk.away('maha');
    await desk.end('maha');
    await phones.does(call, 'hang up');
    await desk.finish('maha');
    phones.served(call, 10);
    phones.worked(150);
    phones.ledger.transfers += 1;
  }
  tell(
    '3 مكالمات حُوّلت: إلى خط المنسوبين، وإلى زميلة، وإلى خط المستثمرين',
    '3 calls were transferred: to the staff line, to a colleague, and to the line of investors',
  );
}

/** Two callers hang up after a while, one immediately. */
export async function leftWaiting({ phones, tell }: PhoneScene): Promise<void> {
  for (const seconds of [40, 75, 3]) {
    const call = await phones.call([...arabic, ...report]);
    await phones.pass(seconds);
    phones.registered(await phones.does(call, 'hang up'));
    phones.ledger.abandoned += 1;
    await phones.pass(20);
  }
  phones.ledger.short += 1;
  tell(
    '3 متصلين أنهوا المكالمة وهم ينتظرون، أحدهم بعد ثوانٍ: بقيت معاملاتهم',
    '3 callers hung up while waiting, one of them immediately: their cases remain',
  );
}

/** Wait until a callback is offered. */
const untilOffered = async (phones: Telephones, doings: readonly string[]) => {
  const call = await phones.call(doings);
  await phones.pass(70);
  return phones.does(call, 'silence');
};

/** Three callers ask for a callback: two are reached, the third in none of three attempts. */
export async function calledBack({ phones, tell }: PhoneScene): Promise<void> {
  const { desk, ledger } = phones;
  for (const reached of [true, true, false]) {
    const call = await untilOffered(phones, [...arabic, ...inquiry]);
    phones.registered(await phones.does(call, '1', '1'));
    await phones.pass(20);
    for (let attempt = 0; attempt < (reached ? 1 : 3); attempt += 1) {
      await desk.signOn('huda', 'huda');
      await desk.available('huda');
      await desk.answer('huda');
      await phones.pass(6);
      const back = desk.view('huda').call?.id ?? '';
      if (reached) await phones.pickUp(back);
      else await phones.pass(40);
      if (reached) await phones.pass(90);
      await desk.away('huda');
      await desk.end('huda');
      await phones.hangUp(back);
      await desk.finish('huda');
      if (!reached) await phones.pass(600);
    }
    if (!reached) ledger.callbacks.asked += 1;
    if (!reached) continue;
    ledger.callbacks.kept += 1;
    ledger.served += 1;
    phones.worked(96);
  }
  tell(
    '3 متصلين طلبوا معاودة الاتصال دون فقد دورهم: رُدّ على اثنين، ولم يُجب الثالث في ثلاث محاولات',
    '3 callers asked for a callback: 2 were reached, the third in none of 3 attempts',
  );
}

/** A caller waits and leaves a message instead. */
export async function aMessageInstead({ phones, tell }: PhoneScene): Promise<void> {
  const call = await untilOffered(phones, [...arabic, ...inquiry]);
  const left = await phones.does(call, '2', 'say المصباح أمام المدرسة مكسور', '#');
  phones.registered(left);
  phones.ledger.messages += 1;
  tell(
    `ترك متصل رسالة صوتية بدل الانتظار: ${left.reference}`,
    `a caller left a voice message instead of waiting: ${left.reference}`,
  );
}
