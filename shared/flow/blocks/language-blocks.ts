import { action, type Block, type DraftAction, type PromptLanguage } from './block.ts';
import { languageChoice } from './prompt.ts';
import { voices } from './voices.ts';

export interface LanguageRoutes<T extends string> {
  readonly next: T;
  readonly onError: T;
}

const speakWith = (
  id: string,
  language: PromptLanguage,
  { next, onError }: LanguageRoutes<string>,
): DraftAction =>
  action(
    id,
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice: voices[language].name, TextToSpeechEngine: voices[language].engine },
    { next, errors: { NoMatchingError: onError } },
  );

/**
 * Set the caller's language: the attribute for prompts, the voice, and the contact's language code.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactattributes.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttexttospeechvoice.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactdata.html
 */
export function setLanguage<const T extends string>(
  language: PromptLanguage,
  routes: LanguageRoutes<T>,
): Block<T> {
  const { next, onError } = routes;
  return {
    targets: [next, onError],
    compile: (name) => [
      action(
        name,
        'UpdateContactAttributes',
        { Attributes: { language }, TargetContact: 'Current' },
        { next: `${name} voice`, errors: { NoMatchingError: onError } },
      ),
      speakWith(`${name} voice`, language, { next: `${name} code`, onError }),
      action(
        `${name} code`,
        'UpdateContactData',
        { LanguageCode: voices[language].tag, TargetContact: 'Current' },
        { next, errors: { NoMatchingError: onError } },
      ),
    ],
  };
}

/**
 * Set the voice of the caller's language, Arabic by default.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttexttospeechvoice.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export function applyVoice<const T extends string>(routes: LanguageRoutes<T>): Block<T> {
  return {
    targets: [routes.next, routes.onError],
    compile: (name) => [
      languageChoice(name, `${name} ar`, `${name} en`),
      speakWith(`${name} ar`, 'ar', routes),
      speakWith(`${name} en`, 'en', routes),
    ],
  };
}
