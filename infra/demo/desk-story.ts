import type { Case } from '#shared/domain/cases/case.ts';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { RIYADH } from '#shared/domain/text/format-instant.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { LocalCentre } from '../local/centre.ts';
import { handIn } from '../local/mail/hand-in.ts';
import { activeCases } from './active-cases.ts';
import type { ConsoleAgent } from './agent.ts';
import { handles } from './answering.ts';
import { applyDecree } from './change-settings.ts';
import { darkStreets, type deskMails } from './desk-mails.ts';
import { lettersTo } from './letters.ts';
import { arabic, askStatus, report, staySilent } from './menus.ts';
import type { Narrator } from './narrator.ts';
import { answerRequest, requestLink } from './respondent.ts';
import { callIn } from './scripted-caller.ts';

/** The cases of the morning, by their name in the story. */
export type Cast = Readonly<Record<keyof typeof deskMails, Case>>;

/** The dependencies of a scene. */
export interface Scene {
  readonly centre: LocalCentre;
  readonly cast: Cast;
  readonly agent: ConsoleAgent;
  readonly supervisor: ConsoleAgent;
  readonly tell: Narrator;
}

const SUPERVISOR = 'supervisor@rida.example';

/** Format an instant for a date-and-time field of a form. */
const field = (at: number): string => formatInZone(RIYADH, at).slice(0, 16);

/** Move the clock to an instant of the story. */
const until = (centre: LocalCentre, at: number): Promise<void> => centre.advance(at - centre.clock.now());

/**
 * Two reports of one burst pipe are merged; both beneficiaries are informed of the resolution. Return the
 * number informed.
 */
export async function onePipe({ centre, cast, supervisor, tell }: Scene): Promise<number> {
  const { pipe, samePipe } = cast;
  await supervisor.act(samePipe.id, 'merge', { into: pipe.id });
  await centre.settle();
  tell(
    `بلاغان عن الماسورة نفسها: دُمجت ${samePipe.id} في ${pipe.id} وبقي أقرب المواعيد`,
    `two reports of the same burst pipe: ${samePipe.id} was merged into ${pipe.id}, which keeps the earliest deadlines`,
  );
  const outcome = 'أُصلحت الماسورة ونُظّف الشارع.';
  await supervisor.act(pipe.id, 'resolve', { ended: 'done', outcome });
  await centre.settle();
  let informed = 0;
  for (const { id, beneficiary } of [pipe, samePipe]) {
    const letters = await lettersTo(centre, beneficiary.email ?? '');
    if (letters.some(({ subject, text }) => subject.includes(id) && text.includes(outcome))) informed += 1;
  }
  tell(
    `أُصلحت الماسورة وأُبلغ صاحبا البلاغين (${informed} من 2)، كلٌّ برقمه المرجعي`,
    `the pipe is repaired: both beneficiaries were informed (${informed} of 2), each under their own reference`,
  );
  return informed;
}

/** Three callers report the outage of an earlier mail; the resolution of that case resolves all. */
export async function oneOutage({ centre, cast, supervisor, tell }: Scene): Promise<readonly string[]> {
  const { switchboard } = centre;
  const { outage } = cast;
  const children: { readonly reference: string; readonly number: string }[] = [];
  for (const number of ['+966503330001', '+966503330002', '+966503330003']) {
    const { id, reference = '' } = await callIn(switchboard, number, [...arabic, ...report]);
    await handles(switchboard.desk, 'salem', {
      talkMs: MINUTE,
      pass: (ms) => centre.advance(ms),
      left: async () => void (await switchboard.find(id)?.hangUp()),
    });
    await supervisor.act(outage.id, 'link', { with: reference, as: 'child' });
    children.push({ reference, number });
  }
  tell(
    `رُبطت ${children.length} مكالمات عن انقطاع الإنارة نفسه بالمعاملة ${outage.id}`,
    `${children.length} calls about the same outage were linked below ${outage.id}`,
  );
  await supervisor.act(outage.id, 'resolve', { ended: 'done', outcome: 'أُعيدت الإنارة إلى الحي كله.' });
  await centre.settle();
  const informedCases: string[] = [];
  for (const { reference, number } of children) {
    const { lines } = await callIn(switchboard, number, [...staySilent, ...askStatus(reference), 'hang up']);
    if (lines.some(({ text }) => text.includes('أُنجز'))) informedCases.push(reference);
  }
  tell(
    `عادت الإنارة: أُنجزت معها ${informedCases.length} مكالمات وسمع أصحابها ذلك، وأُبلغ صاحب البلاغ بالبريد`,
    `light is back: ${informedCases.length} calls were resolved with it and their callers were informed; the writer was informed by mail`,
  );
  return informedCases;
}

/** A department is asked by mail, answers on the page of the request, and corrects itself by mail. */
export async function askedPlanning({ centre, cast, agent, tell }: Scene): Promise<void> {
  const { id } = cast.plan;
  await agent.act(id, 'ask', { department: 'planning', dueAt: '', text: 'هل الشارع ضمن مشروع التوسعة؟' });
  await centre.settle();
  const question = (await lettersTo(centre, 'planning@rida.example')).at(-1);
  tell(`سُئلت إدارة التخطيط بالبريد عن ${id}`, `the planning department was asked by mail about ${id}`);
  await centre.advance(10 * MINUTE);
  const link = requestLink(question?.text ?? '');
  if (link === undefined) throw new Error('the question has no link to its page');
  await answerRequest(link, 'نعم، ويبدأ العمل فيه الشهر القادم.', (ms) => centre.advance(ms));
  await centre.settle();
  tell(
    'أجابت الإدارة من صفحة الطلب دون تسجيل دخول: عادت المعاملة إلى العمل',
    'the department answered on the page of the request, without signing in: the case is active again',
  );
  await handIn(centre.smtpPort, {
    from: { name: 'مدير إدارة التخطيط', address: 'planning.head@rida.example' },
    to: question?.replyTo?.address ?? '',
    subject: `رد: ${question?.subject}`,
    text: 'ليس الشهر القادم بل الذي يليه.',
    ...(question?.messageId && { inReplyTo: question.messageId }),
    messageId: '<planning.desk@rida.example>',
  });
  await centre.settle();
  const words = (await centre.store.load('case', id))?.requests?.[0]?.words ?? 0;
  tell(
    `صحّح مدير الإدارة الموعد برسالة لاحقة، فظهرت في المعاملة نفسها (${words}) ولم تُفتح معاملة جديدة`,
    `the head of the department corrected the month by a late mail: it is shown on the case (${words}), and opened none`,
  );
}

/** An agent falls ill; a colleague takes over the cases. Return the number of cases. */
export async function hudaIsAway({ centre, supervisor, tell }: Scene): Promise<number> {
  const ofHuda = async () => (await activeCases(centre)).filter(({ assignee }) => assignee === 'huda').length;
  const before = await ofHuda();
  const now = centre.clock.now();
  const times = { from: field(now), until: field(now + 24 * HOUR) };
  await supervisor.send('/absence', '/absence/plan', { user: 'huda', ...times, handOverTo: 'salem' });
  await centre.settle();
  const moved = before - (await ofHuda());
  tell(
    `غابت هدى: عدد ما انتقل من معاملاتها إلى سالم ${moved}`,
    `Huda is absent: ${moved} of her cases went to Salem`,
  );
  return moved;
}

/** Twelve deadlines pass at the same time. Return how many of them one mail reported. */
export async function twelve({ centre, tell }: Scene): Promise<number> {
  for (const mail of darkStreets) await handIn(centre.smtpPort, mail);
  await centre.settle();
  const subjects = new Set(darkStreets.map(({ subject }) => subject));
  const dark = (await activeCases(centre)).filter(({ subject }) => subjects.has(subject));
  await centre.advance(2 * HOUR + 5 * MINUTE);
  const letter = (await lettersTo(centre, SUPERVISOR)).at(-1);
  const informed = dark.filter(({ id }) => letter?.text.includes(id)).length;
  tell(
    `مضت مواعيد ${dark.length} بلاغًا في الدقيقة نفسها، وقرأ المشرف ${informed} منها في رسالة واحدة`,
    `${dark.length} deadlines passed in the same minute, and the supervisor was informed of ${informed} of them in one mail`,
  );
  return informed;
}

/** A decree ends the working day at noon. Return for how many open cases deadlines moved. */
export async function endsAtNoon({ centre, tell }: Scene): Promise<number> {
  const on = field(centre.clock.now()).slice(0, 10);
  const name = { ar: 'تعميم: ينتهي الدوام اليوم عند الظهر', en: 'Circular: the day ends at noon' };
  const moved = await applyDecree(centre, 'maha', { on, kind: 'closed', from: '12:00', name });
  tell(
    `صدر تعميم بإنهاء الدوام عند الظهر: انتقلت مواعيد ${moved} معاملة`,
    `a decree ended the day at noon: the deadlines of ${moved} cases moved`,
  );
  return moved;
}

/** One promise is kept and one is missed. Return when the supervisor was informed of the missed one. */
export async function promises({ centre, cast, agent, tell }: Scene): Promise<number> {
  const { keptPromise: kept, missedPromise: missed } = cast;
  const now = centre.clock.now();
  const evening = now + 20 * HOUR + 30 * MINUTE - timeOfDay(now);
  await agent.act(kept.id, 'promise', { dueAt: field(now + HOUR) });
  await agent.act(missed.id, 'promise', { dueAt: field(evening) });
  await centre.advance(HOUR / 2);
  await agent.act(kept.id, 'contact', {
    means: 'phone',
    text: 'اتصلت بها وأخبرتها بالموعد.',
    happenedAt: '',
  });
  tell(
    `وُعد مستفيدان بالتواصل: اتُّصل بصاحبة ${kept.id} قبل موعدها`,
    `two beneficiaries were promised an update: ${kept.id} was called in time`,
  );
  await until(centre, evening + 5 * MINUTE);
  const read = (await lettersTo(centre, SUPERVISOR)).find(
    ({ text, sentAt }) => sentAt > evening && text.includes(missed.id),
  );
  tell(
    `${missed.id}: فات موعد الوعد، وقرأ المشرف ذلك في رسالة المساء`,
    `${missed.id}: the promise was missed, and the supervisor read so in the mail of the evening`,
    read?.sentAt,
  );
  return read?.sentAt ?? 0;
}

/** Milliseconds since midnight in Riyadh. */
const timeOfDay = (at: number): number => {
  const [hours = 0, minutes = 0] = formatInZone(RIYADH, at).slice(11, 16).split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
};

/** The supervisor contacts those who gave a low score, and records the results. Return the number of people. */
export async function dissatisfied({ centre, supervisor, tell }: Scene): Promise<number> {
  const { items } = await centre.store.tasksOf('recovery', { limit: 100 });
  const waiting = items.filter(({ ended }) => ended === undefined);
  const list = await supervisor.page('/quality');
  for (const { id, owner } of waiting) {
    const page = `/quality/recovery/${id}`;
    if (!list.includes(page)) throw new Error(`the page of quality does not list ${id}`);
    if (owner !== 'maha') await supervisor.send(page, `${page}/take`, {});
    await supervisor.send(page, `${page}/record`, { outcome: 'settled' });
  }
  await centre.settle();
  tell(
    `عدد من أعطوا درجة منخفضة ${waiting.length}: تواصلت معهم المشرفة وسجّلت النتيجة، وبقيت الدرجة كما هي`,
    `${waiting.length} gave a low score: the supervisor contacted them and recorded the result; the scores stay`,
  );
  return waiting.length;
}

/** One beneficiary unsubscribes from surveys, another asks for erasure. */
export async function wishes({ centre, cast, supervisor, tell }: Scene): Promise<void> {
  const page = ({ beneficiary }: Case): string => `/people/${beneficiary.id}`;
  await supervisor.send(page(cast.pipe), `${page(cast.pipe)}/prefer`, { surveys: '1' });
  tell(
    `طلب صاحب ${cast.pipe.id} ألا يُسأل عن رضاه`,
    `the reporter of ${cast.pipe.id} unsubscribed from surveys`,
  );
  await supervisor.send(page(cast.erased), `${page(cast.erased)}/erase`, { sure: '1' });
  await centre.settle();
  tell(
    `أُزيلت بيانات صاحب ${cast.erased.id} بطلبه، وبقيت الأرقام`,
    `the personal data of the beneficiary of ${cast.erased.id} was erased on request; the figures stay`,
  );
}
