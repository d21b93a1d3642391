/**
 * What squeezed items are likely to hold, most likely last: deflate refers back to it. It is part of
 * the format: items squeezed with it can only be expanded with it, so it never changes.
 */
export const dictionary = Buffer.from(
  [
    'الشارع الإنارة النفايات الحفر الطريق الحديقة الرخصة البناء المخالفة المستودع الصرف المياه الأمطار الرصيف',
    'المعاملة الطلب البلاغ الملاحظة الاستفسار الشكوى الموقع الحي المخطط البلدية الأمانة الإدارة القسم المختص',
    'السلام عليكم ورحمة الله وبركاته نشكر لكم تواصلكم تم إنجاز تمت معالجة وإغلاق إصلاح صيانة إفادتكم بأن على من في إلى',
    '"rida.message.received.v1""rida.message.sent.v1""rida.case.status-changed.v1""rida.survey.invited.v1"',
    '"rida.survey.answered.v1""rida.case.closed.v1""rida.case.reopened.v1""rida.case.resolved.v1"',
    '"firstResponse","nextResponse","resolution","state":"met","breached","dueAt":"2026-',
    '"mail","phone","web","urgent","high","low","citizen","resident","contractor","investor","staff","inquiry",',
    '"observation","complaint","new","open","pending-beneficiary","pending-department","resolved","closed","agent:',
    '@gmail.com","@hotmail.com","a":true},"+9665","g":"citizen","h":"mail","l":"ar","p":"normal","st":"new",',
    '"by":"beneficiary","by":"rida","e":[{"t":"rida.case.opened.v1","d":{"type":"report","category":"',
    '","department":"","segment":"citizen","channel":"mail","language":"ar","priority":"normal","beneficiaryId":"',
    '","acknowledge":true}}],"p":{"t":"report","k":"","d":"","s":"","b":{"i":"","n":"","e":"',
  ].join(''),
);
