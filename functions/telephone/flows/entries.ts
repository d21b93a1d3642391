import {
  applyVoice,
  defineFlow,
  disconnect,
  inBothLanguages,
  say,
  setAttributes,
  transferToFlow,
} from '#shared/flow/builder.ts';

/** The entry flow of a separate number: set the line, then continue with the main flow. */
const entry = (line: 'investors' | 'staff') =>
  defineFlow(line, {
    kind: 'CONTACT_FLOW',
    start: 'voice',
    attributes: ['language'],
    blocks: {
      voice: applyVoice({ next: 'line', onError: 'line' }),
      line: setAttributes({ line }, { next: 'go on', onError: 'go on' }),
      'go on': transferToFlow('main', { onError: 'sorry' }),
      sorry: say(
        inBothLanguages({
          ar: 'نعتذر، لدينا عطل فني. نرجو الاتصال بعد قليل.',
          en: 'Sorry, we have a technical problem. Please call again soon.',
        }),
        { next: 'hang up', onError: 'hang up' },
      ),
      'hang up': disconnect(),
    },
  });

/**
 * The number for investors: a separate queue with priority, and cases of type investor for the investment
 * department.
 */
export const investorsFlow = entry('investors');

/**
 * The number for staff of the municipality. Anyone can call it, so that it grants no access: details of a
 * case are verified as on every line. It only separates surveys and figures.
 */
export const staffFlow = entry('staff');
