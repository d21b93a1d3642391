import type { Case } from '../cases/case.ts';
import type { Rules } from '../rules.ts';

/** FNV-1a over UTF-16 units: the same for the same text everywhere, and even over short texts. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  // The last characters of two references would otherwise stay in the low bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * Return whether a resolution is in the sample of its service. The draw depends on the reference and the round alone,
 * so that a repeated decision is the same. A service without a share is asked about always.
 */
export function isSampled(
  { id, generation, service }: Pick<Case, 'id' | 'generation' | 'service'>,
  { services }: Pick<Rules, 'services'>,
): boolean {
  const percent = service === undefined ? undefined : services.get(service)?.surveyPercent;
  return percent === undefined || hashOf(`${id}#${generation}`) < (percent / 100) * 2 ** 32;
}
