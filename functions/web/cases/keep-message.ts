import { messagesPrefix, readMessage, saveMessage } from '#shared/application/messages.ts';
import { answerAddresses, type Case } from '#shared/domain/cases/case.ts';
import { sameAddress } from '#shared/domain/mail/address-key.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { keepFiles } from '../shell/keep-files.ts';
import type { Agent } from '../shell/sign-in.ts';
import type { PlannedAction } from './actions/action-input.ts';

/** Store the text and the files of an agent before the commit that refers to them. */
export async function keepMessage(
  blobs: BlobStore,
  supportCase: Case,
  {
    direction,
    text,
    to: chosen,
    cc = [],
    files = [],
    filesOf,
    corrections,
  }: NonNullable<PlannedAction['message']>,
  { id, at, agent }: { readonly id: string; readonly at: number; readonly agent: Agent },
): Promise<void> {
  const to = chosen ?? answerAddresses(supportCase.beneficiary)[0];
  const copies = cc.filter((one) => to === undefined || !sameAddress(one, to));
  const again = filesOf === undefined ? undefined : await readMessage(blobs, supportCase.id, filesOf);
  await saveMessage(blobs, supportCase.id, {
    ...{ id, direction, at, text },
    channel: direction === 'out' ? 'mail' : 'console',
    from: { name: agent.name, address: agent.user },
    to: direction === 'out' && to !== undefined ? [to] : [],
    ...(copies.length > 0 && { cc: copies }),
    subject: supportCase.subject,
    attachments: [
      ...(again?.attachments ?? []),
      ...(await keepFiles(blobs, `${messagesPrefix(supportCase.id)}${id}/`, files)),
    ],
    reasons: [],
    ...(corrections && { corrections }),
  });
}
