import { designAddress } from '../design/design-files.ts';
import { type Html, html } from '../shell/http/html.ts';

/** Return the agents' app: a link to the page of the current call, in both languages, without personal data. */
export const workspacePage = (): Html =>
  html`<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>رضا</title>
<link rel="stylesheet" href="${designAddress('console.css')}"></head>
<body class="workspace"><main id="content">
<p class="with-call"><a id="open" class="button" target="rida-call" href="/cases">فتح معاملة المكالمة <span
  lang="en" dir="ltr">Open the case of this call</span></a></p>
<p class="without-call">لا توجد مكالمة الآن. تظهر معاملتها هنا حين تبدأ. <span lang="en"
  dir="ltr">No call now. Its case will be here when one begins.</span></p>
</main><script src="${designAddress('workspace.js')}"></script></body></html>`;
