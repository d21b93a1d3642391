import type { Language, Priority } from '#events/vocabulary.ts';
import { isoInstant } from '../time/instant.ts';
import { type Case, isActive } from './case.ts';

/**
 * Return true when the case waits for an assignee whom a rule may choose. A person assigns
 * machine mail, unreadable mail, and a case that a person returned to its queue.
 */
export const waitsForAssignee = ({
  assignee,
  automatic,
  quarantine,
  byHand,
  status,
  erased,
}: Pick<Case, 'assignee' | 'automatic' | 'quarantine' | 'byHand' | 'status' | 'erased'>): boolean =>
  assignee === undefined &&
  automatic === undefined &&
  quarantine === undefined &&
  !byHand &&
  !erased &&
  isActive(status);

/** Priorities as text that sorts the most urgent first. */
const RANK: Readonly<Record<Priority, string>> = {
  urgent: '1-urgent',
  high: '2-high',
  normal: '3-normal',
  low: '4-low',
};

/** Build the place of a case among others: the most urgent first, then the oldest. No timer moves it. */
export const turnOf = ({ priority, openedAt, id }: Pick<Case, 'priority' | 'openedAt' | 'id'>): string =>
  [RANK[priority], isoInstant(openedAt), id].join('#');

/** A case that waits for an assignee: its turn, and what decides who may take it. */
export interface WaitingCase {
  readonly id: string;
  readonly department: string;
  readonly category: string;
  readonly language: Language;
  /** Sorts waiting cases: the most urgent first, then the oldest. */
  readonly turn: string;
}

/** Return where a case waits. */
export const waitingCase = (supportCase: Case): WaitingCase => {
  const { id, department, category, language } = supportCase;
  return { id, department, category, language, turn: turnOf(supportCase) };
};
