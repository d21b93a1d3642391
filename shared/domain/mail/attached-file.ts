/** File endings that are never sent: a system may execute the file, or open it as a page with scripts. */
const DANGEROUS: ReadonlySet<string> = new Set(
  [
    'exe com bat cmd scr pif cpl msi msp msix dll sys gadget jar app apk dmg pkg deb rpm',
    'js jse mjs cjs vb vbs vbe ws wsf wsh hta ps1 psm1 sh bash reg lnk url scf inf chm desktop',
    'html htm xhtml xht shtml svg svgz mht mhtml xml xsl swf',
    'docm dotm xlsm xltm xlam pptm potm ppam ppsm',
    'iso img vhd vhdx',
  ]
    .join(' ')
    .split(' '),
);

const BY_ENDING: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const STARTS: readonly (readonly [string, string])[] = [
  ['%PDF-', 'application/pdf'],
  ['\u0089PNG\r\n\u001a\n', 'image/png'],
  ['\u00ff\u00d8\u00ff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
];

const UNKNOWN = 'application/octet-stream';
const HEAD = 512;
/** Windows, ELF and Mach-O programs, and scripts with an interpreter line. */
const PROGRAM = /^(?:MZ|\u007fELF|#!|\u00ca\u00fe\u00ba\u00be|[\u00ce\u00cf]\u00fa\u00ed\u00fe)/u;
const PAGE = /<(?:!doctype\s+html|html|head|body|script|svg|iframe)\b/iu;

/** Return the ending of a file name as a system sees it that ignores trailing dots and spaces. */
const endingOf = (name: string): string =>
  /\.([^.\s]+)[.\s]*$/u.exec(name.normalize('NFKC'))?.[1]?.toLowerCase() ?? '';

/**
 * Return true when a file must not be sent: by its name's ending, or because its content is a program or a
 * page.
 */
export function isDangerous(name: string, content: Uint8Array): boolean {
  // Remove zero bytes, so that a page in UTF-16 is detected too.
  const head = ascii(content, 0, HEAD).replaceAll('\u0000', '');
  if (DANGEROUS.has(endingOf(name)) || PROGRAM.test(head)) return true;
  return mediaTypeOf(name, content) === UNKNOWN && PAGE.test(head);
}

/**
 * Detect the media type of a file by its first bytes. The name is used only to distinguish types of ZIP
 * archives.
 */
export function mediaTypeOf(name: string, content: Uint8Array): string {
  const head = ascii(content, 0, 16);
  const type = STARTS.find(([start]) => head.startsWith(start))?.[1];
  if (type !== undefined) return type;
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  if (head.startsWith('PK\u0003\u0004')) return BY_ENDING[endingOf(name)] ?? 'application/zip';
  return UNKNOWN;
}
