import * as z from 'zod';
import { withoutSecrets } from '#shared/domain/mail/sent-copy.ts';
import type { SentMails } from '#shared/ports/mailer.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

const TYPE = 'application/json';
const stored = z.object({ subject: z.string(), text: z.string(), html: z.string() });

/** Keep sent mails in the folder of their case, which its erasure removes. Secrets are removed before. */
export function blobSentMails(blobs: Pick<BlobStore, 'put' | 'get'>): SentMails {
  const keyOf = ({ caseId, effectId }: { caseId: string; effectId: string }) =>
    `cases/${caseId}/sent/${effectId}.json`;
  return {
    async keep(id, { subject, text, html }) {
      const copy = withoutSecrets({ subject, text, html });
      await blobs.put(keyOf(id), new TextEncoder().encode(JSON.stringify(copy)), TYPE);
    },
    async find(id) {
      const blob = await blobs.get(keyOf(id));
      return blob && stored.parse(JSON.parse(new TextDecoder().decode(blob.bytes)));
    },
  };
}
