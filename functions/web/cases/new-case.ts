import * as z from 'zod';
import { type Channel, caseType, channel, language, priority, segment } from '#events/vocabulary.ts';
import type { OpenCommand } from '#shared/application/open-case.ts';
import { correctedFacts, missingFacts } from '#shared/domain/cases/correction.ts';
import { factsInText } from '#shared/domain/cases/facts-in-text.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isTooLongAgo } from '#shared/domain/time/plausible.ts';
import { empty, instantOfLocalTime, localTime, requiredText } from '../shell/form-fields.ts';
import { correctionFrom, factFields } from './actions/correct.ts';

/** How a matter reached the centre outside its mailbox and its telephone system. */
export const WAYS = channel.extract(['visit', 'letter', 'phone']);

const typed = z.object({
  ...factFields.shape,
  token: z.uuid(),
  way: WAYS,
  happenedAt: empty.or(localTime).optional(),
  type: caseType,
  category: z.string().max(40),
  priority: empty.or(priority).optional(),
  segment,
  language,
  text: requiredText(20_000),
  toMe: z.literal('1').optional(),
  acknowledge: z.literal('1').optional(),
});

/** A case that is opened by hand, without the pseudonym of its beneficiary. */
export interface NewCase {
  readonly token: string;
  readonly at: number;
  readonly open: OpenCommand;
  readonly message: Pick<Message, 'channel' | 'from' | 'subject' | 'text'>;
  readonly toMe: boolean;
}

const NOBODY = { id: '', authenticated: false } as const;

/** Read the form of a new case, or return the names of the wrong fields. */
export function newCaseFrom(
  body: unknown,
  { rules, now }: { readonly rules: Rules; readonly now: number },
): NewCase | { readonly wrong: string[] } {
  const given = typed.safeParse(body);
  if (!given.success) return { wrong: [...new Set(given.error.issues.map(({ path }) => String(path[0])))] };
  const { token, way, happenedAt, type, category, text, toMe, acknowledge, ...rest } = given.data;
  const at = happenedAt === undefined ? now : instantOfLocalTime(happenedAt, { rules });
  const read = correctionFrom(rest, { subject: '', beneficiary: NOBODY });
  const { department, priority: usual = 'normal' } = rules.categories.get(category) ?? {};
  const unknown = {
    district: rest.district !== '' && !rules.districts.has(rest.district),
    service: rest.service !== '' && !rules.services.has(rest.service),
    happenedAt: at > now || isTooLongAgo(at, now),
    category: department === undefined,
  };
  const wrong = [
    ...('wrong' in read ? read.wrong : rest.subject === '' ? ['subject'] : []),
    ...Object.entries(unknown).flatMap(([name, isWrong]) => (isWrong ? [name] : [])),
  ];
  if ('wrong' in read || department === undefined || wrong.length > 0) return { wrong };
  const { facts: named } = factsInText(rules, { subject: rest.subject, text });
  const chosen = correctedFacts({ subject: '', beneficiary: NOBODY }, read.to);
  const to = { ...missingFacts(chosen, named), ...read.to };
  const facts = correctedFacts({ subject: '', beneficiary: NOBODY }, to);
  const { name = '', email, phone } = facts.beneficiary;
  return {
    ...{ token, at, toMe: toMe !== undefined },
    open: {
      ...{ type, category, department, subject: facts.subject, beneficiary: facts.beneficiary },
      ...(facts.place && { place: facts.place }),
      ...(facts.service !== undefined && { service: facts.service }),
      ...(facts.serviceGuessed && { serviceGuessed: true as const }),
      ...{ segment: rest.segment, channel: way, language: rest.language, priority: rest.priority ?? usual },
      ...(acknowledge !== undefined && { acknowledge: true as const }),
    },
    message: {
      ...{ channel: way satisfies Channel, subject: facts.subject, text },
      from: { name, address: email ?? phone ?? '' },
    },
  };
}
