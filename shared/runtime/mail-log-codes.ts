import { type LogCodeEntry, NO_ACTION } from './log-code-entry.ts';

/** The codes about received and sent mail. They are a part of `logCodes`. */
export const mailLogCodes = {
  'acknowledgements-stopped': {
    level: 'warn',
    alarm: true,
    meaning:
      'The hourly limit of repeated acknowledgements is reached: those to addresses that already received one within a day. The cases say that theirs is withheld, and it is sent later unless the case is answered before. People who write for the first time receive theirs.',
    action:
      'Look at the newest cases in the console. If a sender repeats the same mail, ask its owner to stop it. If people write the mails, raise `desk.acknowledgementsPerHour` under `/settings`.',
  },
  'beneficiary-notified': {
    level: 'info',
    meaning:
      'An event that may need a mail to the beneficiary was processed. `outcome` says whether a mail was sent, or why not.',
    action: NO_ACTION,
  },
  'mail-feedback': {
    level: 'info',
    meaning:
      'SES reported the delivery, bounce, complaint or delay of a sent mail. Failures are stored on the case.',
    action: NO_ACTION,
  },
  'mail-forgotten': {
    level: 'warn',
    alarm: true,
    meaning:
      'The daily check found received mails that did not become cases within six hours. It queued `found` mails again.',
    action:
      'Search the log of `mail/mail-intake` for `message-failed`, and check its dead-letter queue. If it has no line for the mail, check the SNS subscription of the SES receipt rule. The check repeats daily until each mail is a case.',
  },
  'mail-for-administrator': {
    level: 'warn',
    alarm: true,
    meaning:
      'A mail to an address of the domain that is not a help address was kept for 30 days. It did not become a case. Certificate authorities and other operators write to such addresses.',
    action:
      'Read it: on AWS in the mail bucket under `administrator/`, on one computer on the page `/mailbox/administrator`. If a person asks for help in it, copy the object to `raw/` (the next nightly check makes it a case), or press the button of the page. If the address is to be a help address, add it to the settings.',
  },
  'mail-kept': {
    level: 'info',
    meaning:
      'A mail to an address of the domain that is not a help address has a verdict as spam or virus. It was kept like a `mail-for-administrator`, without an alarm.',
    action: NO_ACTION,
  },
  'mail-swept': {
    level: 'info',
    meaning: 'The daily check found no received mail without a case.',
    action: NO_ACTION,
  },
  'mail-taken-in': {
    level: 'info',
    meaning:
      'A received mail was processed. `caseRef` names the case; `outcome` and `reasons` say how the mail was routed.',
    action: NO_ACTION,
  },
} as const satisfies Readonly<Record<string, LogCodeEntry>>;
