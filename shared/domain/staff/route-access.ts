import type { Permission } from './permissions.ts';

/**
 * Access to a route: a permission of the matrix, or one of three fixed kinds. `public`: no sign-in. `signed-in`: every
 * member of staff with a role. `this-computer`: a page that exists only on one computer.
 */
export type Access = Permission | 'public' | 'signed-in' | 'this-computer';

/** The kinds of read that are recorded with their reader, reference and time. */
export const RECORDED_READS = ['person', 'case', 'recording', 'file', 'export'] as const;
export type RecordedRead = (typeof RECORDED_READS)[number];

export interface RouteAccess {
  readonly GET?: Access;
  readonly POST?: Access;
  /** Each GET that is answered is recorded in the access log, with its path. */
  readonly records?: RecordedRead;
  /** Only a GET with this parameter in its query is recorded. */
  readonly recordedWith?: string;
}

const READ = { GET: 'cases.read' } as const;
/** A form of a case. The address of a refused form leads back to the case. */
const ACT = { GET: 'cases.read', POST: 'cases.work' } as const;
/** A form of a check. */
const CHECK = { GET: 'cases.read', POST: 'quality.check' } as const;
const SETTING = { GET: 'settings.read', POST: 'settings.edit' } as const;
const PUBLIC = { GET: 'public' } as const;
const PUBLIC_FORM = { GET: 'public', POST: 'public' } as const;
const HERE = { GET: 'this-computer', POST: 'this-computer' } as const;

/**
 * The rows of the routes in the matrix of roles. The keys are the paths of the apps without the patterns of their
 * parameters. The shell refuses a route without a row; `test/unit/web/route-access.test.ts` names it.
 */
export const ROUTE_ACCESS = {
  '/': { GET: 'signed-in' },
  '/sign-out': { POST: 'signed-in' },
  '/sign-in': PUBLIC_FORM,
  '/callback': PUBLIC,
  '/language/:language': PUBLIC,
  '/workspace': PUBLIC,
  '/assets/:name': PUBLIC,
  '/assets/fonts/:name': PUBLIC,
  '/drafts': { GET: 'signed-in', POST: 'signed-in' },
  '/drafts/discard': { POST: 'signed-in' },

  '/cases': READ,
  '/cases/next': READ,
  '/cases/many': ACT,
  '/cases/lists/save': ACT,
  '/cases/lists/remove': ACT,
  '/cases/new': { GET: 'cases.work' },
  '/cases/new/open': { GET: 'cases.work', POST: 'cases.work' },
  // Recorded for readers who see personal data and do not work on the case.
  '/cases/:reference': { GET: 'cases.read', records: 'case' },
  '/cases/:reference/seen': { POST: 'cases.work' },
  '/cases/:reference/messages/:message/attachments/:number': { GET: 'cases.files', records: 'file' },
  '/cases/:reference/messages/:message/raw': { GET: 'cases.files', records: 'file' },
  '/cases/:reference/messages/:message/html': { GET: 'cases.files' },
  '/cases/:reference/sent/:effect': { GET: 'cases.files' },
  '/cases/:reference/quarantined': { GET: 'cases.files', records: 'file' },
  '/cases/:reference/personal-data': { GET: 'cases.read', POST: 'cases.supervise' },
  '/cases/:reference/answer': ACT,
  '/cases/:reference/ask': ACT,
  '/cases/:reference/assign': ACT,
  '/cases/:reference/close': ACT,
  '/cases/:reference/contact': ACT,
  '/cases/:reference/correct': ACT,
  '/cases/:reference/decide-time': ACT,
  '/cases/:reference/erase': { GET: 'cases.read', POST: 'cases.supervise' },
  '/cases/:reference/extend-period': ACT,
  '/cases/:reference/hand-over': ACT,
  '/cases/:reference/link': ACT,
  '/cases/:reference/merge': ACT,
  '/cases/:reference/note': ACT,
  '/cases/:reference/promise': ACT,
  '/cases/:reference/reclassify': ACT,
  '/cases/:reference/reopen': ACT,
  '/cases/:reference/reply': ACT,
  '/cases/:reference/undo-reply': ACT,
  '/cases/:reference/resolve': ACT,
  '/cases/:reference/restore': ACT,
  '/cases/:reference/split': ACT,
  '/cases/:reference/status': ACT,
  '/cases/:reference/take-back': ACT,
  '/cases/:reference/unassign': ACT,
  '/cases/:reference/unlink': ACT,
  '/cases/:reference/unmerge': ACT,
  '/cases/:reference/unwatch': ACT,
  '/cases/:reference/watch': ACT,
  '/cases/:reference/withdraw-promise': ACT,
  '/cases/:reference/withdraw-request': ACT,

  '/search': READ,
  '/people/:id': { GET: 'cases.read', records: 'person' },
  '/people/:id/erase': { GET: 'cases.read', POST: 'cases.supervise' },
  '/people/:id/join': ACT,
  '/people/:id/part': ACT,
  '/people/:id/prefer': ACT,
  '/people/:id/verify': ACT,
  '/absence': { GET: 'absence.own' },
  '/absence/back': { GET: 'absence.own', POST: 'absence.own' },
  '/absence/plan': { GET: 'absence.own', POST: 'absence.own' },

  '/calls': { GET: 'calls.read' },
  '/calls/:id': { GET: 'calls.read' },
  '/calls/:id/recordings/:number': { GET: 'recordings.play', records: 'recording' },
  '/calls-out': { GET: 'calls-out.read' },
  '/calls-out/list': { GET: 'calls-out.read', POST: 'calls-out.plan-list' },
  '/calls-out/call-back': { GET: 'calls-out.read', POST: 'calls-out.plan' },
  '/calls-out/stop': { GET: 'calls-out.read', POST: 'calls-out.plan' },
  '/calls-out/week': { GET: 'calls-out.read' },
  '/calls-out/week/draw': { GET: 'calls-out.read', POST: 'calls-out.plan-list' },
  '/calls-out/week/draw/continue': { GET: 'calls-out.read', POST: 'calls-out.plan-list' },
  '/calls-out/week/draw/cancel': { GET: 'calls-out.read', POST: 'calls-out.plan-list' },
  '/calls-out/lists': { GET: 'calls-out.read', POST: 'calls-out.plan-list' },
  '/calls-out/lists/read': { GET: 'calls-out.read', POST: 'calls-out.plan-list' },
  '/calls-out/lists/cancel': { GET: 'calls-out.read', POST: 'calls-out.plan-list' },
  '/calls-out/lists/:id/issues.csv': { GET: 'calls-out.plan-list' },
  '/calls-out/call/:id': { GET: 'calls-out.read' },
  '/calls-out/call/:id/take': { GET: 'calls-out.read', POST: 'calls-out.plan' },
  '/calls-out/call/:id/record': { GET: 'calls-out.read', POST: 'calls-out.plan' },

  '/investors': READ,
  '/investors/calls': { GET: 'cases.read', POST: 'calls-out.plan' },
  '/investors/:reference': READ,
  '/investors/:reference/start': ACT,
  '/investors/:reference/procedure': ACT,
  '/investors/:reference/change': ACT,
  '/investors/:reference/obstacle': ACT,
  '/investors/:reference/clear': ACT,
  '/investors/:reference/contact': ACT,
  '/investors/:reference/hand-over': ACT,
  '/investors/:reference/end': ACT,
  '/investors/:reference/call': { GET: 'cases.read', POST: 'calls-out.plan' },

  '/quality': { GET: 'cases.read' },
  '/quality/closure-audit/:id': { GET: 'cases.read' },
  '/quality/closure-audit/:id/take': CHECK,
  '/quality/closure-audit/:id/assign': CHECK,
  '/quality/closure-audit/:id/check': CHECK,
  '/quality/conversation-review/:id': { GET: 'cases.read' },
  '/quality/conversation-review/:id/take': CHECK,
  '/quality/conversation-review/:id/assign': CHECK,
  '/quality/conversation-review/:id/check': CHECK,
  '/quality/recovery/:id': { GET: 'cases.read', records: 'person' },
  '/quality/recovery/:id/take': ACT,
  '/quality/recovery/:id/assign': ACT,
  '/quality/recovery/:id/attempt': ACT,
  '/quality/recovery/:id/record': ACT,

  '/figures': { GET: 'figures.read', records: 'export', recordedWith: 'as' },
  '/figures/report': { GET: 'figures.read' },
  '/figures/evidence': { GET: 'figures.read', records: 'export', recordedWith: 'as' },
  '/figures/report/mail': { GET: 'figures.read', POST: 'figures.note' },
  '/figures/changes': { GET: 'figures.read' },
  '/figures/changes/note': { GET: 'figures.read', POST: 'figures.note' },
  '/figures/changes/:id': { GET: 'figures.read' },
  '/figures/changes/:id/withdraw': { GET: 'figures.read', POST: 'figures.note' },
  '/figures/behind': { GET: 'cases.read', records: 'export', recordedWith: 'as' },
  '/figures/surveys': { GET: 'figures.read' },

  '/settings': { GET: 'settings.read' },
  '/settings/apply': { POST: 'settings.edit' },
  '/settings/preview': { POST: 'settings.edit' },
  '/settings/versions/:version': { POST: 'settings.edit' },
  '/settings/accesses': { GET: 'accesses.read' },
  '/settings/document': SETTING,
  '/settings/document.json': { GET: 'settings.read', records: 'export' },
  '/settings/assignment': SETTING,
  '/settings/audiences': SETTING,
  '/settings/calendars': { GET: 'settings.read' },
  '/settings/calendars/:id': SETTING,
  '/settings/calendars/:id/confirm': { POST: 'settings.edit' },
  '/settings/calendars/:id/decree': { POST: 'settings.edit' },
  '/settings/categories': { GET: 'settings.read' },
  '/settings/categories/:id': SETTING,
  '/settings/centre': SETTING,
  '/settings/departments': { GET: 'settings.read' },
  '/settings/departments/:id': SETTING,
  '/settings/desk': SETTING,
  '/settings/districts': { GET: 'settings.read' },
  '/settings/districts/:id': SETTING,
  '/settings/escalation': SETTING,
  '/settings/reports': SETTING,
  '/settings/messages': SETTING,
  '/settings/outbound': SETTING,
  '/settings/policies': SETTING,
  '/settings/policies/:id': SETTING,
  '/settings/replyTemplates': { GET: 'settings.read' },
  '/settings/replyTemplates/:id': SETTING,
  '/settings/retention': SETTING,
  '/settings/services': { GET: 'settings.read' },
  '/settings/services/:id': SETTING,
  '/settings/staff': { GET: 'settings.read' },
  '/settings/staff/:id': SETTING,
  '/settings/survey': SETTING,
  '/settings/telephone': SETTING,

  '/s/:token': PUBLIC_FORM,
  '/s/c/:token': PUBLIC_FORM,
  '/s/d/:token': PUBLIC_FORM,
  '/s/d/:token/drafts': PUBLIC_FORM,
  '/s/d/:token/drafts/discard': { POST: 'public' },
  '/s/d/all/:token': PUBLIC,
  '/s/t/:token': PUBLIC,
  '/s/u/:token': PUBLIC_FORM,
  '/s/assets/:name': PUBLIC,
  '/s/assets/fonts/:name': PUBLIC,
  '/t': PUBLIC_FORM,

  '/clock': { GET: 'this-computer' },
  '/clock/:step': { POST: 'this-computer' },
  '/design': { GET: 'this-computer' },
  '/local/:name': { GET: 'this-computer' },
  '/local/language/:language': { GET: 'this-computer' },
  '/mailbox': HERE,
  '/mailbox/:id': { GET: 'this-computer' },
  '/mailbox/:id/fate': { POST: 'this-computer' },
  '/mailbox/:id/html': { GET: 'this-computer' },
  '/mailbox/:id/source': { GET: 'this-computer' },
  '/mailbox/messages': { GET: 'this-computer' },
  '/mailbox/administrator': HERE,
  '/mailbox/administrator/source': { GET: 'this-computer' },
  '/phone': { GET: 'this-computer' },
  '/phone/agents': { GET: 'this-computer' },
  '/phone/calls': HERE,
  '/phone/calls/:id': { GET: 'this-computer' },
  '/phone/calls/:id/:act': { POST: 'this-computer' },
  '/phone/calls/:id/keys': { POST: 'this-computer' },
  '/phone/calls/:id/recordings/:segment': { POST: 'this-computer' },
  '/phone/calls/:id/say': { POST: 'this-computer' },
  '/phone/desk': HERE,
  '/queues': { GET: 'this-computer' },
  '/queues/redrive': { POST: 'this-computer' },
} as const satisfies Readonly<Record<`/${string}`, RouteAccess>>;

/** A route of the matrix. */
export type RoutePath = keyof typeof ROUTE_ACCESS;

/** Files of pages have one row for all their names. */
const FILES = /^(\/(?:s\/)?assets|\/local)\/[\w-]+\.(?:css|js|svg)$/u;

/** The pattern of a parameter, such as `{[0-9]{1,3}}`. */
const PATTERN = /\{(?:[^{}]|\{[^}]*\})*\}/gu;

/** Return the path of an app as the matrix writes it: without the patterns of its parameters. */
export const rowPath = (path: string): string => path.replace(FILES, '$1/:name').replace(PATTERN, '');

/** Return the row of a route; undefined when the matrix has none. */
export const rowOf = (path: string): RouteAccess | undefined =>
  Object.hasOwn(ROUTE_ACCESS, rowPath(path)) ? ROUTE_ACCESS[rowPath(path) as RoutePath] : undefined;
