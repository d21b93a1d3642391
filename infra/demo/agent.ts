import { hiddenField } from './hidden-field.ts';

/** A user of the console who works as a browser does: with pages, forms and a cookie. */
export interface ConsoleAgent {
  /** Return the page at a path, as HTML. */
  page(path: string): Promise<string>;
  /** Submit one of the forms on the page of a case. */
  act(reference: string, action: string, fields: Readonly<Record<string, string>>): Promise<void>;
  /**
   * Submit a form of another page, such as that of absences: load the first path, then post to the second.
   */
  send(from: string, to: string, fields: Readonly<Record<string, string>>): Promise<void>;
  /** Send a file with the fields of its form. */
  upload(to: string, file: File, fields: Readonly<Record<string, string>>): Promise<void>;
}

/** Sign in to the console of a centre. @throws Error when a page or form returns an unexpected response */
export async function signInAt(
  url: string,
  user: string,
  name: string,
  role: 'agent' | 'supervisor' = 'agent',
): Promise<ConsoleAgent> {
  const own = { Origin: url };
  const post = (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
  ) => fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
  const entered = await post('/sign-in', { user, name, role }, own);
  const [Cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
  if (entered.status !== 303)
    throw new Error(`the console rejected the sign-in of ${user} (${entered.status})`);

  const page = async (path: string): Promise<string> => {
    const answer = await fetch(url + path, { headers: { Cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  };
  const send: ConsoleAgent['send'] = async (from, to, fields) => {
    const shown = await page(from);
    const proof = { token: hiddenField(shown, 'token') ?? '', seen: hiddenField(shown, 'seen') ?? '' };
    const answer = await post(to, { ...proof, ...fields }, { ...own, Cookie });
    if (answer.status !== 303) throw new Error(`${to}: ${answer.status}`);
  };
  const upload: ConsoleAgent['upload'] = async (to, file, fields) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set('files', file);
    const headers = { ...own, Cookie };
    const answer = await fetch(url + to, { method: 'POST', body, headers, redirect: 'manual' });
    // A piece of a file that is not its last one has no page.
    if (answer.status !== 303 && answer.status !== 204) throw new Error(`${to}: ${answer.status}`);
  };
  return {
    page,
    send,
    upload,
    act: (reference, action, fields) => send(`/cases/${reference}`, `/cases/${reference}/${action}`, fields),
  };
}
