import { expect, test } from 'vitest';
import type { DeskView } from '#infra/local/phone/agent-desk.ts';
import type { CallView } from '#infra/local/phone/call-view.ts';
import { aCentre } from './support.ts';

type Answer = { readonly status: number; readonly said: CallView & { wrong?: string; view?: DeskView } };

async function aPhone() {
  const centre = await aCentre();
  const post = async (path: string, body: object): Promise<Answer> => {
    const answer = await fetch(`${centre.url}/phone${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, said: (await answer.json()) as Answer['said'] };
  };
  const text = async (path: string) => (await fetch(centre.url + path)).text();
  const act = (name: string, more: object = {}) => post('/desk', { act: name, user: 'salem', ...more });
  return { centre, post, text, act };
}

test('callers place calls, press keys and hang up; agents answer, hold, hand on and finish: all over HTTP', async () => {
  const { post, text, act } = await aPhone();
  const page = await text('/phone');
  expect(page).toContain('dir="rtl"');
  expect(page.match(/data-key="/gu)).toHaveLength(12);
  for (const name of ['phone.js', 'phone-desk.js', 'phone-sound.js', 'phone-page.js'])
    expect(await text(`/local/${name}`)).toContain('const ');
  expect(await text('/phone/agents')).toContain('id="sign-on"');

  const { said } = await post('/calls', { caller: '+966501234567' });
  expect(said.state).toBe('waiting-for-input');
  expect((await post(`/calls/${said.id}/silence`, {})).said.state).toBe('waiting-for-input');
  await post(`/calls/${said.id}/keys`, { keys: '1' });
  await post(`/calls/${said.id}/silence`, {});
  const waits = await post(`/calls/${said.id}/keys`, { keys: '2' });
  expect(waits.said).toMatchObject({ state: 'waiting-for-queue', place: 1 });

  expect((await act('available')).status).toBe(409);
  await act('sign-on', { name: 'سالم' });
  const offered = await act('available');
  expect(offered.said.view).toMatchObject({
    me: { name: 'سالم', doing: 'offered' },
    call: { caller: '+966501234567', queue: 'general', place: 1 },
  });
  await act('answer');
  expect((await act('hold')).said.view?.call?.state).toBe('on-hold');
  await act('resume');
  await act('say', { text: 'مرحبًا' });
  await post(`/calls/${said.id}/say`, { text: 'أهلًا' });
  const moved = await act('transfer', { queue: 'staff' });
  expect(moved.said.view?.me?.doing).toBe('after-call');
  const finished = await act('finish');
  expect(finished.said.view?.call).toMatchObject({ queue: 'staff', place: 1 });
  expect(finished.said.view?.call?.contactId).not.toBe(said.id);
  expect((await post(`/calls/${said.id}/hang-up`, {})).said).toMatchObject({
    state: 'ended',
    outcome: 'hung-up',
  });
});

test('what is asked wrongly is refused with its field named', async () => {
  const { centre, post, act } = await aPhone();
  expect(await post('/calls', { caller: '05' })).toMatchObject({ status: 422 });
  expect((await post('/calls', { line: 'moon' })).status).toBe(422);
  expect((await post('/calls/nobody/keys', { keys: '1' })).status).toBe(404);
  const { said } = await post('/calls', {});
  expect((await post(`/calls/${said.id}/keys`, { keys: 'A' })).said.wrong).toContain('keys');
  expect((await post(`/calls/${said.id}/say`, { text: ' ' })).said.wrong).toContain('text');
  expect((await act('dance')).said.wrong).toContain('act');
  expect((await post('/desk', { act: 'away', user: '<b>' })).said.wrong).toContain('user');
  await act('sign-on');
  expect((await act('transfer-to-agent', { agent: 'huda' })).status).toBe(409);
  const send = (type: string, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(`${centre.url}/phone/calls/${said.id}/recordings/7`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
  expect((await send('text/html', 'x')).status).toBe(415);
  expect((await send('audio/webm', 'x')).status).toBe(404);
  expect((await send('audio/webm', new Uint8Array(5_000_000))).status).toBe(413);
});
