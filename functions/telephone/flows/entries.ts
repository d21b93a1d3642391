import {
  applyVoice,
  defineFlow,
  disconnect,
  inBothLanguages,
  say,
  setAttributes,
  transferToFlow,
} from '#shared/flow/builder.ts';

/** The flow of a number of its own: says which line it is, then goes on as the centre's line. */
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
          ar: 'نعتذر، نواجه صعوبة فنية. نرجو معاودة الاتصال بعد قليل.',
          en: 'We are sorry, we have a technical difficulty. Please call again in a little while.',
        }),
        { next: 'hang up', onError: 'hang up' },
      ),
      'hang up': disconnect(),
    },
  });

/** The investors' number: their own queue, answered first; a case of an investor for the investment department. */
export const investorsFlow = entry('investors');

/**
 * The number of the municipality's own staff. Whoever knows it counts as staff: it opens nothing to anybody,
 * details of a case are verified as on any line, and it only keeps surveys and figures apart.
 */
export const staffFlow = entry('staff');
