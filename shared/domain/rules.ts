import type { Audience, FormOfAddress, Language, Priority, Segment } from '#events/vocabulary.ts';
import type { ReplyTemplate } from './mail/reply-template.ts';
import type { District } from './places/find-district.ts';
import type { ReportKind } from './reports/report-schedule.ts';
import type { NamedService } from './services/find-service.ts';
import type { CompiledCalendar } from './sla/compile.ts';
import type { SlaPolicy } from './sla/policy.ts';
import type { Role } from './staff/role.ts';
import type { MessageProvider } from './surveys/message-request.ts';
import type { Bilingual } from './text/bilingual.ts';

export interface Department {
  readonly id: string;
  readonly name: Bilingual;
  /** Mail address of the department, and of its head. */
  readonly email: string;
  readonly headEmail: string;
  /** Other addresses of the department. `@roads.example` means everybody at that domain. */
  readonly addresses?: readonly string[] | undefined;
  /** Calendar of the department's working hours. When missing, the calendar of the case's policy applies. */
  readonly calendar?: string | undefined;
  readonly city?: string | undefined;
}

/** A member of staff as listed in the settings. */
export interface Colleague {
  readonly user: string;
  readonly name: Bilingual;
  /** How they are addressed. */
  readonly formOfAddress?: FormOfAddress | undefined;
  readonly email: string;
  /** Their own number in E.164. */
  readonly phone?: string | undefined;
  readonly departments: readonly string[];
  /** Categories the member of staff is skilled in. Empty means all. */
  readonly skills: readonly string[];
  readonly languages: readonly Language[];
  /** Maximum number of active cases. */
  readonly capacity: number;
  /** Roles on the pages. Empty or missing: the groups of the sign-in decide. */
  readonly roles?: readonly Role[] | undefined;
}

export interface EscalationRules {
  readonly groupMs: number;
  /** Local times in the desk's zone, `HH:MM`. */
  readonly quietHours?: { readonly from: string; readonly to: string } | undefined;
  readonly urgentBreaksQuiet: boolean;
}

export interface Category {
  readonly id: string;
  readonly name: Bilingual;
  readonly department: string;
  readonly priority?: Priority | undefined;
  /** Words by which mail of this category is recognised, beside those that are shipped for it. */
  readonly words?: readonly string[] | undefined;
}

/** An e-service of the municipality. */
interface MunicipalService extends NamedService {
  /** The beneficiaries that it is for. Everybody when missing. */
  readonly segment?: Segment | undefined;
  /** The share of its resolutions that are asked about, percent. All when missing. */
  readonly surveyPercent?: number | undefined;
}

export interface Centre {
  readonly name: Bilingual;
  /** The address that receives help mail, and the sender of outgoing mail. */
  readonly helpAddress: string;
  /** Base address of pages and links, without a trailing slash. */
  readonly publicUrl: string;
  /** The centre's telephone number as displayed to people. */
  readonly phone: string;
  /** Other addresses whose mail reaches the centre. */
  readonly aliases?: readonly string[];
  /** Addresses of the municipality's own web forms, which name the citizen in Reply-To. */
  readonly formAddresses?: readonly string[];
}

interface DeskRules {
  readonly calendar: CompiledCalendar;
  readonly reopenWithinMs: number;
  /** Time after which a resolved case is closed when the beneficiary does not object, milliseconds. */
  readonly closeAfterMs: number;
  /** Working time after which the centre asks an outside body that holds a matter, milliseconds. */
  readonly followUpMs: number;
  /** Working time within which the beneficiary of a contested case is contacted, milliseconds. */
  readonly contestedWithinMs: number;
  /** Maximum number of acknowledgements to one address within 24 hours. */
  readonly acknowledgementsPerDay: number;
  /**
   * Maximum number of acknowledgements of the centre within one hour to addresses that already received one
   * within a day.
   */
  readonly acknowledgementsPerHour: number;
  readonly fallbackDepartment: string;
}

export interface SurveyRules {
  readonly definition: string;
  readonly delayMs: number;
  readonly expiryMs: number;
  /** The time after any question for an opinion in which the person is not asked again, on any channel. */
  readonly coolDownMs: number;
  /** The same before an evaluation of an e-service. */
  readonly evaluationCoolDownMs: number;
  /** The hours in which people are asked. */
  readonly calendar: CompiledCalendar;
  /** Addresses and numbers (E.164) that only try the system. They are never asked. */
  readonly testContacts: readonly string[];
  /** A person who gives a score up to this value is contacted. */
  readonly lowScore: number;
  /** Working time within which a dissatisfied person is contacted, milliseconds. */
  readonly recoverWithinMs: number;
}

export interface TelephoneRules {
  /** Spoken to callers who are in danger. */
  readonly emergency: Bilingual;
  readonly serviceLevelMs: number;
  readonly shortAbandonMs: number;
  /** Maximum length of a message after the tone, milliseconds. */
  readonly messageMs: number;
  /** Time in the queue after which a caller is offered a callback, milliseconds. */
  readonly callbackAfterMs: number;
  readonly callbackAttempts: number;
  readonly callbackRetryMs: number;
}

export interface OutboundRules {
  /** The hours in which the centre makes calls. */
  readonly calendar: CompiledCalendar;
  readonly perSecond: number;
  readonly concurrent: number;
  readonly ringMs: number;
  readonly attempts: number;
  /** Waiting times before the next attempt, milliseconds. */
  readonly busyMs: number;
  readonly noAnswerMs: number;
  readonly machineMs: number;
}

/** A report of the figures that is sent by mail. */
interface ReportRules {
  readonly isSent: boolean;
  /** The local hour of the day from which it is sent. */
  readonly hour: number;
  /** Mail addresses. */
  readonly to: readonly string[];
}

/** Text messages to beneficiaries without mail. */
export interface MessageRules {
  readonly use: 'off' | 'before-call';
  /** Time after the message until the call, milliseconds. */
  readonly callAfterMs: number;
  readonly provider: MessageProvider | undefined;
}

/** The rules in force as decisions use them: the settings with compiled calendars. */
export interface Rules {
  readonly version: number;
  readonly centre: Centre;
  readonly desk: DeskRules;
  readonly survey: SurveyRules;
  readonly policies: readonly SlaPolicy[];
  readonly calendars: ReadonlyMap<string, CompiledCalendar>;
  readonly departments: ReadonlyMap<string, Department>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly districts: ReadonlyMap<string, District>;
  readonly services: ReadonlyMap<string, MunicipalService>;
  readonly replyTemplates: ReadonlyMap<string, ReplyTemplate>;
  readonly staff: ReadonlyMap<string, Colleague>;
  /** Names of removed members of staff by user. */
  readonly formerStaff: ReadonlyMap<string, Bilingual>;
  /** Names of removed departments, categories, districts and services by `list/id`. */
  readonly formerNames: ReadonlyMap<string, Bilingual>;
  readonly assignment: 'by-hand' | 'least-loaded';
  readonly escalation: EscalationRules;
  readonly telephone: TelephoneRules;
  readonly outbound: OutboundRules;
  readonly reports: Readonly<Record<ReportKind, ReportRules>>;
  readonly messages: MessageRules;
  /** The daily files of events and cases for other systems. */
  readonly dataExport: { readonly isOn: boolean; readonly isCompressed: boolean };
  readonly eraseAfterMs: number;
  /** Mail addresses of the audiences without a department. */
  readonly audiences: Readonly<Record<Extract<Audience, 'supervisor' | 'leadership'>, string>>;
}
