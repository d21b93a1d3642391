import { expect, test } from 'vitest';
import type { DeskView } from '#infra/local/phone/agent-desk.ts';
import type { CallView } from '#infra/local/phone/call-view.ts';
import { aCentre } from './support.ts';

type Answer = { readonly status: number; readonly body: CallView & { wrong?: string; view?: DeskView } };

async function aPhone() {
  const centre = await aCentre();
  const post = async (path: string, body: object): Promise<Answer> => {
    const answer = await fetch(`${centre.url}/phone${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
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

  const { body } = await post('/calls', { caller: '+966501234567' });
  expect(body.state).toBe('waiting-for-input');
  expect((await post(`/calls/${body.id}/silence`, {})).body.state).toBe('waiting-for-input');
  await post(`/calls/${body.id}/keys`, { keys: '1' });
  await post(`/calls/${body.id}/silence`, {});
  await post(`/calls/${body.id}/keys`, { keys: '2' });
  // Accept the recording.
  const waits = await post(`/calls/${body.id}/silence`, {});
  expect(waits.body).toMatchObject({ state: 'waiting-for-queue', place: 1 });

  expect((await act('available')).status).toBe(409);
  await act('sign-on', { name: 'سالم' });
  const offered = await act('available');
  expect(offered.body.view).toMatchObject({
    me: { name: 'سالم', doing: 'offered' },
    call: { caller: '+966501234567', queue: 'general', place: 1 },
  });
  await act('answer');
  expect((await act('hold')).body.view?.call?.state).toBe('on-hold');
  await act('resume');
  await act('say', { text: 'مرحبًا' });
  await post(`/calls/${body.id}/say`, { text: 'أهلًا' });
  const moved = await act('transfer', { queue: 'staff' });
  expect(moved.body.view?.me?.doing).toBe('after-call');
  const finished = await act('finish');
  expect(finished.body.view?.call).toMatchObject({ queue: 'staff', place: 1 });
  expect(finished.body.view?.call?.contactId).not.toBe(body.id);
  expect((await post(`/calls/${body.id}/hang-up`, {})).body).toMatchObject({
    state: 'ended',
    outcome: 'hung-up',
  });
});

test('an invalid request is rejected with the name of its field', async () => {
  const { centre, post, act } = await aPhone();
  expect(await post('/calls', { caller: '05' })).toMatchObject({ status: 422 });
  expect((await post('/calls', { line: 'moon' })).status).toBe(422);
  expect((await post('/calls/nobody/keys', { keys: '1' })).status).toBe(404);
  const { body: call } = await post('/calls', {});
  expect((await post(`/calls/${call.id}/keys`, { keys: 'A' })).body.wrong).toContain('keys');
  expect((await post(`/calls/${call.id}/say`, { text: ' ' })).body.wrong).toContain('text');
  expect((await act('dance')).body.wrong).toContain('act');
  expect((await post('/desk', { act: 'away', user: '<b>' })).body.wrong).toContain('user');
  await act('sign-on');
  expect((await act('transfer-to-agent', { agent: 'huda' })).status).toBe(409);
  const send = (type: string, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(`${centre.url}/phone/calls/${call.id}/recordings/7`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
  expect((await send('text/html', 'x')).status).toBe(415);
  expect((await send('audio/webm', 'x')).status).toBe(404);
  expect((await send('audio/webm', new Uint8Array(5_000_000))).status).toBe(413);
});
