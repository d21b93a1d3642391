/** Somebody who works at the console as a browser does: pages, forms and a cookie. */
export interface ConsoleAgent {
  /** The page at a path, as HTML. */
  page(path: string): Promise<string>;
  /** Sends one of the forms on a case's page. */
  act(reference: string, action: string, fields: Readonly<Record<string, string>>): Promise<void>;
  /** Sends a form of another page, such as that of absences: from the page at a path, to a path. */
  send(from: string, to: string, fields: Readonly<Record<string, string>>): Promise<void>;
}

const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]+)"`, 'u').exec(page)?.[1] ?? '';

/** Signs in at a centre's console. @throws Error when a page or a form is not answered as it should be */
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
  if (entered.status !== 303) throw new Error(`the console did not let ${user} in (${entered.status})`);

  const page = async (path: string): Promise<string> => {
    const answer = await fetch(url + path, { headers: { Cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  };
  const send: ConsoleAgent['send'] = async (from, to, fields) => {
    const shown = await page(from);
    const proof = { token: hidden(shown, 'token'), seen: hidden(shown, 'seen') };
    const answer = await post(to, { ...proof, ...fields }, { ...own, Cookie });
    if (answer.status !== 303) throw new Error(`${to}: ${answer.status}`);
  };
  return {
    page,
    send,
    act: (reference, action, fields) => send(`/cases/${reference}`, `/cases/${reference}/${action}`, fields),
  };
}
