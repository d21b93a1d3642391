/** Somebody who works at the console as a browser does: pages, forms and a cookie. */
export interface ConsoleAgent {
  /** The page at a path, as HTML. */
  page(path: string): Promise<string>;
  /** Sends one of the forms on a case's page. */
  act(reference: string, action: string, fields: Readonly<Record<string, string>>): Promise<void>;
}

const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]+)"`, 'u').exec(page)?.[1] ?? '';

/** Signs in at a centre's console. @throws Error when a page or a form is not answered as it should be */
export async function signInAt(url: string, user: string, name: string): Promise<ConsoleAgent> {
  const own = { Origin: url };
  const post = (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
  ) => fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
  const entered = await post('/sign-in', { user, name, role: 'agent' }, own);
  const [Cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
  if (entered.status !== 303) throw new Error(`the console did not let ${user} in (${entered.status})`);

  const page = async (path: string): Promise<string> => {
    const answer = await fetch(url + path, { headers: { Cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  };
  return {
    page,
    async act(reference, action, fields) {
      const shown = await page(`/cases/${reference}`);
      const proof = { token: hidden(shown, 'token'), seen: hidden(shown, 'seen') };
      const answer = await post(`/cases/${reference}/${action}`, { ...proof, ...fields }, { ...own, Cookie });
      if (answer.status !== 303) throw new Error(`${action} of ${reference}: ${answer.status}`);
    },
  };
}
