import { type Context, Hono } from 'hono';
import type { Language } from '#events/vocabulary.ts';
import { readMessage } from '#shared/application/messages.ts';
import {
  owedPath,
  readOwedToken,
  readRequestToken,
  requestPath,
} from '#shared/application/tokens/department-token.ts';
import { issuePageNonce, judgePageNonce } from '#shared/application/tokens/page-nonce.ts';
import type { Case, DepartmentRequest } from '#shared/domain/cases/case.ts';
import type { DraftOwner } from '#shared/ports/draft-store.ts';
import { maskText } from '#shared/runtime/mask-text.ts';
import { draftRoutes, endDrafts } from '../shell/drafts.ts';
import { boundedForm, statusOfRequest } from '../shell/http/bounded-form.ts';
import { keepsLanguage, readerOf } from '../shell/http/language-choice.ts';
import { pageHeaders } from '../shell/http/page-headers.ts';
import { FILE_LIMITS, type SentForm, sentForm } from '../shell/http/sent-form.ts';
import { plainPublicPage } from '../shell/plain-public-page.ts';
import { failedText, unreadableText } from '../shell/text/failed-text.ts';
import { departmentName } from '../shell/view.ts';
import { type AnsweredRequest, actOnRequest } from './act-on-request.ts';
import type { DepartmentsDeps } from './departments-deps.ts';
import { departmentsText } from './departments-text.ts';
import { owedBy } from './owed-by.ts';
import { owedPage } from './owed-page.ts';
import {
  type DoneRequest,
  type RequestAct,
  requestOverPage,
  requestPage,
  type TypedRequest,
  type WrongRequest,
} from './request-page.ts';

const languageOf = (c: Context): Language => readerOf(c).language;

const DONE = new Set<string>(Object.keys(departmentsText.ar.done));
const doneOf = (c: Context): DoneRequest | undefined => {
  const done = c.req.query('done') ?? '';
  return DONE.has(done) ? (done as DoneRequest) : undefined;
};

const ACTS: readonly string[] = ['answer', 'time', 'pass'] satisfies RequestAct[];
const isAct = (value: string): value is RequestAct => ACTS.includes(value);

/** The most letters of a text that are shown again. */
const MOST_SHOWN = 40_000;

/** Everybody with the link of a request shares its drafts. Those of a case have one place, and are erased with it. */
const draftOwner = ({ supportCase, request }: AnsweredRequest): DraftOwner => ({
  place: requestPath(supportCase.id),
  user: request.id,
});

/** A link that opens nothing: forged or cut, or after its time. */
type Shut = 'unknown' | 'expired';

/** Return the texts of a case that concern a request. Contact data of the beneficiary is masked. */
async function textsOf(
  { store, blobs }: DepartmentsDeps,
  { id, requests = [], place }: Case,
  request: DepartmentRequest,
  departmentName: (id: string) => string,
) {
  const [opening] = await store.newestCommits('case', id, { before: 2, limit: 1 });
  const read = async (message: string | undefined) =>
    message === undefined ? undefined : (await readMessage(blobs, id, message))?.text;
  const before = requests.find((one) => one.id === request.passedFrom);
  const [question, said, answer, reason] = await Promise.all([
    ...[
      read(request.message),
      read(opening?.cause),
      read(request.ended?.message),
      read(before?.ended?.message),
    ],
  ]);
  return {
    ...{ question, answer },
    beneficiaryText: said === undefined ? undefined : maskText(said),
    placeWords: place?.words === undefined ? undefined : maskText(place.words),
    passed: before && reason !== undefined ? { from: departmentName(before.department), reason } : undefined,
  };
}

/**
 * Return the pages on which departments answer: one page for each request, and the list of all that a department
 * owes. Both are behind sealed links and need no sign-in. GET and HEAD change nothing, because mail scanners open
 * links; a form counts when its page was open for two seconds.
 */
export function departmentsApp(deps: DepartmentsDeps): Hono {
  const { store, keys, clock, rules } = deps;
  const app = new Hono();
  app.use(pageHeaders({ referrerPolicy: 'no-referrer', connects: true }));
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('X-Robots-Tag', 'noindex, nofollow');
  });
  app.use(keepsLanguage);
  app.use(boundedForm(() => FILE_LIMITS));

  /** The path of this page with the language of its reader. */
  const here = (c: Context): string =>
    c.req.query('lang') === undefined ? c.req.path : `${c.req.path}?lang=${languageOf(c)}`;

  /** The words of a form that was sent to a link behind which nothing can be answered. */
  const lateWords = async (c: Context): Promise<string> => {
    if (c.req.method !== 'POST') return '';
    const { text = '' } = (await sentForm(c)).fields;
    return text.slice(0, MOST_SHOWN);
  };

  async function shut(c: Context, why: Shut, status: 200 | 404 | 410) {
    const language = languageOf(c);
    const text = departmentsText[language].over[why];
    const late = await lateWords(c);
    return c.html(
      requestOverPage({ rules: await rules.current(), language, path: c.req.path, text, late }),
      status,
    );
  }

  async function requestOfLink(token: string): Promise<AnsweredRequest | Shut> {
    const ticket = await readRequestToken(keys, token);
    if (!ticket) return 'unknown';
    if (clock.now() > ticket.expiresAt) return 'expired';
    const supportCase = await store.load('case', ticket.reference);
    const request = supportCase?.requests?.find(({ id }) => id === ticket.question);
    if (!supportCase || !request) return 'unknown';
    if (supportCase.erased) return 'expired';
    return { supportCase, request, rules: await rules.current() };
  }

  async function show(
    c: Context,
    { supportCase, request, rules: inForce }: AnsweredRequest,
    typed?: TypedRequest,
  ) {
    const language = languageOf(c);
    const w = departmentsText[language];
    const nameOf = (id: string): string => departmentName({ rules: inForce, language }, id);
    const common = { rules: inForce, language, path: here(c), done: doneOf(c) };
    const over = { ...common, keepsWords: true, late: typed?.text };
    const status = typed ? (typed.wrong.length > 0 ? 422 : 409) : 200;
    if (request.ended?.how === 'withdrawn')
      return c.html(requestOverPage({ ...over, text: w.over.withdrawn }), status);
    if (request.ended?.how === 'passed-on') {
      const next = supportCase.requests?.find(({ id }) => id === request.ended?.to);
      return c.html(
        requestOverPage({ ...over, text: w.over.passed(nameOf(next?.department ?? '')) }),
        status,
      );
    }
    const now = clock.now();
    const page = requestPage({
      ...{ ...common, now, supportCase, request, typed },
      ...(await textsOf(deps, supportCase, request, nameOf)),
      nonce: await issuePageNonce(keys, c.req.path, now),
    });
    return c.html(page, status);
  }

  /** Show a form that was not carried out again, with its words. Browsers forget the files. */
  const again = (
    c: Context,
    found: AnsweredRequest,
    act: RequestAct,
    { fields, files }: SentForm,
    wrong: readonly WrongRequest[],
  ) => {
    const typed = (name: string, most: number): string => (fields[name] ?? '').slice(0, most);
    const emptyFiles = files.filter(({ bytes }) => bytes.length === 0).map(({ name }) => name);
    return show(c, found, {
      act,
      emptyFiles,
      wrong: [
        ...wrong,
        ...(files.length > 0 && !wrong.some((one) => one.startsWith('files'))
          ? ['files.again' as const]
          : []),
      ],
      ...{
        text: typed('text', MOST_SHOWN),
        name: typed('name', 60),
        until: typed('until', 40),
        to: typed('to', 40),
      },
    });
  };

  /** Carry out an act whose page was read by a person. */
  const carryOut = async (c: Context, found: AnsweredRequest, act: RequestAct, sent: SentForm) => {
    const acted = await actOnRequest(deps, found, act, sent);
    if ('wrong' in acted) return again(c, found, act, sent, acted.wrong);
    if ('over' in acted) {
      const now = await requestOfLink(c.req.param('token') ?? '');
      return typeof now === 'string' ? shut(c, now, 410) : again(c, now, act, sent, []);
    }
    await endDrafts(c, deps, () => draftOwner(found));
    const query = new URLSearchParams({
      done: acted.done,
      ...(c.req.query('lang') !== undefined && { lang: languageOf(c) }),
    });
    return c.redirect(`${c.req.path}?${query}`, 303);
  };

  app.get(owedPath(':token'), async (c) => {
    const ticket = await readOwedToken(keys, c.req.param('token') ?? '');
    const inForce = await rules.current();
    if (!ticket || !inForce.departments.has(ticket.department)) return shut(c, 'unknown', 404);
    const now = clock.now();
    if (now > ticket.expiresAt) return shut(c, 'expired', 410);
    const owed = await owedBy(deps, inForce, ticket);
    return c.html(
      owedPage({
        rules: inForce,
        language: languageOf(c),
        path: here(c),
        now,
        department: ticket.department,
        ...owed,
      }),
    );
  });

  app.route(
    `${requestPath(':token')}/drafts`,
    draftRoutes(deps, async (c) => {
      const found = await requestOfLink(c.req.param('token') ?? '');
      if (typeof found === 'string') return undefined;
      return { owner: draftOwner(found), language: languageOf(c), hasForm: isAct };
    }),
  );

  app.get(requestPath(':token'), async (c) => {
    const found = await requestOfLink(c.req.param('token') ?? '');
    if (typeof found === 'string') return shut(c, found, found === 'unknown' ? 404 : 410);
    return show(c, found);
  });

  app.post(requestPath(':token'), async (c) => {
    const token = c.req.param('token') ?? '';
    const found = await requestOfLink(token);
    if (typeof found === 'string') return shut(c, found, found === 'unknown' ? 404 : 410);
    const { ended } = found.request;
    const sent = await sentForm(c);
    const { act: pressed = '', form = '', nonce = '' } = sent.fields;
    const act = isAct(form) ? form : 'answer';
    if (ended && ended.how !== 'answered') return again(c, found, act, sent, []);
    const judged = await judgePageNonce(keys, c.req.path, nonce, clock.now());
    if (judged === 'stale') return again(c, found, act, sent, ['stale']);
    if (judged !== 'holds' || pressed !== act) return again(c, found, act, sent, ['again']);
    return carryOut(c, found, act, sent);
  });

  app.notFound((c) => shut(c, 'unknown', 404));
  app.onError((error, c) => {
    const status = statusOfRequest(error);
    if (status !== undefined) return c.html(plainPublicPage(unreadableText[status], languageOf(c)), status);
    deps.onError(error);
    return c.html(plainPublicPage(failedText, languageOf(c)), 500);
  });
  return app;
}
