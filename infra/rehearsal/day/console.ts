import { updateStaff } from '#shared/application/update-staff.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { departments } from './departments.ts';
import { expectThat, type Step } from './scene.ts';

const work: Step = {
  name: 'the acts of a case page',
  async play(scene) {
    const { id } = await scene.opened('omar', 'Garbage', 'The containers were not emptied for five days.');
    const { type, category, department, segment, language } = await scene.caseOf(id);
    await scene.act(
      id,
      ['unassign'],
      ['assign', { to: 'salem' }],
      ['watch', { user: 'huda' }],
      ['contact', { means: 'phone', text: 'اتصلت به.', happenedAt: '' }],
      ['status', { to: 'pending-beneficiary' }],
      ['status', { to: 'open' }],
      ['reclassify', { type, category, department, segment, language, priority: 'urgent' }],
      ['correct', { subject: 'حاويات حي النزهة', district: 'nuzhah', position: '24.7136, 46.6753' }],
      ['promise', { dueAt: scene.field(scene.now() + HOUR) }],
      ['contact', { means: 'phone', text: 'أخبرته.', happenedAt: '' }],
      ['unwatch', { user: 'huda' }],
    );
    await scene.act(
      id,
      ['resolve', { ended: 'done', outcome: 'أُفرغت الحاويات.' }],
      ['reopen'],
      ['resolve', { ended: 'done', outcome: 'أُفرغت الحاويات كلها.' }],
    );
  },
};

const links: Step = {
  name: 'cases are merged, linked, divided and separated again',
  async play(scene) {
    const pipe = await scene.opened('fahad', 'ماسورة مكسورة', 'ماسورة مكسورة في شارع الملك فهد.');
    const same = await scene.opened('mona', 'تسرب مياه', 'تسرب مياه كبير في شارع الملك فهد.');
    await scene.act(same.id, ['merge', { into: pipe.id }]);
    await scene.act(same.id, ['unmerge']);
    await scene.act(pipe.id, ['link', { with: same.id, as: 'child' }]);
    await scene.act(pipe.id, ['unlink', { with: same.id, as: 'child' }]);
    await scene.act(pipe.id, ['link', { with: same.id, as: 'child' }]);
    const [message = ''] = await messagesOf(scene, pipe.id);
    const { type, category, priority } = pipe;
    await scene.act(pipe.id, ['split', { message, type, category, priority }]);
    await scene.act(pipe.id, ['resolve', { ended: 'done', outcome: 'أُصلحت الماسورة.' }]);
    expectThat((await scene.caseOf(same.id)).status === 'resolved', 'the linked case was not resolved too');
  },
};

/** Return the ids of the messages that the page of a case offers to divide. */
async function messagesOf(scene: Parameters<Step['play']>[0], id: string): Promise<string[]> {
  const page = await (await scene.supervisor()).page(`/cases/${id}`);
  const [, select = ''] = /<select\s+name="message"[^>]*>([\s\S]*?)<\/select>/u.exec(page) ?? [];
  return [...select.matchAll(/value="([0-9a-z]{26})"/gu)].map(([, value = '']) => value);
}

const absence: Step = {
  name: 'an agent is absent, and returns',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const away = (user: string, handOverTo: string) => ({
      ...{ user, from: scene.field(scene.now()), until: '', handOverTo },
    });
    for (const user of ['khalid', 'dana', 'majed'])
      await scene.opened(user, `بلاغ ${user}`, 'إشارة المرور معطلة عند التقاطع.');
    await supervisor.submit('/absence', '/absence/plan', away('salem', 'huda'));
    await scene.centre.settle();
    await scene.centre.advance(MINUTE);
    await supervisor.submit('/absence', '/absence/back', { user: 'salem' });
    await scene.centre.settle();
    await scene.centre.advance(MINUTE);
  },
};

const doors: Step = {
  name: 'a person without a group is turned away, a late form is kept, and a sign-out ends the session',
  async play({ centre }) {
    const person = { email: 'guest@rida.example', name: 'ضيف' };
    const guest = await centre.site.signIn({ ...person, groups: [] });
    expectThat((await guest.open('/cases')).status === 403, 'a person without a group sees the cases');
    const leader = await centre.site.signIn({ ...person, email: 'leader@rida.example', groups: ['leader'] });
    await leader.page('/cases');
    const { body } = await leader.post('/sign-out', {});
    expectThat(body.includes('/logout?'), 'the sign-out does not end the session of the provider');
    const late = await leader.post('/people/x/verify', { means: 'nafath' });
    expectThat(late.status === 401 && late.body.includes('value="nafath"'), 'a late form was lost');
  },
};

const nextPart: Step = {
  name: 'a large hand-over goes on with its next part',
  async play(scene) {
    const at = scene.now();
    // A part has fifty cases, which a day has not: the function commits the same after the first part.
    await updateStaff(scene.centre.look.store, {
      ...{ id: 'salem', cause: causeId('rehearsal'), by: 'rida', at, recordedAt: at },
      command: { do: 'go-on', because: 'return', moved: 50 },
    });
    await scene.centre.settle();
  },
};

const pages: Step = {
  name: 'the other pages of the console',
  async play(scene) {
    const supervisor = await scene.supervisor();
    for (const path of [
      '/cases',
      '/figures',
      '/figures?as=csv',
      '/figures?as=xlsx',
      '/figures/behind?days=7&of=opened',
      '/figures/behind?days=7&of=opened&as=csv',
      '/figures/report',
      '/figures/evidence',
      '/figures/evidence?as=xlsx',
      '/figures/changes',
      '/calls',
      '/calls-out',
      '/quality',
      '/settings',
      '/absence',
      '/workspace',
    ])
      await supervisor.page(path);
    const change = { kind: 'campaign', nameAr: 'حملة التوعية', nameEn: 'Campaign', department: '' };
    const today = scene.field(scene.now()).slice(0, 10);
    await supervisor.submit('/figures/changes', '/figures/changes/note', { ...change, day: today });
    await supervisor.submit('/figures/report', '/figures/report/mail', {
      ...{ from: today, to: today, compare: 'before', recipient: 'leadership@rida.example' },
    });
    const found = await supervisor.open('/search?q=norah%40example.com');
    expectThat(/^\/(people|cases)\//u.test(found.location ?? ''), 'the search did not find a person');
    const visitor = scene.centre.site.visitor();
    await visitor.page('/t');
    const refused = await visitor.open('/cases');
    expectThat(refused.status === 302, 'a visitor without a session sees the cases');
  },
};

export const console: readonly Step[] = [work, departments, links, absence, nextPart, pages, doors];
