import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { inboundFlows } from '#functions/telephone/flows/inbound-flows.ts';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { hostFlows, type WorkName } from '#infra/local/functions.ts';
import { ownPages } from '#infra/local/web/local-app.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { FlowFunctionName } from '#shared/runtime/function-name.ts';
import { aPlan } from '#test/builders/a-call-out.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { type Channel, JSONS, jsonPlaces, type Place, TEXTS, textPlaces } from './channel.ts';
import { formsOf } from './http.ts';

interface Question {
  readonly name: FlowFunctionName;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Return every question that the flows ask Rida, with the parameters that they pass. */
async function questionsOf({ rules }: LocalCentre): Promise<Question[]> {
  const { settings } = await rules.inForce();
  const flows = [...inboundFlows(settings.telephone), ...outboundFlows].map((flow) => flow.toFlow());
  return flows.flatMap(({ Actions }) =>
    Actions.flatMap(({ Type, Parameters }) => {
      if (Type !== 'InvokeLambdaFunction') return [];
      const { LambdaFunctionARN, LambdaInvocationAttributes = {} } = Parameters as {
        LambdaFunctionARN: string;
        LambdaInvocationAttributes?: Record<string, string>;
      };
      const name = LambdaFunctionARN.replace(/^\$\{lambda:|\}$/gu, '') as FlowFunctionName;
      return [{ name, parameters: LambdaInvocationAttributes }];
    }),
  );
}

/** Parameters that the caller or Connect decide: the flow passes an attribute of the contact. */
const isGiven = (value: string): boolean => value.startsWith('$.');
const LIKELY: Readonly<Record<string, string>> = {
  ...{ language: 'ar', line: 'general', type: 'report', key: '1', choice: '1', score: '5', finished: 'yes' },
};

/** The questions of the flows while a caller waits. An answer that is refused by name leads to the error path. */
export async function flowFunctions(centre: LocalCentre): Promise<Channel> {
  const functions = hostFlows({ ...centre, queues: { placeOf: async () => undefined } });
  const at = { at: WORKING_MORNING, recordedAt: WORKING_MORNING };
  await updateCallOut(centre.store, (await centre.rules.current()).outbound, {
    ...{ id: 'call-out-1', cause: 'plan', by: 'agent:salem', correlationId: 'x', ...at },
    command: aPlan(),
  });
  let contact = 0;
  const places = (await questionsOf(centre)).flatMap(({ name, parameters }) => {
    const given = Object.keys(parameters).filter((one) => isGiven(parameters[one] ?? ''));
    const usual = Object.entries(parameters).map(([one, value]) => [
      one,
      isGiven(value) ? (LIKELY[one] ?? '') : value,
    ]);
    const ask = async (own: Record<string, string>, number: string, attributes: object) => {
      contact += 1;
      const request = {
        Details: {
          ContactData: {
            ...{ ContactId: `contact-${contact}`, Channel: 'VOICE', InitiationMethod: 'INBOUND' },
            Attributes: { callOutId: 'call-out-1', attempt: '1', ...attributes },
            CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: number },
          },
          Parameters: { ...(Object.fromEntries(usual) as Record<string, string>), ...own },
        },
      };
      try {
        await functions[name](request, { awsRequestId: 'x' });
        return undefined;
      } catch (error) {
        const isRefused = error instanceof z.ZodError || error instanceof RangeError;
        return isRefused ? undefined : String(error);
      }
    };
    const step = `${name} ${parameters.step}`;
    return [
      ...given.map(
        (one): Place => ({
          name: `${step} ${one}`,
          send: (value) => ask({ [one]: String(value) }, '+966500000001', {}),
        }),
      ),
      { name: `${step} number`, send: (value: unknown) => ask({}, String(value), {}) },
      { name: `${step} proven`, send: (value: unknown) => ask({}, '+966500000001', { proven: value }) },
    ];
  });
  return { places, values: TEXTS, end: async () => [] };
}

/** The id of a contact, without which an event belongs to nothing: an unreadable one is a dead letter. */
const IDENTITY = /\b(?:c|C)ontactId = /u;

/** The samples of AWS's events, and the queue that each reaches. */
const INBOUND: Readonly<Record<string, WorkName>> = {
  'connect-contact-event': 'telephone/contact-events',
  'connect-contact-record': 'telephone/contact-records',
  'connect-agent-event': 'telephone/agent-events',
  'ses-mail-event': 'mail/mail-feedback',
};

/**
 * Events of Amazon Connect and SES in their queues: every text of every sample. An event whose values have other types
 * does not keep the contract of AWS. It is a dead letter on purpose: nothing is lost, and an alarm tells an operator.
 */
export function events({ bus, settle }: LocalCentre): Channel {
  const names = new Map<string, string>();
  const places = Object.entries(INBOUND).flatMap(([sampleName, queue]) => {
    const sample: unknown = JSON.parse(readFileSync(`events/samples/inbound/${sampleName}.json`, 'utf8'));
    return textPlaces(sampleName, sample, async (input, name) => {
      if (IDENTITY.test(name)) return undefined;
      names.set(JSON.stringify(input), name);
      await bus.send(queue, [input]);
      if (names.size % 50 === 0) await settle();
      return undefined;
    });
  });
  return {
    ...{ places, values: TEXTS },
    async end() {
      await settle();
      return bus
        .queueDepths()
        .flatMap(({ name: queue, dead }) =>
          bus
            .deadLettersOf(queue, dead)
            .map(({ body }) => `a dead letter in ${queue}: ${names.get(body) ?? body}`),
        );
    },
  };
}

const phoneBodies: Readonly<Record<string, object>> = {
  '/phone/calls': { caller: '+966501234567', line: 'general' },
  '/phone/calls/:id/keys': { keys: '1' },
  '/phone/calls/:id/say': { text: 'نص' },
  '/phone/calls/:id/silence': {},
  '/phone/calls/:id/hang-up': {},
  '/phone/calls/:id/answer': {},
  '/phone/desk': {
    act: 'sign-on',
    user: 'salem',
    name: 'سالم',
    queue: 'general',
    agent: 'huda',
    text: 'x',
    task: 'x',
  },
};

/** The pages of this computer: calls, keys, spoken words, the agents' desk, the mailbox and the queues. */
export async function ownForms(centre: LocalCentre): Promise<Channel> {
  const failed: string[] = [];
  const app = ownPages(centre, (error) => failed.push(String(error)));
  const send = async (path: string, body: string): Promise<Response> =>
    app.request(`${centre.url}${path}`, {
      ...{ method: 'POST', body },
      headers: { 'Content-Type': 'application/json', Origin: centre.url, Host: new URL(centre.url).host },
    });
  const call = async (): Promise<string> => {
    const made = (await (await send('/phone/calls', '{}')).json()) as { id: string };
    return made.id;
  };
  let current = await call();
  const wrong = ({ status }: Response): string | undefined =>
    status >= 500 ? `status ${status}` : undefined;
  const act = async (route: string, body: string): Promise<string | undefined> => {
    const answer = await send(route.replace(':id', current), body);
    // A call that ended takes no keys, and the number of calls at a time is limited.
    if (centre.switchboard.find(current)?.view.state === 'ended') current = await call();
    for (const { id } of centre.switchboard
      .calls()
      .filter(({ state }) => state !== 'ended')
      .slice(5))
      if (id !== current) await send(`/phone/calls/${id}/hang-up`, '{}');
    return wrong(answer);
  };
  const fields = Object.entries(phoneBodies).flatMap(([route, body]) => [
    ...jsonPlaces(`POST ${route}`, body, (input) => act(route, JSON.stringify(input))),
    { name: `POST ${route} body`, send: (value: unknown) => act(route, String(value)) },
    { name: `POST ${route} JSON`, send: (value: unknown) => act(route, JSON.stringify(value) ?? '') },
    {
      name: `POST ${route} id`,
      send: async (value: unknown) =>
        wrong(await send(route.replace(':id', encodeURIComponent(String(value).toWellFormed())), '{}')),
    },
  ]);
  // The pages with forms: the mailbox, mails for the administrator, and the queues.
  const pages = await Promise.all(
    ['/mailbox', '/mailbox/administrator', '/queues'].map(async (path) => {
      const page = await (await app.request(`${centre.url}${path}`)).text();
      return formsOf(page, 'post', path);
    }),
  );
  const onPages = pages.flat().flatMap(({ action, fields: filled }) =>
    [...filled.keys()].map(
      (field): Place => ({
        name: `POST ${action} ${field}`,
        async send(value) {
          const body = new URLSearchParams([...new Map([...filled, [field, String(value)]])]);
          const answer = await app.request(`${centre.url}${action}`, {
            ...{ method: 'POST', body, headers: { Origin: centre.url } },
          });
          return wrong(answer);
        },
      }),
    ),
  );
  // Keys at the question to which earlier keys lead.
  const walked = ['1', '1,1', '1,2', '1,3', '1,4', '2,1', '1,9', '1,0', '1,3,1', '1,4,1'].map(
    (keys): Place => ({
      name: `keys after ${keys}`,
      async send(value) {
        const id = await call();
        for (const key of keys.split(','))
          await send(`/phone/calls/${id}/keys`, JSON.stringify({ keys: key }));
        const digits =
          String(value)
            .replaceAll(/[^0-9*#\u0660-\u0669]/gu, '')
            .slice(0, 20) || '*#0';
        const answer = await send(`/phone/calls/${id}/keys`, JSON.stringify({ keys: digits }));
        const end = await send(`/phone/calls/${id}/hang-up`, '{}');
        return wrong(answer) ?? wrong(end);
      },
    }),
  );
  return {
    ...{ places: [...fields, ...onPages, ...walked], values: JSONS },
    async end() {
      for (const { id } of centre.switchboard.calls()) await send(`/phone/calls/${id}/hang-up`, '{}');
      await centre.settle();
      return failed;
    },
  };
}
