import type { Audience, Language, Priority } from '#events/vocabulary.ts';
import type { ReplyTemplate } from './mail/reply-template.ts';
import type { CompiledCalendar } from './sla/compile.ts';
import type { SlaPolicy } from './sla/policy.ts';

export type Bilingual = Readonly<Record<Language, string>>;

export interface Department {
  readonly id: string;
  readonly name: Bilingual;
  /** Where the department's own mail goes, and that of its head. */
  readonly email: string;
  readonly headEmail: string;
  /** The hours in which it answers; those of the case's policy when absent. */
  readonly calendar?: string | undefined;
  readonly city?: string | undefined;
}

/** Somebody who works here, as the settings name them. */
export interface Colleague {
  readonly user: string;
  readonly name: Bilingual;
  readonly email: string;
  readonly departments: readonly string[];
  /** Categories they are best at; empty when all. */
  readonly skills: readonly string[];
  readonly languages: readonly Language[];
  /** Cases at work at a time. */
  readonly capacity: number;
}

export interface EscalationRules {
  readonly groupMs: number;
  /** Local time of the desk's zone, `HH:MM`. */
  readonly quietHours?: { readonly from: string; readonly to: string } | undefined;
  readonly urgentBreaksQuiet: boolean;
}

export interface Category {
  readonly id: string;
  readonly name: Bilingual;
  readonly department: string;
  readonly priority?: Priority | undefined;
}

export interface Centre {
  readonly name: Bilingual;
  /** The address people write to, and the one mail comes from. */
  readonly helpAddress: string;
  /** Where pages and links live, without a slash at the end. */
  readonly publicUrl: string;
  /** The number people call, as it is written for people. */
  readonly phone: string;
}

export interface DeskRules {
  readonly calendar: CompiledCalendar;
  readonly reopenWithinMs: number;
  /** A resolved case nobody objected to is closed after this. */
  readonly closeAfterMs: number;
  /** Acknowledgements to one address within 24 hours. */
  readonly acknowledgementsPerDay: number;
  /** Acknowledgements of one process within an hour, over all addresses. */
  readonly acknowledgementsPerHour: number;
  readonly fallbackDepartment: string;
}

export interface SurveyRules {
  readonly definition: string;
  readonly delayMs: number;
  readonly expiryMs: number;
  readonly coolDownMs: number;
  /** Scores up to this one put the case back to work. */
  readonly lowScore: number;
}

export interface TelephoneRules {
  /** What is said to somebody in danger. */
  readonly emergency: Bilingual;
  readonly serviceLevelMs: number;
  readonly shortAbandonMs: number;
  /** How long a caller may speak after the tone. */
  readonly messageMs: number;
  /** Time in the queue after which a caller is offered to be called back. */
  readonly callbackAfterMs: number;
  readonly callbackAttempts: number;
  readonly callbackRetryMs: number;
}

export interface OutboundRules {
  /** The hours in which the centre calls people. */
  readonly calendar: CompiledCalendar;
  readonly perSecond: number;
  readonly concurrent: number;
  readonly ringMs: number;
  readonly attempts: number;
  /** Waits before the next attempt. */
  readonly busyMs: number;
  readonly noAnswerMs: number;
  readonly machineMs: number;
}

/** The rules in force, as decisions need them: the settings, with calendars compiled. */
export interface Rules {
  readonly version: number;
  readonly centre: Centre;
  readonly desk: DeskRules;
  readonly survey: SurveyRules;
  readonly policies: readonly SlaPolicy[];
  readonly calendars: ReadonlyMap<string, CompiledCalendar>;
  readonly departments: ReadonlyMap<string, Department>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly replyTemplates: ReadonlyMap<string, ReplyTemplate>;
  readonly staff: ReadonlyMap<string, Colleague>;
  readonly assignment: 'by-hand' | 'least-loaded';
  readonly escalation: EscalationRules;
  readonly telephone: TelephoneRules;
  readonly outbound: OutboundRules;
  readonly eraseAfterMs: number;
  /** Addresses of the audiences that belong to no department. */
  readonly audiences: Readonly<Record<Extract<Audience, 'supervisor' | 'leadership'>, string>>;
}
