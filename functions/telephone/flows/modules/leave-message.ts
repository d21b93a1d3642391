import { defineFlow, endModule } from '#shared/flow/builder.ts';
import type { FlowSettings } from '../flow-settings.ts';
import { takingMessage } from '../taking-message.ts';

/** Record a voice message. Ends with `left` or `none`. */
export const leaveMessageModule = (settings: FlowSettings) =>
  defineFlow('leave-message', {
    kind: 'MODULE',
    start: 'take message',
    attributes: ['about', 'caseRef', 'caseType', 'line', 'recording'],
    blocks: {
      ...takingMessage(settings, { left: 'message left', none: 'no message left', before: 'notice' }),
      'message left': endModule('left'),
      'no message left': endModule('none'),
    },
  });
