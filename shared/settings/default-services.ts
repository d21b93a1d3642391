import { same } from './same.ts';
import type { SettingsInput } from './settings.ts';

type ServiceInput = SettingsInput['services'][number];

interface More {
  readonly segment?: ServiceInput['segment'];
  /** Names that people use, separated by commas. */
  readonly aliases?: string;
}

const service = (
  id: string,
  ar: string,
  en: string,
  department: string,
  { segment, aliases }: More = {},
): ServiceInput => ({
  ...{ id, name: { ar, en }, department },
  ...(segment !== undefined && { segment }),
  ...(aliases !== undefined && { aliases: aliases.split(',').map((alias) => alias.trim()) }),
});

/** E-services that most municipalities offer. A municipality replaces them by its own catalogue. */
export const defaultServices: readonly ServiceInput[] = [
  service('building-permit', 'رخصة بناء', 'Building permit', 'planning', {
    segment: 'citizen',
    aliases: `رخصة إنشاء, تصريح بناء, ترخيص بناء, فسح بناء, رخصة بناء سكنية, building licence, construction permit,
      construction licence, permit to build`,
  }),
  service('building-permit-renewal', 'تجديد رخصة بناء', 'Renewal of a building permit', 'planning', {
    segment: 'citizen',
    aliases: `تمديد رخصة بناء, تجديد رخصة إنشاء, تجديد ترخيص بناء, building permit renewal, extend building permit,
      renew construction permit, renew building licence`,
  }),
  service('occupancy-certificate', 'شهادة إشغال', 'Occupancy certificate', 'planning', {
    aliases: `شهادة إشغال مبنى, شهادة إتمام بناء, إتمام البناء, certificate of occupancy, completion certificate,
      occupancy permit`,
  }),
  service('survey-decision', 'قرار مساحي', 'Survey decision', 'planning', {
    aliases: 'رفع مساحي, تقرير مساحي, land survey, survey report, survey of plot',
  }),
  service('demolition-permit', 'رخصة هدم', 'Demolition permit', 'planning', {
    aliases: 'تصريح هدم, ترخيص هدم, هدم وترحيل, demolition licence, permit to demolish',
  }),
  service('commercial-licence', 'رخصة نشاط تجاري', 'Commercial licence', 'licensing', {
    segment: 'investor',
    aliases: `رخصة تجارية, رخصة محل, رخصة بلدية, رخصة مطعم, رخصة مقهى, رخصة بقالة, رخصة فتح محل, ترخيص محل, ترخيص نشاط تجاري,
      trade licence, shop licence, business licence, municipal licence, restaurant licence`,
  }),
  service(
    'commercial-licence-renewal',
    'تجديد رخصة نشاط تجاري',
    'Renewal of a commercial licence',
    'licensing',
    {
      segment: 'investor',
      aliases: `تجديد رخصة تجارية, تجديد رخصة محل, تجديد رخصة بلدية, تجديد رخصة مطعم, تجديد رخصة مقهى, تجديد ترخيص محل,
      commercial licence renewal, renew trade licence, renew shop licence, shop licence renewal, renew business licence`,
    },
  ),
  service('sign-permit', 'رخصة لوحة إعلانية', 'Permit for a sign', 'licensing', {
    segment: 'investor',
    aliases: 'رخصة لوحة, تصريح لوحة, ترخيص لوحة, لوحة محل, لوحات المحلات, sign permit, shop sign, signboard',
  }),
  service('excavation-permit', 'رخصة حفر', 'Excavation permit', 'operations', {
    segment: 'contractor',
    aliases:
      'تصريح حفر, رخصة حفريات, تصريح حفريات, فسح حفر, digging permit, excavation licence, permit to dig',
  }),
  service('contractor-payment', 'مستخلص مقاول', 'Contractor’s payment claim', 'operations', {
    segment: 'contractor',
    aliases:
      'مستخلص, صرف مستخلص, مستخلصات, payment claim, progress payment, payment certificate, contractor payment',
  }),
  service('health-certificate', 'شهادة صحية', 'Health certificate', 'environment', {
    aliases: 'شهادات صحية, كرت صحي, كارت صحي, بطاقة صحية, health card',
  }),
  service('waste-container', 'طلب حاوية نفايات', 'Waste container', 'environment', {
    aliases: `أطلب حاوية, نطلب حاوية, طلب حاوية, توفير حاوية, نحتاج حاوية, نحتاج إلى حاوية, حاوية إضافية, request for container,
      need container, additional container, extra bin`,
  }),
  service(
    'investment-opportunity',
    'التقديم على فرصة استثمارية',
    'Bid for an investment opportunity',
    'investment',
    {
      segment: 'investor',
      aliases: 'فرصة استثمارية, فرص استثمارية, منافسة استثمارية, investment opportunity, bid for investment',
    },
  ),
  service('violation-objection', 'الاعتراض على مخالفة', 'Objection to a fine', 'care', {
    aliases: `أعترض على مخالفة, اعتراض على غرامة, أعترض على غرامة, تظلم من مخالفة, إلغاء مخالفة, إسقاط مخالفة, إسقاط غرامة,
      object to fine, appeal fine, contest fine, objection to violation, appeal violation, dispute fine`,
  }),
  service('account-help', 'الدخول إلى حساب الخدمات', 'Access to the services account', 'digital', {
    aliases: `تسجيل الدخول, رمز التحقق, كلمة المرور, كلمة السر, الدخول إلى المنصة, الدخول إلى البوابة, الدخول إلى حسابي, log in, login,
      password, verification code`,
  }),
];

const withoutAliases = ({ aliases: _, ...service }: ServiceInput): ServiceInput => service;

/**
 * Return true when a service is an example that was not changed, with any aliases. Its department may be missing: then
 * the service is not in force, so that a municipality can replace the departments alone.
 */
export const isShippedService = (service: ServiceInput): boolean =>
  defaultServices.some((one) => one.id === service.id && same(withoutAliases(one), withoutAliases(service)));
