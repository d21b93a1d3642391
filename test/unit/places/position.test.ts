import { describe, expect, test } from 'vitest';
import { mapLinks, withoutLinks } from '#shared/domain/places/map-link.ts';
import { isInKingdom, type Position, positionIn } from '#shared/domain/places/position.ts';
import { writtenPosition } from '#shared/domain/places/written-position.ts';

const near = (found: unknown, [latitude, longitude]: readonly [number, number]): void => {
  expect(found).toMatchObject({
    latitude: expect.closeTo(latitude, 3),
    longitude: expect.closeTo(longitude, 3),
  });
};
const RIYADH = [24.7136, 46.6753] as const;

describe('the Kingdom', () => {
  test.each([
    ['Riyadh', 24.7136, 46.6753],
    ['Jeddah', 21.5433, 39.1728],
    ['Dammam', 26.4207, 50.0888],
    ['Khobar', 26.2172, 50.1971],
    ['Jazan', 16.8892, 42.5511],
    ['the Farasan islands', 16.702, 42.118],
    ['Samtah', 16.596, 42.944],
    ['Najran', 17.4917, 44.1322],
    ['Sharurah', 17.4833, 47.1167],
    ['Haql', 29.2883, 34.9383],
    ['Turaif', 31.6725, 38.6637],
    ['Arar', 30.9753, 41.0381],
    ['Khafji', 28.4392, 48.4913],
    ['Batha', 24.123, 51.56],
    ['Sharma', 28.03, 35.26],
    ['Tiran', 27.95, 34.55],
  ])('%s is in it', (_, latitude, longitude) => {
    expect(isInKingdom({ latitude, longitude })).toBe(true);
    expect(positionIn(longitude, latitude)).toEqual({ latitude, longitude });
  });
  test.each([
    ['Doha', 25.2854, 51.531],
    ['Manama', 26.2285, 50.586],
    ['Kuwait', 29.3759, 47.9774],
    ['Dubai', 25.2048, 55.2708],
    ['Abu Dhabi', 24.4539, 54.3773],
    ['Aqaba', 29.5321, 35.0063],
    ['Sanaa', 15.3694, 44.191],
    ['Saada', 16.94, 43.76],
    ['Sharm El Sheikh', 27.9158, 34.33],
    ['Abu Samra', 24.747, 50.845],
    ['Port Sudan', 19.6, 37.2],
    ['London', 51.5, -0.12],
    ['the origin', 0, 0],
    ['a number', Number.NaN, 46],
  ])('%s is not', (_, latitude, longitude) => {
    expect(isInKingdom({ latitude, longitude })).toBe(false);
    expect(positionIn(latitude, longitude)).toBeUndefined();
  });
});

describe('written coordinates', () => {
  test.each([
    '24.7136, 46.6753',
    '24.7136,46.6753',
    '24.7136 46.6753',
    '(24.7136؛ 46.6753)',
    '٢٤٫٧١٣٦، ٤٦٫٦٧٥٣',
    '٢٤.٧١٣٦ ، ٤٦.٦٧٥٣',
    '۲۴٫۷۱۳۶، ۴۶٫۶۷۵۳',
    '24.713600 / 46.675300',
    '24.7136 و 46.6753',
    '46.6753, 24.7136',
    '\u200f24.7136\u200e, 46.6753\u200f',
    '24.7136N 46.6753E',
    '24.7136° N, 46.6753° E',
    'N 24.7136 E 46.6753',
    'N24.7136°, E46.6753°',
    '24.7136 شمالاً، 46.6753 شرقاً',
    '٢٤٫٧١٣٦° شمالا ٤٦٫٦٧٥٣° شرقا',
    'خط العرض 24.7136 وخط الطول 46.6753',
    'خط الطول: 46.6753 خط العرض: 24.7136',
    'Lat: 24.7136 Long: 46.6753',
    'latitude=24.7136&longitude=46.6753',
    '{"lat": 24.7136, "lng": 46.6753}',
    'الإحداثيات 24.71, 46.67',
    'الموقع: 24.714, 46.675',
    'GPS 24.714 46.675',
    'الموقع هو\n24.7136\n46.6753',
    '24°42\'49"N 46°40\'31"E',
    '24°42′49.0″N, 46°40′31.1″E',
    '24°42’49”N 46°40’31”E',
    "24°42'49''N 46°40'31''E",
    '24º 42\' 49" N - 46º 40\' 31" E',
    'N24°42\'49" E46°40\'31"',
    '24°42\'49" 46°40\'31"',
    '٢٤°٤٢\'٤٩"شمال ٤٦°٤٠\'٣١"شرق',
    '٢٤°٤٢′٤٩″ش ٤٦°٤٠′٣١″ق',
    '24 درجة 42 دقيقة 49 ثانية شمالاً 46 درجة 40 دقيقة 31 ثانية شرقاً',
    "24°42.816'N 46°40.518'E",
    '24 42 49 N 46 40 31 E',
    '24°42\'49"N46°40\'31"E',
    '24.7136-46.6753',
    '24.7136 - 46.6753',
    '24-42-49N, 46-40-31E',
    'Location: 24.7136° north, 46.6753° east.',
    '24,7136 46,6753',
    '24,7136; 46,6753',
    'lat 24,7136 lon 46,6753',
    '٢٤،٧١٣٦ ٤٦،٦٧٥٣',
    'N24 42.816 E46 40.518',
    '24 42.816N 46 40.518E',
    '24:42:49 N 46:40:31 E',
    'N 24 42 49, E 46 40 31',
    'X: 46.6753 Y: 24.7136',
    '24deg 42min 49sec N 46deg 40min 31sec E',
    "24°42.816' 46°40.518'",
    'N24°42.816 E46°40.518',
    '24d42m49s N 46d40m31s E',
    '２４.７１３６，４６.６７５３',
    '24·7136, 46·6753',
    'إحداثي س: 46.6753 إحداثي ص: 24.7136',
    'الإحداثيات س 46.6753 ص 24.7136',
    '+24.7136+046.6753/',
    '24.7136, 46.6753, 612',
    '24.7136x46.6753',
    '٢٤ درجة و٤٢ دقيقة و٤٩ ثانية شمالا، ٤٦ درجة و٤٠ دقيقة و٣١ ثانية شرقا',
  ])('reads %s', (text) => {
    const found = writtenPosition(`السلام عليكم، توجد حفرة ${text}\nشكرا`);
    expect(found).toBeDefined();
    expect((found as Position).latitude).toBeCloseTo(RIYADH[0], 1);
    expect((found as Position).longitude).toBeCloseTo(RIYADH[1], 1);
  });

  test.each([
    ['prices', 'المبلغ 24.50 و 46.75 ريال'],
    ['short decimals', 'القراءات 24.713, 46.675'],
    ['whole numbers', 'من 24 إلى 46'],
    ['a range of hours', 'من 24 درجة إلى 46 درجة'],
    ['a date', '24.11.2026 46.12.2026'],
    ['a telephone', '0555 24 42 49 46 40 31'],
    ['an address of a machine', '24.7136.46.6753'],
    ['versions', 'v24.7136.1 46.6753.2'],
    ['two numbers apart', 'الفاتورة 24.7136 ريال ورقم العداد الجديد هو 46.6753'],
    ['three numbers', 'الأبعاد 24 42 49 سم، 46 40 31 سم'],
    ['one number', '24.7136'],
    ['percentages', '24.7136% 46.6753%'],
    ['exact prices', 'السعر 24.5000 و 46.7500 ريال'],
    ['an exact price in English', '24.5000, 46.7500 SAR'],
    ['the price of a place', 'الموقع: السعر 24.50 و46.75'],
    ['the number of a request', 'رقم المعاملة 24.7136/46.6753'],
    ['a plot', 'القطعة 24.1234 المخطط 46.3345'],
    ['sizes', 'المساحة 24.7136 م، 46.6753 م'],
    ['telephones', 'جوال 0551234567 0567891234'],
    ['an account', 'SA03 8000 0000 6080 1016 7519'],
    ['thousands', '24,713 46,675'],
    ['the origin as whole numbers', '0,0'],
    ['temperatures', 'درجة الحرارة 24.7136 و 46.6753'],
    ['temperatures with their sign', 'درجات الحرارة 24.71°، 46.67°'],
    ['a deed', 'صك رقم 24.7136, 46.6753'],
    ['an account with decimals', 'IBAN 24.7136 46.6753'],
    ['hours with decimals', 'من الساعة 8.3000 إلى 14.3000'],
    ['pressures', 'الضغط 24.7136 بار 46.6753 بار'],
  ])('does not read %s', (_, text) => {
    expect(writtenPosition(text)).toBeUndefined();
  });

  test.each([
    ['Doha', '25.2854, 51.5310'],
    ['London', '51.5074° N, 0.1278° W'],
    ['the origin', '0.0000, 0.0000'],
    ['the southern half', '24.7136 S, 46.6753 E'],
  ])('says that %s is outside', (_, text) => {
    expect(writtenPosition(text)).toBe('outside');
  });

  test('takes the one in the Kingdom, and is linear', () => {
    near(writtenPosition('كنت في 25.2854, 51.5310 والبلاغ في 24.7136, 46.6753'), RIYADH);
    expect(writtenPosition(`${'24.7136 '.repeat(20_000)}`)).toBe('outside');
    expect(writtenPosition(`${"24°42'49 ".repeat(20_000)}`)).toBe('outside');
  });
});

describe('links of maps', () => {
  test.each([
    'https://www.google.com/maps?q=24.7136,46.6753',
    'https://maps.google.com/?q=24.7136,46.6753',
    'http://maps.google.com/maps?q=24.7136%2C46.6753&z=17&hl=ar',
    'https://maps.google.com.sa/maps?q=loc:24.7136+46.6753',
    'https://www.google.com/maps/search/?api=1&query=24.7136,46.6753',
    'https://www.google.com/maps/search/24.7136,+46.6753?entry=tts',
    'https://www.google.com/maps/@24.7136,46.6753,17z',
    'https://www.google.com/maps/@24.7136,46.6753,512m/data=!3m1!1e3',
    "https://www.google.com/maps/place/24%C2%B042'49.0%22N+46%C2%B040'31.1%22E/@24.71,46.6,17z",
    'https://www.google.com/maps/place/X/@24.70,46.60,17z/data=!3m1!4b1!4m6!3m5!1s0x0:0x0!8m2!3d24.7136!4d46.6753!16s',
    'https://www.google.com/maps/place/24.7136,46.6753/@24.70,46.60,17z',
    'https://www.google.com/maps/dir/?api=1&destination=24.7136,46.6753',
    'https://www.google.com/maps/dir/24.6,46.5/24.7136,46.6753/',
    'https://www.google.com/maps/dir//24.7136,46.6753/@24.6,46.5,12z',
    'https://maps.google.com/?saddr=24.5,46.5&daddr=24.7136,46.6753',
    'https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d3624.1!2d46.6753!3d24.7136!2m3!1f0',
    'https://maps.google.com/maps?ll=24.7136,46.6753&z=16',
    'google.com/maps?q=24.7136,46.6753',
    'https://maps.apple.com/?ll=24.7136,46.6753&q=Dropped%20Pin',
    'https://maps.apple.com/?q=24.7136,46.6753',
    'https://maps.apple.com/place?address=x&coordinate=24.7136,46.6753&name=y',
    'http://maps.apple.com/maps?daddr=24.7136,46.6753',
    'https://waze.com/ul?ll=24.7136,46.6753&navigate=yes',
    'https://www.waze.com/ul?ll=24.7136%2C46.6753&navigate=yes&zoom=17',
    'https://ul.waze.com/ul?ll=24.7136%2C46.6753',
    'https://www.waze.com/live-map/directions?to=ll.24.7136%2C46.6753',
    'https://waze.com/ul/hth3hw4gzjk',
    'https://www.openstreetmap.org/?mlat=24.7136&mlon=46.6753#map=17/24.70/46.60',
    'https://www.openstreetmap.org/#map=17/24.7136/46.6753',
    'https://wego.here.com/?map=24.7136,46.6753,15,normal',
    'https://share.here.com/l/24.7136,46.6753,X',
    'https://www.bing.com/maps?cp=24.7136~46.6753&lvl=16',
    'https://yandex.com/maps/?ll=46.6753%2C24.7136&z=16',
    'https://2gis.ae/riyadh/geo/46.6753%2C24.7136',
    'geo:24.7136,46.6753',
    'geo:24.7136,46.6753;u=35',
    'geo:0,0?q=24.7136,46.6753(Pothole)',
    'GEO:24.7136,46.6753?z=16',
    'https://maps.google.com/?q=PM7G%2BC4+Riyadh',
    'https://www.google.com/maps/place/PM7G%2BC4+Riyadh/@24.70,46.60,17z',
    'https://plus.codes/7HP8PM7G+C4',
    'plus.codes/PM7G+C4,Riyadh',
    'https://www.google.com/maps/place/24°42\'49.0"N+46°40\'31.1"E/@24.7,46.6,17z',
    'https://earth.google.com/web/@24.7136,46.6753,600a',
    'https://map.snapchat.com/@24.7136,46.6753,15z',
    'https://mapy.com/?x=46.6753&y=24.7136',
    'https://www.bing.com/maps?where1=24.7136,46.6753',
    'https://maps.google.com/?lat=24.7136&lng=46.6753',
    'https://maps.google.com/?q=٢٤٫٧١٣٦,٤٦٫٦٧٥٣',
    'https://www.google.com/maps/search/24.7136%D8%8C+46.6753',
    'https://maps.google.com/maps?q=24.7136,46.6753+(My+Place)',
    'https://maps.apple.com/?address=x&auid=1&ll=24.7136,46.6753&lsp=9902&q=y',
    'https://maps.apple.com/frame?center=24.7136%2C46.6753',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmaps.google.com%2F%3Fq%3D24.7136%2C46.6753&data=05',
    'https://www.google.com/url?q=https://maps.google.com/?q=24.7136,46.6753&sa=D',
    'https://urldefense.com/v3/__https://maps.google.com/?q=24.7136,46.6753__;!!x$',
    'https://wa.me/?text=https%3A%2F%2Fmaps.google.com%2F%3Fq%3D24.7136%2C46.6753',
    'https://osm.org/go/zAcOEf_Mn?m=',
    'https://maps.app.goo.gl/?link=https%3A%2F%2Fwww.google.com%2Fmaps%3Fq%3D24.7136%2C46.6753',
    'https://petalmaps.com/routes/?daddr=24.7136,46.6753&type=drive',
    'https://www.google.com/maps/@?api=1&map_action=pano&viewpoint=24.7136%2C46.6753',
    'https://t.me/share?url=https://maps.google.com/?q=24.7136,46.6753',
    'https://www.google.com/maps?q=46.6753,24.7136',
  ])('reads %s', (link) => {
    const [found, ...others] = mapLinks(`الموقع: ${link}\nشكرًا.`);
    expect(others).toEqual([]);
    near(found?.position, RIYADH);
  });

  test.each([
    ['https://maps.app.goo.gl/AbCdEf123', 'https://maps.app.goo.gl/AbCdEf123'],
    ['maps.app.goo.gl/AbCdEf123', 'https://maps.app.goo.gl/AbCdEf123'],
    ['https://goo.gl/maps/AbCdEf123', 'https://goo.gl/maps/AbCdEf123'],
    [
      'https://maps.google.com/?cid=12345678901234567890',
      'https://maps.google.com/?cid=12345678901234567890',
    ],
    ['https://maps.apple/p/AbC.123', 'https://maps.apple/p/AbC.123'],
    ['https://w3w.co/filled.count.soap', 'https://w3w.co/filled.count.soap'],
    ['https://omaps.app/w4aoAbAbAb/x', 'https://omaps.app/w4aoAbAbAb/x'],
    ['https://www.google.com/url?q=https://maps.app.goo.gl/AbC&sa=D', 'https://maps.app.goo.gl/AbC'],
  ])('keeps the short link %s, which names no position', (link, kept) => {
    expect(mapLinks(`(${link}).`)).toEqual([{ link: kept }]);
  });

  test.each([
    ['an outside position', 'https://maps.google.com/?q=25.2854,51.5310', 'outside'],
    ['a position on no map', 'https://example.com/maps?q=24.7136,46.6753', undefined],
    ['a host that ends like one', 'https://evilgoogle.com/maps?q=24.7136,46.6753', undefined],
    ['a page of a search', 'https://www.google.com/search?q=24.7136,46.6753', undefined],
    ['a script', 'javascript:maps.google.com/?q=<24>', undefined],
    ['a map without a place', 'https://www.google.com/maps', undefined],
  ])('%s', (_, text, position) => {
    expect(mapLinks(text)[0]?.position).toEqual(position);
  });

  test('are not read as coordinates, and a bad escape does no harm', () => {
    expect(withoutLinks('انظر https://x.example/24.7136,46.6753/a و geo:24.7136,46.6753')).not.toMatch(/24/u);
    near(mapLinks('https://maps.google.com/?x=%E0%A4%A&q=24.7136,46.6753')[0]?.position, RIYADH);
    expect(mapLinks(`${'a.'.repeat(50_000)} ${'https://maps.'.repeat(5_000)}`)).toEqual([]);
  });
});
