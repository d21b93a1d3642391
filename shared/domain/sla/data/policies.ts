import type { SlaPolicy, Targets } from '../policy.ts';
import { dataRequestLadder, digitalLadder, standardLadder } from './ladder.ts';

const HOUR = 60;
const DAY = 7 * HOUR;

/** A department has half of the resolution time, so that half remains to act on its answer. */
const targets = (firstResponse: number, nextResponse: number, resolution: number): Targets => ({
  firstResponseMinutes: firstResponse,
  nextResponseMinutes: nextResponse,
  resolutionMinutes: resolution,
  departmentMinutes: Math.round(resolution / 2),
});

const waitsForBeneficiary = ['pending-beneficiary'] as const;

const common = {
  version: 1,
  calendarId: 'saudi-government',
  pauseStatuses: {
    firstResponse: waitsForBeneficiary,
    nextResponse: waitsForBeneficiary,
    resolution: waitsForBeneficiary,
  },
  finalStatuses: ['resolved', 'closed'],
  reopening: 'begins-again',
  ladder: standardLadder,
} satisfies Partial<SlaPolicy>;

const complaint: SlaPolicy = {
  ...common,
  id: 'complaint',
  name: { ar: 'شكوى على المركز', en: 'Complaint about the centre' },
  when: { types: ['complaint'] },
  targets: {
    urgent: targets(HOUR, 2 * HOUR, DAY),
    high: targets(2 * HOUR, 4 * HOUR, 2 * DAY),
    normal: targets(4 * HOUR, DAY, 3 * DAY),
    low: targets(DAY, DAY, 5 * DAY),
  },
};

const report: SlaPolicy = {
  ...common,
  id: 'report',
  name: { ar: 'بلاغ', en: 'Report' },
  when: { types: ['report'] },
  targets: {
    urgent: targets(30, HOUR, 4 * HOUR),
    high: targets(HOUR, 2 * HOUR, DAY),
    normal: targets(2 * HOUR, 4 * HOUR, 3 * DAY),
    low: targets(4 * HOUR, DAY, 5 * DAY),
  },
};

const inquiry: SlaPolicy = {
  ...common,
  id: 'inquiry',
  name: { ar: 'استفسار', en: 'Inquiry' },
  when: { types: ['inquiry'] },
  targets: {
    urgent: targets(30, HOUR, 4 * HOUR),
    high: targets(HOUR, 2 * HOUR, DAY),
    normal: targets(2 * HOUR, 4 * HOUR, 2 * DAY),
    low: targets(4 * HOUR, DAY, 3 * DAY),
  },
};

const observation: SlaPolicy = {
  ...common,
  id: 'observation',
  name: { ar: 'ملاحظة', en: 'Observation' },
  when: {},
  targets: {
    urgent: targets(HOUR, 2 * HOUR, DAY),
    high: targets(2 * HOUR, 4 * HOUR, 3 * DAY),
    normal: targets(4 * HOUR, DAY, 5 * DAY),
    low: targets(DAY, 2 * DAY, 10 * DAY),
  },
};

/** Thanks wait for no answer: no clock runs, except those of a case that is merged into them. */
const thanks: SlaPolicy = {
  ...common,
  id: 'thanks',
  name: { ar: 'شكر وتقدير', en: 'Thanks' },
  when: { types: ['thanks'] },
  targets: { urgent: {}, high: {}, normal: {}, low: {} },
  ladder: standardLadder.filter(({ clock }) => clock === 'any'),
};

const CALENDAR_DAY = 24 * HOUR;

/**
 * Digital services, in calendar days: a beneficiary may turn to the national centre when five have passed. The assignee
 * is warned on day 3 and the centre's lead on day 4. Waiting for the beneficiary stops no clock, because it does not
 * move that day.
 */
const digitalServices: SlaPolicy = {
  ...common,
  id: 'digital-services',
  name: { ar: 'الخدمات الرقمية', en: 'Digital services' },
  calendarId: 'always',
  when: { types: ['report', 'inquiry', 'observation'], categories: ['e-services'] },
  targets: {
    urgent: targets(12 * HOUR, CALENDAR_DAY, 2 * CALENDAR_DAY),
    high: targets(CALENDAR_DAY, CALENDAR_DAY, 3 * CALENDAR_DAY),
    normal: targets(CALENDAR_DAY, 2 * CALENDAR_DAY, 5 * CALENDAR_DAY),
    low: targets(2 * CALENDAR_DAY, 2 * CALENDAR_DAY, 5 * CALENDAR_DAY),
  },
  pauseStatuses: { firstResponse: [], nextResponse: waitsForBeneficiary, resolution: [] },
  ladder: digitalLadder,
};

/**
 * Requests about personal data. The law gives 30 days from the day of arrival, in calendar time, for every request
 * (Implementing Regulation of the PDPL, article 3). Waiting for a proof of identity stops no clock. All priorities
 * have the same deadline.
 */
const dataRequestTargets: Targets = targets(2 * CALENDAR_DAY, 5 * CALENDAR_DAY, 30 * CALENDAR_DAY);
const dataRequest: SlaPolicy = {
  ...common,
  id: 'data-request',
  name: { ar: 'طلب بيانات شخصية', en: 'Personal data request' },
  calendarId: 'always',
  when: { types: ['data-request'] },
  targets: {
    urgent: dataRequestTargets,
    high: dataRequestTargets,
    normal: dataRequestTargets,
    low: dataRequestTargets,
  },
  pauseStatuses: { firstResponse: [], nextResponse: waitsForBeneficiary, resolution: [] },
  ladder: dataRequestLadder,
};

/**
 * The service levels that Rida is delivered with. The first match applies. The last one matches every case.
 */
export const policies: readonly SlaPolicy[] = [
  complaint,
  digitalServices,
  report,
  inquiry,
  thanks,
  dataRequest,
  observation,
];
