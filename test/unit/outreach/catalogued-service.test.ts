import { expect, test } from 'vitest';
import { cataloguedService } from '#shared/domain/outreach/catalogued-service.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';

const on = '2026-01-03';

test.each([
  ['رخصة بناء', 'ar', { id: 'building-permit', name: 'رخصة بناء' }],
  ['رُخصه  بناء', 'ar', { id: 'building-permit', name: 'رخصة بناء' }],
  ['خدمة رخصة بناء', 'en', { id: 'building-permit', name: 'Building permit' }],
  ['خدمة: رخصة بناء', 'ar', { id: 'building-permit', name: 'رخصة بناء' }],
  ['BUILDING PERMIT', 'ar', { id: 'building-permit', name: 'رخصة بناء' }],
  ['Building-permit service', 'en', { id: 'building-permit', name: 'Building permit' }],
  ['building-permit', 'en', { id: 'building-permit', name: 'Building permit' }],
  ['تجديد رخصة بناء', 'ar', { id: 'building-permit-renewal', name: 'تجديد رخصة بناء' }],
  ['رخصة البناء', 'ar', { id: 'building-permit', name: 'رخصة بناء' }],
  ['رخص البناء', 'ar', { id: 'building-permit', name: 'رخصة بناء' }],
  ['الرخصة التجارية', 'ar', { id: 'commercial-licence', name: 'رخصة نشاط تجاري' }],
  ['طلب خدمة تصريح حفر', 'ar', { id: 'excavation-permit', name: 'رخصة حفر' }],
  ['Trade License', 'en', { id: 'commercial-licence', name: 'Commercial licence' }],
  ['الرفع المساحي', 'ar', { id: 'survey-decision', name: 'قرار مساحي' }],
  ['حجز ملعب', 'ar', { name: 'حجز ملعب' }],
  ['خدمة', 'ar', { name: 'خدمة' }],
] as const)('%s in a list of calls, asked in %s', (name, language, found) => {
  expect(cataloguedService(rules.services, { name, on }, language)).toEqual({ ...found, on });
});
