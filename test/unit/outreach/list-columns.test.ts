import { describe, expect, it } from 'vitest';
import { columnsOf, LIST_COLUMNS } from '#shared/domain/outreach/list-columns.ts';

/** The places of number, service, date and language. */
const placesOf = (headings: string): string => {
  const found = columnsOf(headings.split(','));
  if (!('columns' in found)) return found.missing.join(' ');
  const { columns } = found;
  return LIST_COLUMNS.map((column) => columns[column] ?? '').join('');
};

describe('the columns of a list', () => {
  it.each([
    ['الجوال,الخدمة,التاريخ,اللغة', '0123'],
    ['رقم المعاملة,رقم الطلب,اسم الخدمة,جوال المستفيد,تاريخ الإنجاز,حالة الطلب', '324'],
    ['اسم مقدم الطلب,رقم التواصل,نوع الطلب,تاريخ الطلب,تاريخ الإغلاق', '124'],
    ['رقم جوال العميل,الخدمة المقدمة,تاريخ التنفيذ', '012'],
    ['المحمول,المعاملة,تاريخ المعاملة', '012'],
    ['جوال الموظف,جوال المستفيد,الخدمة,التاريخ', '123'],
    ['تاريخ الميلاد,الجوال,الخدمة,تاريخ الخدمة', '123'],
    ['التاريخ الهجري,التاريخ الميلادي,الجوال,الخدمة', '230'],
    ['قناة الخدمة,رسوم الخدمة,الخدمة,رقم الجوال,اليوم', '324'],
    ['اسم المستخدم,الجوال,الخدمة,التاريخ', '123'],
    ['المبلغ,الجوال,الخدمة,التاريخ', '123'],
    ['تاريخ انتهاء الرخصة,الجوال,الخدمة,تاريخ الانتهاء', '123'],
    ['تقييم الخدمة,الخدمة,الجوال,التاريخ', '213'],
    ['للتواصل,الخدمه,تاريخ', '012'],
    ['الجوّال,الخدمــة,التاريخ', '012'],
    ['رقم الجوال (05xxxxxxxx),اسم الخدمة,تاريخ الخدمة', '012'],
    ['تاريخ ووقت الإنجاز,اسم الخدمة بالعربي,رقم الهاتف', '210'],
    ['م,Phone 1,الخِدمة,تأريخ التقديم,التاريخ,اللغة', '1245'],
    ['Request No,Service Name,Customer Mobile,Closed Date,Status', '213'],
    ['requestId,serviceName,mobileNo,completedAt', '213'],
    ['transaction_id,service_code,phone_number,completion_date,lang', '2134'],
    ['MSISDN,E-Service,Date', '012'],
    ['Contact Number,eService,Transaction Date', '012'],
    ['Updated by,Hotel,Mobile,Service,Date', '234'],
    ['Phone,Service fee,Service,Service date', '023'],
    ['Telephone No.,Procedure,Timestamp', '012'],
    ['Mobile,Service Center,Service,Date', '023'],
    ['phone,service,created_at,closed_at', '013'],
    ['WhatsApp,Service,Date of use', '012'],
    ['Service ID,Service,Mobile,Date', '213'],
    ['Email,Phone,Service Requested,Completion Date', '123'],
    ['PHONE,SERVICE,DATE,LANGUAGE', '0123'],
  ])('are found by the headings %s', (headings, places) => {
    expect(placesOf(headings)).toBe(places);
  });

  it.each([
    ['الرقم,الخدمة,التاريخ', 'phone'],
    ['رقم المعاملة,الجوال,التاريخ', 'service'],
    ['حالة الخدمة,الجوال,التاريخ', 'service'],
    ['الجوال,الخدمة,تاريخ الميلاد', 'date'],
    ['name,city,age', 'phone service date'],
  ])('are missing in %s', (headings, missing) => {
    expect(placesOf(headings)).toBe(missing);
  });
});
