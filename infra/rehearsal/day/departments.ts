import { hiddenField } from '#infra/demo/hidden-field.ts';
import { READING_MS, requestLink } from '#infra/demo/respondent.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { expectThat, type Scene, type Step } from './scene.ts';

/** Return the path in the newest mail to a department. */
function pathTo(scene: Scene, department: string): string {
  const text = scene.centre.mail.to(`${department}@rida.example`).at(-1)?.mail.text ?? '';
  const link = requestLink(text);
  if (link === undefined) throw new Error(`the mail to ${department} has no link to its request`);
  return new URL(link).pathname;
}

/** Send a form of the page of a request as a person does: open it, read it, press its button. */
async function send(scene: Scene, path: string, form: string, fields: Readonly<Record<string, string>>) {
  const visitor = scene.centre.site.visitor();
  const nonce = hiddenField(await visitor.page(path), 'nonce') ?? '';
  const typed = { form, act: form, nonce, ...fields };
  const early = await visitor.post(path, typed);
  expectThat(early.status === 422, `the page of a request took the form of a program: ${early.status}`);
  await scene.centre.advance(READING_MS);
  const { status } = await visitor.post(path, typed);
  expectThat(status === 303, `the page of a request answered ${status}`);
  await scene.centre.settle();
}

/** Departments are asked, answer on a page, ask for time, pass a question on, and write late. */
export const departments: Step = {
  name: 'departments answer on the page of a request, by mail, late, and pass a question on',
  async play(scene) {
    const { mail } = scene.centre;
    const { id } = await scene.opened('hind', 'رخصة بناء', 'ما الأوراق المطلوبة لتجديد رخصة بناء؟');
    await scene.act(id, ['ask', { department: 'planning', dueAt: '', text: 'هل الشارع ضمن التوسعة؟' }]);
    const question = mail.to('planning@rida.example').at(-1);
    const page = pathTo(scene, 'planning');
    await send(scene, page, 'time', { text: 'ننتظر المخطط.', until: scene.field(scene.now() + 20 * DAY) });
    const { until = 0 } = (await scene.caseOf(id)).requests?.[0]?.time ?? {};
    await scene.act(id, ['decide-time', { request: 'r1', until: String(until), granted: 'yes' }]);
    await send(scene, page, 'answer', { text: 'نعم، يوم الأحد.', name: 'م. خالد' });
    await scene.write('planning', `رد: ${question?.mail.subject}`, 'ليس الأحد بل الثلاثاء.', {
      from: { name: 'رئيس التخطيط', address: 'planning.head@rida.example' },
      to: question?.mail.replyTo?.address ?? '',
      inReplyTo: question?.mail.messageId ?? '',
    });
    const [first] = (await scene.caseOf(id)).requests ?? [];
    expectThat(first?.ended?.how === 'answered' && first.words === 1, 'the late mail is not on its case');
    await scene.act(id, ['ask', { department: 'planning', dueAt: '', text: 'وهل بدأ العمل؟' }]);
    await send(scene, pathTo(scene, 'planning'), 'pass', { to: 'environment', text: 'من اختصاصهم.' });
    const list =
      /\/s\/d\/all\/[\w.-]+/u.exec(mail.to('environment@rida.example').at(-1)?.mail.text ?? '')?.[0] ?? '';
    expectThat(
      (await scene.centre.site.visitor().page(list)).includes(id),
      'the list does not have the request',
    );
    await scene.act(id, ['withdraw-request', { request: 'r3' }]);
    const dueAt = scene.field(scene.now() + 2 * HOUR);
    await scene.act(id, ['ask', { department: 'planning', dueAt, text: 'متى ينتهي؟' }]);
    await scene.centre.advance(2 * HOUR - 10 * MINUTE);
    await scene.centre.settle();
    const reminded = mail.to('planning@rida.example').at(-1)?.mail.subject ?? '';
    expectThat(reminded.includes('تذكير'), 'the department was not reminded');
    await scene.act(id, ['withdraw-request', { request: 'r4' }], ['close', { reason: 'withdrawn' }]);
  },
};
