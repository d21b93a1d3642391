import type { Language } from '#events/vocabulary.ts';

const SAUDI_MOBILE = /^\+9665\d{8}$/u;

/** Return whether a number in E.164 is a mobile number of Saudi Arabia, the only ones that get text messages. */
export const isSaudiMobile = (phone: string | undefined): phone is string =>
  phone !== undefined && SAUDI_MOBILE.test(phone);

/** Letters of the 7-bit alphabet, without its extension (3GPP TS 23.038, 6.2.1). */
const GSM_7 = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/u;

/** The size of a text as a mobile network counts it. */
export interface TextSize {
  readonly letters: number;
  readonly segments: number;
}

/**
 * Count the letters and segments of a text message. Text outside the 7-bit alphabet has 70 letters in a single message
 * and 67 in each of several; other text has 160 and 153 (3GPP TS 23.040, 9.2.3.24.1). A letter is a UTF-16 unit.
 */
export function textSize(text: string): TextSize {
  const [single, each] = GSM_7.test(text) ? [160, 153] : [70, 67];
  const letters = text.length;
  return { letters, segments: letters <= single ? 1 : Math.ceil(letters / each) };
}

/** The names of centres are shortened to this, so that a message has few segments. */
const NAME_LETTERS = 30;

/** Write the text message at the end of a case: which case it is, and the link to confirm or contest. */
export function outcomeText(
  language: Language,
  { centre, reference, link }: { readonly centre: string; readonly reference: string; readonly link: string },
): string {
  const letters = [...centre];
  const name =
    centre.length > NAME_LETTERS
      ? `${letters
          .slice(0, NAME_LETTERS - 1)
          .join('')
          .trimEnd()}…`
      : centre;
  return language === 'ar'
    ? `${name}: انتهى العمل على معاملتك ${reference}. للتأكيد أو الاعتراض:\n${link}`
    : `${name}: your case ${reference} is finished. Confirm or contest:\n${link}`;
}
