import { type Context, Hono } from 'hono';
import { personOf } from '#shared/application/person-of.ts';
import { prefer, type Wish } from '#shared/application/prefer.ts';
import { issuePageNonce, pageNonceHolds } from '#shared/application/tokens/page-nonce.ts';
import { readUnsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { readerOf } from '../shell/http/language-choice.ts';
import type { SurveyDeps } from './survey-deps.ts';
import { overPage } from './survey-page.ts';
import { unsubscribePage } from './unsubscribe-page.ts';

/**
 * Read the wish from a form of the page, or from a mail program (RFC 8058 §3.1). Return undefined otherwise.
 */
function wishIn(
  fields: Readonly<Record<string, unknown>>,
): { wants: Wish['do']; oneClick: boolean } | undefined {
  if (fields['List-Unsubscribe'] === 'One-Click') return { wants: 'opt-out', oneClick: true };
  const { wants } = fields;
  return wants === 'opt-out' || wants === 'opt-in' ? { wants, oneClick: false } : undefined;
}

/**
 * Return the page behind the List-Unsubscribe of survey invitations. GET changes nothing, because scanners
 * open links. The one click of a mail program is a POST that carries only the link.
 */
export function unsubscribePages(deps: SurveyDeps): Hono {
  const { store, keys, clock, rules } = deps;
  const app = new Hono();

  async function caseOf(token: string): Promise<Case | undefined> {
    const reference = await readUnsubscribeToken(keys, token);
    const supportCase = reference === undefined ? undefined : await store.load('case', reference);
    return supportCase?.erased ? undefined : supportCase;
  }

  async function show(c: Context, token: string, supportCase: Case, just?: Wish['do'] | 'stale') {
    const person = await personOf(store, supportCase.beneficiary.id);
    const page = unsubscribePage({
      rules: await rules.current(),
      reader: readerOf(c, supportCase.language),
      nonce: await issuePageNonce(keys, token, clock.now()),
      out: person?.optOuts.includes('surveys') ?? false,
      just,
    });
    return c.html(page, just === 'stale' ? 422 : 200);
  }

  app.get('/s/u/:token', async (c) => {
    const token = c.req.param('token');
    const supportCase = await caseOf(token);
    return supportCase ? show(c, token, supportCase) : c.html(overPage(await rules.current(), readerOf(c)));
  });

  app.post('/s/u/:token', async (c) => {
    const token = c.req.param('token');
    const supportCase = await caseOf(token);
    if (!supportCase) return c.html(overPage(await rules.current(), readerOf(c)));
    const fields = await c.req.parseBody();
    const wish = wishIn(fields);
    const { nonce } = fields;
    const now = clock.now();
    const fresh =
      wish?.oneClick || (typeof nonce === 'string' && (await pageNonceHolds(keys, token, nonce, now)));
    if (!wish || !fresh) return show(c, token, supportCase, 'stale');
    const { wants } = wish;
    const cause = causeId(`${wants}:${token}:${now}`);
    await prefer(store, supportCase.beneficiary.id, {
      ...{ do: wants, of: ['surveys'], cause, at: now, recordedAt: now },
    });
    return show(c, token, supportCase, wants);
  });
  return app;
}
