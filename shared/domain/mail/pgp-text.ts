const SIGNED = /^-----BEGIN PGP SIGNED MESSAGE-----$/;
const SIGNATURE = /^-----BEGIN PGP SIGNATURE-----$/;
const END = /^-----END PGP SIGNATURE-----$/;

/**
 * Return the text of an inline PGP signature (RFC 9580 §7), without armor headers, dash escapes and
 * signature.
 */
export function withoutArmor(text: string): string {
  if (!text.includes('-----BEGIN PGP SIGNED MESSAGE-----')) return text;
  const kept: string[] = [];
  let state: 'outside' | 'headers' | 'text' | 'signature' = 'outside';
  for (const line of text.split('\n')) {
    const mark = line.trimEnd();
    if (SIGNED.test(mark)) state = 'headers';
    else if (SIGNATURE.test(mark)) state = 'signature';
    else if (END.test(mark)) state = 'outside';
    else if (state === 'headers') state = mark === '' ? 'text' : 'headers';
    else if (state === 'text') kept.push(line.replace(/^- /, ''));
    else if (state === 'outside') kept.push(line);
  }
  return kept.join('\n');
}
