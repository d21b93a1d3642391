import { defineFlow, endModule } from '#shared/flow/builder.ts';
import type { FlowSettings } from '../flow-settings.ts';
import { takingMessage } from '../taking-message.ts';

/** Record a voice message. */
export const leaveMessageModule = (settings: FlowSettings) =>
  defineFlow('leave-message', {
    kind: 'MODULE',
    start: 'take message',
    attributes: ['about', 'caseRef', 'caseType', 'line', 'recording'],
    blocks: {
      ...takingMessage(settings, { left: 'message left', none: 'no message left', before: 'notice' }),
      'message left': endModule(),
      'no message left': endModule(),
    },
  });
