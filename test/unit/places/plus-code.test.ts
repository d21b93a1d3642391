import { describe, expect, test } from 'vitest';
import { positionIn } from '#shared/domain/places/place.ts';
import { areaOf, nearestTo, plusCodes } from '#shared/domain/places/plus-code.ts';

describe('the area of a code, by the published examples', () => {
  test.each([
    ['7FG49QCJ+2V', 20.37, 2.782125, 20.370125, 2.78225],
    ['7FG49QCJ+2VX', 20.3701, 2.78221875, 20.370125, 2.78225],
    ['7FG49QCJ+2VXGJ', 20.370113, 2.782234375, 20.370114, 2.78223632813],
    ['8FVC2222+22', 47, 8, 47.000125, 8.000125],
    ['4VCPPQGP+Q9', -41.273125, 174.785875, -41.273, 174.786],
    ['22222222+22', -90, -180, -89.999875, -179.999875],
    ['6FH32222+222', 1, 1, 1.000025, 1.00003125],
    ['CFX3X2X2+X2', 89.999875, 1, 90, 1.000125],
    ['6fh56c22+22', 1.2, 3.4, 1.200125, 3.400125],
    ['849VGJQF+VX7QR3J', 37.53966912, -122.3750698242, 37.53966916, -122.3750697021],
  ])('%s', (code, south, west, north, east) => {
    const area = areaOf(code);
    for (const [found, wanted] of [
      [area.south, south],
      [area.west, west],
      [area.south + area.height, north],
      [area.west + area.width, east],
    ] as const)
      expect(found).toBeCloseTo(wanted, 9);
  });
});

test.each([
  ['9C3W9QCJ+2VX', 51.3852125, -1.217765625],
  ['9C3W9QCJ+2VX', 51.3701125, -1.232865625],
  ['8FRCXGRF+PM', 47, 8.55],
  ['8FJFW222+22', 42.899, 9.012],
  ['796RXG22+22', 14.95125, -23.5001],
])('completes the end of %s at %f, %f', (code, latitude, longitude) => {
  const { south, west, height, width } = areaOf(code);
  const found = nearestTo(code.slice(4), { latitude, longitude });
  expect(found.latitude).toBeCloseTo(south + height / 2, 9);
  expect(found.longitude).toBeCloseTo(west + width / 2, 9);
});

const CODE = { latitude: 24.712813, longitude: 46.676062 };

describe('the codes of a text', () => {
  test.each([
    '7HP8PM7G+4C',
    '7hp8pm7g+4c',
    '7HP8PM7G +4C',
    '٧HP٨PM٧G+٤C',
    'موقع البلاغ: \u200e7HP8PM7G+4C\u200f.',
    'PM7G+4C الرياض',
    'PM7G+4C, Riyadh',
    'PM7G+4C، النرجس، الرياض',
    'PM7G+4C النرجس، مدينة الرياض 13321، السعودية',
    'pm7g+4c riyadh 13323, saudi arabia',
    'PM7G+4C بالرياض',
    'الرياض، حي النرجس، PM7G+4C',
  ])('%s', (text) => {
    expect(plusCodes(`السلام عليكم\n${text}\nشكرا`)).toMatchObject([{ position: CODE }]);
  });

  test('completes a short code for another city', () => {
    const [jeddah] = plusCodes('G5VF+4C جدة');
    expect(jeddah?.position).toMatchObject({
      latitude: expect.closeTo(21.5, 0),
      longitude: expect.closeTo(39.2, 0),
    });
  });

  test.each([
    ['a sum', '2345+6789 الرياض'],
    ['a longer word', 'XPM7G+4C الرياض'],
    ['letters of no code', 'PA7G+4C الرياض'],
    ['a region', '7HP80000+'],
    ['a telephone', '+966 55 123 4567'],
    ['a blood type', 'فصيلة الدم AB+ الرياض'],
  ])('not %s', (_, text) => {
    expect(plusCodes(text)).toEqual([]);
  });

  test.each([
    ['a code outside the Kingdom', '8FVC2222+22', { outside: true }],
    ['a short code without a city', 'أنا عند PM7G+4C', { place: { words: 'PM7G+4C' } }],
    ['a city on another line', 'PM7G+4C\nمدينة الرياض', { place: { words: 'PM7G+4C' } }],
    ['three words', 'الموقع ///filled.count.soap', { place: { words: '///filled.count.soap' } }],
    ['three Arabic words', '///تفاح.بحر.قلم', { place: { words: '///تفاح.بحر.قلم' } }],
    ['an address', 'https://example.com///a/b.c.d', {}],
    [
      'a position beside it',
      'PM7G+4C\n24.7136, 46.6753',
      { place: { position: { latitude: 24.7136, longitude: 46.6753 } } },
    ],
  ])('%s', (_, text, found) => {
    expect(positionIn(text)).toEqual(found);
  });
});
