import { wilson } from '../statistics/wilson.ts';
import type { MeasureEntry } from './measure-entry.ts';

const ENDED = ['rida.call.ended.v1'] as const;

/** Incoming calls. */
export const CALL_MEASURES = {
  callsOffered: {
    name: { ar: 'مكالمات طلبت موظفًا أو موظفة', en: 'Calls that asked for a person' },
    definition: {
      ar: 'مكالمات واردة طلب أصحابها التحدث إلى أحد، أُجيبت أم لم تُجب.',
      en: 'Incoming calls that asked for a person, answered or not.',
    },
    formula: '`call|served` + `call|abandoned` + `call|callback` + `call|message`',
    ...{ unit: 'count', better: 'neither', owner: 'telephone' },
    events: ENDED,
    behind: ['call|served', 'call|abandoned', 'call|callback', 'call|message'],
    of: ({ calls }) => calls.offered,
  },
  callsAbandoned: {
    name: { ar: 'أُغلقت قبل الرد', en: 'Abandoned while waiting' },
    definition: {
      ar: 'نسبة من أغلق وهو ينتظر، دون المكالمات القصيرة جدًا.',
      en: 'Callers who hung up while they waited, without very short calls.',
    },
    formula: '(`call|abandoned` − `call-short`) ÷ (calls that asked for a person − `call-short`)',
    ...{ unit: 'share', better: 'less', owner: 'telephone' },
    events: ENDED,
    ...{ behind: ['call|served', 'call|abandoned', 'call|callback', 'call|message'], isNear: true },
    of: ({ calls }) => calls.abandonment,
  },
  callsServiceLevel: {
    name: { ar: 'رُدّ عليها خلال المدة المستهدفة', en: 'Answered within the threshold' },
    definition: {
      ar: 'نسبة ما رُدّ عليه خلال المدة المستهدفة، إلى ما رُدّ عليه وما أُغلق بعدها.',
      en: 'Calls answered within the threshold, over all answered on the line and those abandoned after it.',
    },
    formula: '`service-level|within` ÷ `service-level`',
    ...{ unit: 'share', better: 'more', owner: 'telephone' },
    events: ENDED,
    behind: ['service-level'],
    of: ({ calls }) => calls.serviceLevel,
  },
  callsWait: {
    name: { ar: 'متوسط الانتظار قبل الرد', en: 'Average wait until the answer' },
    definition: {
      ar: 'متوسط انتظار من رُدّ عليه وهو على الخط.',
      en: 'The mean wait of callers who were answered while on the line.',
    },
    formula: '`call-wait-seconds` ÷ (`call|served` − `call-called-back`)',
    ...{ unit: 'seconds', better: 'less', owner: 'telephone' },
    events: ENDED,
    ...{ behind: ['call|served'], isNear: true },
    of: ({ calls }) => calls.wait?.seconds ?? null,
  },
  callsHandling: {
    name: { ar: 'متوسط زمن معالجة المكالمة', en: 'Average handling time of calls' },
    definition: {
      ar: 'متوسط المحادثة والتعليق والعمل بعد المكالمة.',
      en: 'The mean of talk, hold and work after the call.',
    },
    formula: '(`call-talk-seconds` + `call-hold-seconds` + `call-work-seconds`) ÷ `call-handled`',
    ...{ unit: 'seconds', better: 'neither', owner: 'telephone' },
    events: ENDED,
    behind: ['call-handled'],
    of: ({ calls }) => calls.handling?.seconds ?? null,
  },
  callBacksKept: {
    name: { ar: 'معاودات اتصال تمّت', en: 'Call-backs that reached the caller' },
    definition: {
      ar: 'نسبة من عاودنا الاتصال بهم وردّوا إلى كل من طلبوا ذلك.',
      en: 'Of the callers who asked for a call back, the share that was reached.',
    },
    formula: '`call-callback|kept` ÷ `call-callback`',
    ...{ unit: 'share', better: 'more', owner: 'telephone' },
    events: ENDED,
    behind: ['call-callback'],
    of: ({ calls: { callbacks } }) => wilson(callbacks.kept, callbacks.kept + callbacks.asked),
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;
