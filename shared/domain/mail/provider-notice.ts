import { addressKey } from './address-key.ts';
import { complained, type MailReport, type ReportedRecipient } from './mail-report.ts';

const LONGEST = 100_000;
const ACTIONS: Readonly<Record<string, ReportedRecipient['action'] | undefined>> = {
  Bounce: 'failed',
  Delivery: 'delivered',
  DeliveryDelay: 'delayed',
};

/**
 * Parse a notice of Amazon SES about a sent mail that an SNS subscription sends as mail: one JSON object, which the
 * transport may have folded. Return null for other text.
 */
export function readProviderNotice(text: string): MailReport | null {
  const start = text.trimStart();
  if (!start.startsWith('{') || !/"(?:notificationType|eventType)\\?"/.test(start.slice(0, 2_000)))
    return null;
  // SNS may wrap the notice as text in its own envelope.
  const json = start
    .slice(0, LONGEST)
    .replace(/!?\n\s?/g, '')
    .replaceAll('\\"', '"');
  const kind = /"(?:notificationType|eventType)"\s*:\s*"(\w+)"/.exec(json)?.[1] ?? '';
  const messageId = /"mail"\s*:\s*\{.*?"messageId"\s*:\s*"([^"]{1,200})"/.exec(json)?.[1];
  const report = {
    originalMessageId: messageId === undefined ? null : `<${messageId}@amazonses.com>`,
    recipients: [],
    disposition: null,
  };
  if (kind === 'Complaint') {
    const type = /"complaintFeedbackType"\s*:\s*"([\w-]+)"/.exec(json)?.[1];
    const list = /"complainedRecipients"\s*:\s*\[(.*?)\]/.exec(json)?.[1] ?? '';
    const recipients = [...list.matchAll(/"emailAddress"\s*:\s*"([^"]+)"/g)].map(([, one = '']) =>
      complained(addressKey(one)),
    );
    return { ...report, recipients, kind: 'abuse', disposition: type ?? 'abuse' };
  }
  const action = ACTIONS[kind];
  if (action === undefined) return null;
  const list = /"(?:bouncedRecipients|delayedRecipients)"\s*:\s*\[(.*?)\]/.exec(json)?.[1];
  const entries = list?.match(/\{[^{}]*\}/g) ?? [];
  const delivered = /"recipients"\s*:\s*\[([^\]]*)\]/.exec(json)?.[1]?.match(/[^\s",]+@[^\s",]+/g) ?? [];
  return {
    ...report,
    kind: 'delivery',
    recipients: [
      ...entries.flatMap((entry): ReportedRecipient[] => {
        const value = (name: string): string =>
          new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`).exec(entry)?.[1] ?? '';
        const address = addressKey(value('emailAddress'));
        const diagnostic = value('diagnosticCode').slice(0, 300);
        return address === '' ? [] : [{ address, action, status: value('status'), diagnostic }];
      }),
      ...(action === 'delivered' ? delivered : []).map((address) => ({
        ...{ address: addressKey(address), action, status: '', diagnostic: '' },
      })),
    ],
  };
}
