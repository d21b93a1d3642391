import { same } from './same.ts';
import type { SettingsInput } from './settings.ts';

type ServiceInput = SettingsInput['services'][number];

const service = (
  id: string,
  ar: string,
  en: string,
  department: string,
  segment?: ServiceInput['segment'],
): ServiceInput => ({ id, name: { ar, en }, department, ...(segment !== undefined && { segment }) });

/** E-services that most municipalities offer. A municipality replaces them by its own catalogue. */
export const defaultServices: readonly ServiceInput[] = [
  service('building-permit', 'رخصة بناء', 'Building permit', 'planning', 'citizen'),
  service(
    'building-permit-renewal',
    'تجديد رخصة بناء',
    'Renewal of a building permit',
    'planning',
    'citizen',
  ),
  service('occupancy-certificate', 'شهادة إشغال', 'Occupancy certificate', 'planning'),
  service('survey-decision', 'قرار مساحي', 'Survey decision', 'planning'),
  service('demolition-permit', 'رخصة هدم', 'Demolition permit', 'planning'),
  service('commercial-licence', 'رخصة نشاط تجاري', 'Commercial licence', 'licensing', 'investor'),
  service(
    'commercial-licence-renewal',
    'تجديد رخصة نشاط تجاري',
    'Renewal of a commercial licence',
    'licensing',
    'investor',
  ),
  service('sign-permit', 'رخصة لوحة إعلانية', 'Permit for a sign', 'licensing', 'investor'),
  service('excavation-permit', 'رخصة حفر', 'Excavation permit', 'operations', 'contractor'),
  service('contractor-payment', 'مستخلص مقاول', 'Contractor’s payment claim', 'operations', 'contractor'),
  service('health-certificate', 'شهادة صحية', 'Health certificate', 'environment'),
  service('waste-container', 'طلب حاوية نفايات', 'Waste container', 'environment'),
  service(
    'investment-opportunity',
    'التقديم على فرصة استثمارية',
    'Bid for an investment opportunity',
    'investment',
    'investor',
  ),
  service('violation-objection', 'الاعتراض على مخالفة', 'Objection to a fine', 'care'),
  service('account-help', 'الدخول إلى حساب الخدمات', 'Access to the services account', 'digital'),
];

/**
 * Return true when a service is an example that was not changed. Its department may be missing: then the service is not
 * in force, so that a municipality can replace the departments alone.
 */
export const isShippedService = (service: ServiceInput): boolean =>
  defaultServices.some((one) => one.id === service.id && same(one, service));
