import * as z from 'zod';
import { caseStatus } from '#events/vocabulary.ts';
import { helpAddressesOf, purposeOf } from '#shared/domain/mail/help-address.ts';
import { hasPlaceholder } from '#shared/domain/mail/reply-template.ts';
import { writableAddress } from '#shared/domain/mail/writable-address.ts';
import { empty, requiredText } from '../../shell/form-fields.ts';
import { wrongFiles } from '../../shell/http/sent-form.ts';
import { actionText } from '../text/action-text.ts';
import { type Asking, by, form } from './action-input.ts';

const MOST_COPIES = 10;

const address = z.email().refine((one) => writableAddress(one) !== undefined);

/** Parse a list of addresses, separated by Latin or Arabic commas, semicolons or lines. */
const addresses = z
  .string()
  .max(3000)
  .transform((typed) => [...new Set(typed.split(/[\s,;،؛]+/u).filter((one) => one !== ''))])
  .pipe(z.array(address).max(MOST_COPIES));

/** Check whether an address is one of the centre, with or without the reference of a case in it. */
function isOwn(one: string, { rules }: Asking): boolean {
  return purposeOf(one, helpAddressesOf(rules.centre)) === 'help';
}

/** A reply to the beneficiary, with files and copies. */
export const replyAction = form(
  z.object({
    text: requiredText(20_000),
    thenStatus: empty.or(caseStatus).optional(),
    answerTo: z.string().max(320).optional(),
    cc: addresses.optional(),
    alsoMerged: z.literal('1').optional(),
    andResolve: z.string().max(64).optional(),
    filesOf: z.string().max(64).optional(),
  }),
  ({ text: written, thenStatus, answerTo, cc = [], alsoMerged, andResolve, filesOf }, asking) => {
    const { files } = asking;
    const wrong = [
      ...(hasPlaceholder(written) ? ['text.placeholder'] : []),
      ...(cc.some((one) => isOwn(one, asking)) ? ['cc'] : []),
      ...[wrongFiles(files) ?? []].flat(),
    ];
    if (wrong.length > 0) return { wrong };
    return {
      command: {
        ...{ do: 'hold-reply', by: by(asking) },
        ...(thenStatus !== undefined && { thenStatus }),
        ...(alsoMerged !== undefined && { alsoMerged: true }),
        ...(andResolve !== undefined && { outcome: actionText[asking.supportCase.language].reply.answered }),
      },
      message: {
        direction: 'out',
        text: written,
        ...(answerTo !== undefined && { to: answerTo }),
        cc,
        files,
        ...(filesOf !== undefined && { filesOf }),
      },
    };
  },
);
