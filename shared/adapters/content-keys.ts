/** The prefix of mails that are not processed yet. SES stores received mails under it. */
export const INBOX = 'raw/';

/** The prefix of a mail after it was processed. */
export const PROCESSED = 'mail/';

/** The prefix of mail to addresses of the domain that are not help addresses. SES writes to it, too. */
export const ADMINISTRATOR = 'administrator/';

/** The folder of the recordings of calls. */
export const RECORDED = 'calls';
