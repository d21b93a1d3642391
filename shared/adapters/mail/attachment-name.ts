import { mendMisread } from '#shared/domain/mail/misread-text.ts';
import { stripBidiControls } from '#shared/domain/text/bidi.ts';

/** Headers of a part from mailparser. Structured ones have their parameters. */
interface PartHeaders {
  get(name: string): unknown;
}

const LONGEST = 200;
/** Usual names of files that have no name. */
const UNNAMED: Readonly<Record<string, string>> = {
  'text/calendar': 'invite.ics',
  'application/pkcs7-mime': 'smime.p7m',
  'application/x-pkcs7-mime': 'smime.p7m',
  'application/pkcs7-signature': 'smime.p7s',
  'application/x-pkcs7-signature': 'smime.p7s',
  'application/pgp-signature': 'signature.asc',
  'application/pgp-encrypted': 'version.txt',
  'application/ms-tnef': 'winmail.dat',
  'message/delivery-status': 'delivery-status.txt',
  'message/disposition-notification': 'disposition-notification.txt',
  'message/feedback-report': 'feedback-report.txt',
  'text/rfc822-headers': 'headers.txt',
};
const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
};

/** Clean a sender's file name: remove path, control characters and characters that reorder text. */
export function cleanName(name: string): string {
  const clean = stripBidiControls(mendMisread(name))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/^.*[\\/]/, '')
    .trim();
  return [...clean].slice(0, LONGEST).join('');
}

/** Return the media type for a file name's ending. */
export function typeByName(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const found = Object.entries(EXTENSIONS).find(([, listed]) => listed === extension);
  return found?.[0] ?? 'application/octet-stream';
}

function given(headers: PartHeaders): string {
  for (const [header, parameter] of [
    ['content-disposition', 'filename'],
    ['content-type', 'name'],
  ] as const) {
    const value = headers.get(header) as { params?: Record<string, string> } | undefined;
    const name = cleanName(value?.params?.[parameter] ?? '');
    if (name !== '') return name;
  }
  return '';
}

/**
 * Return the displayed name of a file: the sender's cleaned name, or a usual name for its type.
 * @param position 1 for the first file of the mail
 */
export function attachmentName(headers: PartHeaders, type: string, position: number): string {
  const extension = EXTENSIONS[type];
  return given(headers) || UNNAMED[type] || `attachment-${position}${extension ? `.${extension}` : ''}`;
}
