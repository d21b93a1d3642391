import {
  CATEGORY_NAMES,
  type InitialCategory,
  OTHER_CATEGORY,
} from '#shared/domain/mail/data/category-names.ts';
import { always } from '#shared/domain/sla/data/always.ts';
import { callingHours } from '#shared/domain/sla/data/calling-hours.ts';
import { policies } from '#shared/domain/sla/data/policies.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { defaultDistricts } from './default-districts.ts';
import { defaultReplyTemplates } from './default-reply-templates.ts';
import { defaultServices } from './default-services.ts';
import type { SettingsInput } from './settings.ts';

const department = (id: string, ar: string, en: string) => ({
  id,
  name: { ar, en },
  email: `${id}@rida.example`,
  headEmail: `${id}.head@rida.example`,
});

/** The department of each category. */
const ANSWERS_FOR: Readonly<Record<InitialCategory | typeof OTHER_CATEGORY.id, string>> = {
  lighting: 'operations',
  roads: 'operations',
  drainage: 'operations',
  cleanliness: 'environment',
  parks: 'environment',
  noise: 'environment',
  animals: 'environment',
  health: 'environment',
  'building-permits': 'planning',
  'land-survey': 'planning',
  'commercial-licences': 'licensing',
  parking: 'licensing',
  investment: 'investment',
  'e-services': 'digital',
  other: 'care',
};

/**
 * The settings of a new centre: Saudi government hours and a municipality's usual departments. Addresses end
 * in `.example`; a deployment replaces them.
 */
export const defaultSettings: SettingsInput = {
  centre: {
    name: { ar: 'مركز رضا المستفيدين', en: 'Beneficiary Satisfaction Centre' },
    helpAddress: 'help@rida.example',
    publicUrl: 'http://localhost:3000',
    phone: '940',
  },
  desk: {
    calendar: 'saudi-government',
    reopenDays: 14,
    closeDays: 14,
    followUpHours: 35,
    contestedHours: 7,
    acknowledgementsPerDay: 5,
    acknowledgementsPerHour: 300,
    fallbackDepartment: 'care',
  },
  survey: {
    definition: 'resolution-2',
    delayHours: 24,
    expiryDays: 14,
    coolDownDays: 30,
    evaluationCoolDownDays: 90,
    testContacts: [],
    lowScore: 2,
    recoveryHours: 7,
  },
  staff: [],
  assignment: { mode: 'least-loaded' },
  escalation: {
    groupMinutes: 2,
    quietHours: { from: '21:00', to: '07:00' },
    urgentBreaksQuiet: true,
  },
  reports: {
    daily: { send: true, hour: 7 },
    weekly: { send: true, hour: 8 },
    monthly: { send: true, hour: 8 },
  },
  telephone: {
    emergency: {
      ar: 'في حالات الخطر يُرجى الاتصال بالرقم 911، وللبلاغات البلدية العاجلة بالرقم 940.',
      en: 'If you are in danger, call 911. For urgent municipal reports, call 940.',
    },
    serviceLevelSeconds: 20,
    shortAbandonSeconds: 5,
    messageSeconds: 120,
    callbackAfterSeconds: 60,
    callbackAttempts: 3,
    callbackRetryMinutes: 10,
  },
  outbound: {
    calendar: 'calling-hours',
    perSecond: 1,
    concurrent: 5,
    ringSeconds: 45,
    attempts: 4,
    busyMinutes: 30,
    noAnswerMinutes: 240,
    machineMinutes: 1440,
  },
  retention: { eraseAfterDays: 5 * 365 },
  audiences: { supervisor: 'supervisor@rida.example', leadership: 'leadership@rida.example' },
  departments: [
    department('care', 'رعاية المستفيدين', 'Beneficiary care'),
    department('operations', 'التشغيل والصيانة', 'Operations and maintenance'),
    department('environment', 'النظافة والصحة البيئية', 'Cleanliness and environmental health'),
    department('planning', 'التخطيط العمراني والرخص الإنشائية', 'Urban planning and building permits'),
    department('licensing', 'الرخص التجارية', 'Commercial licences'),
    department('investment', 'الاستثمار', 'Investment'),
    department('digital', 'الخدمات الإلكترونية', 'E-services'),
  ],
  categories: [...CATEGORY_NAMES, OTHER_CATEGORY].map(({ id, ar, en }) => ({
    id,
    name: { ar, en },
    department: ANSWERS_FOR[id],
  })),
  districts: [...defaultDistricts],
  services: [...defaultServices],
  replyTemplates: [...defaultReplyTemplates],
  calendars: [saudiGovernment, callingHours, always],
  policies: [...policies],
};
