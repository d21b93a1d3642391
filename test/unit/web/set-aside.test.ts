import { describe, expect, it } from 'vitest';
import { copyMessage } from '#functions/cases/copy-message.ts';
import type { Agent } from '#functions/web/shell/sign-in.ts';
import { saveMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { hiddenFields, posted, textOf } from './forms.ts';

const huda: Agent = { user: 'huda', name: 'هدى الشمري', roles: ['supervisor'] };

function apart(quarantine: string, agent?: Agent, reason: 'spam' | 'machine-mail' = 'spam') {
  const console = aConsole(agent && { agent });
  const at = console.clock.now();
  const facts: Case['facts'] = [
    { at, type: 'opened' },
    { at, type: 'status', status: 'closed' },
  ];
  const supportCase = aCase({
    ...{ quarantine, status: 'closed', closing: { at, reason }, facts, subject: 'اربح جائزة' },
  });
  console.store.seed(supportCase);
  const get = async (path: string) => {
    const answer = await console.app.request(path);
    return { status: answer.status, page: await answer.text() };
  };
  return { console, currentCase: supportCase, get };
}

async function restored({ console, currentCase: supportCase, get }: ReturnType<typeof apart>) {
  const { page } = await get(`/cases/${supportCase.id}`);
  const token = {
    token: crypto.randomUUID(),
    seen: String(supportCase.version),
    ...hiddenFields(page, 'restore'),
  };
  return console.app.request(`/cases/${supportCase.id}/restore`, posted(token));
}

describe('mail that is set aside', () => {
  it('is in a list of its own and in no other', async () => {
    const { currentCase: supportCase, get } = apart('spam-verdict');
    for (const state of ['active', 'resolved', 'closed'])
      expect((await get(`/cases?state=${state}`)).page, state).not.toContain(supportCase.id);
    const { page } = await get('/cases?state=spam');
    expect(page).toContain(supportCase.id);
    expect(textOf(page)).toContain('البريد المزعج والمشبوه');
  });

  it('says on its page why, and is restored by an agent', async () => {
    const spam = apart('spam-verdict');
    const { page } = await spam.get(`/cases/${spam.currentCase.id}`);
    expect(textOf(page)).toContain('السبب: صُنّفت مزعجة');
    expect((await restored(spam)).headers.get('location')).toContain('done=restore');
    const after = await spam.get(`/cases/${spam.currentCase.id}`);
    expect(textOf(after.page)).toContain('استُعيدت من البريد المزعج والمشبوه صُنّفت مزعجة');
    expect((await spam.get('/cases')).page).toContain(spam.currentCase.id);
    expect((await spam.get('/cases?state=spam')).page).not.toContain(spam.currentCase.id);
  });

  it('with a virus opens no file, and is a supervisor’s to restore', async () => {
    const files = async (of: ReturnType<typeof apart>) => {
      const key = `cases/${of.currentCase.id}/m1/1`;
      await of.console.blobs.put(key, Uint8Array.of(1), 'application/octet-stream');
      await saveMessage(of.console.blobs, of.currentCase.id, {
        ...{ id: 'm1', direction: 'in', channel: 'mail', at: 0, to: [], subject: '', text: 'x', reasons: [] },
        attachments: [{ name: 'a.zip', type: 'application/zip', size: 1, key }],
      });
      const base = `/cases/${of.currentCase.id}`;
      const paths = [`${base}/messages/m1/attachments/1`, `${base}/messages/m1/raw`, `${base}/quarantined`];
      return Promise.all(paths.map(async (path) => (await of.get(path)).status));
    };
    const byAgent = apart('virus-verdict');
    expect(await files(byAgent)).toEqual([403, 403, 403]);
    expect((await byAgent.get(`/cases/${byAgent.currentCase.id}`)).page).not.toContain('/restore#');
    expect((await restored(byAgent)).status).toBe(409);
    const bySupervisor = apart('virus-verdict', huda);
    expect(await files(bySupervisor)).toEqual([403, 403, 403]);
    expect((await restored(bySupervisor)).status).toBe(303);
    expect((await files(bySupervisor))[0]).toBe(200);
  });

  it('with a virus stays shut whatever else happens to the case', async () => {
    const agent = apart('virus-verdict');
    for (const over of [
      { status: 'open' },
      { status: 'resolved' },
      { links: [{ to: 'x', as: 'related', at: 0 }] },
    ] as const) {
      agent.console.store.seed({ ...agent.currentCase, ...over });
      expect((await agent.get(`/cases/${agent.currentCase.id}/messages/m1/raw`)).status).toBe(403);
    }
  });

  it('with a virus keeps its verdict in a case that was split off', async () => {
    const agent = apart('virus-verdict');
    const other = aCase();
    agent.console.store.seed(other);
    const message: Message = {
      ...{ id: 'm1', direction: 'in', channel: 'mail', at: 0, to: [], subject: '', text: 'x', reasons: [] },
      attachments: [{ name: 'a.zip', type: 'application/zip', size: 1, key: 'cases/x/1' }],
    };
    await agent.console.blobs.put('cases/x/1', Uint8Array.of(1), 'application/octet-stream');
    await copyMessage(agent.console.blobs, message, { caseId: other.id, id: 'm2', isShut: true });
    await copyMessage(agent.console.blobs, message, { caseId: other.id, id: 'm3', isShut: false });
    const statusOf = async (id: string) =>
      (await agent.get(`/cases/${other.id}/messages/${id}/attachments/1`)).status;
    expect([await statusOf('m2'), await statusOf('m3')]).toEqual([403, 200]);
  });

  it('of a machine is in the list of supervisors, who alone restore it', async () => {
    const machine = (agent?: Agent) => apart('machine-mail', agent, 'machine-mail');
    const forAgent = machine();
    expect(textOf((await forAgent.get('/cases')).page)).not.toContain('بريد آلي');
    for (const state of ['active', 'closed', 'spam', 'machine'])
      expect((await forAgent.get(`/cases?state=${state}`)).page, state).not.toContain(
        forAgent.currentCase.id,
      );
    expect((await restored(forAgent)).status).toBe(409);
    const forSupervisor = machine(huda);
    expect((await forSupervisor.get('/cases?state=closed')).page).not.toContain(forSupervisor.currentCase.id);
    const { page } = await forSupervisor.get('/cases?state=machine');
    expect(page).toContain(forSupervisor.currentCase.id);
    expect(textOf(page)).toContain('بريد آلي');
    const ofCase = textOf((await forSupervisor.get(`/cases/${forSupervisor.currentCase.id}`)).page);
    expect(ofCase).toContain('رسالة في البريد الآلي');
    expect(ofCase).not.toContain('machine-mail');
    expect((await restored(forSupervisor)).status).toBe(303);
    expect((await forSupervisor.get('/cases?state=machine')).page).not.toContain(
      forSupervisor.currentCase.id,
    );
  });
});
