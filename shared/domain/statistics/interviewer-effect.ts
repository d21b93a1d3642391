/** The answers that one interviewer collected: their number, and how many are yes. */
export interface InterviewerAnswers {
  readonly n: number;
  readonly yes: number;
}

/** How much interviewers add to the variance of a share. */
export interface InterviewerEffect {
  /** Share of the variance between interviewers, from 0 to 1. */
  readonly rho: number;
  /** The variance over that without interviewers, 1 + (m − 1)ρ, with m answers an interviewer on average. */
  readonly effect: number;
}

/**
 * Estimate the intraclass correlation of interviewers by one-way analysis of variance, and from it the effect on the
 * variance (L. Kish, JASA 57, 1962). Return undefined for fewer than two interviewers or no repeated answers.
 */
export function interviewerEffect(all: readonly InterviewerAnswers[]): InterviewerEffect | undefined {
  const groups = all.filter(({ n }) => n > 0);
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  const k = groups.length;
  if (k < 2 || total <= k) return undefined;
  const mean = groups.reduce((sum, { yes }) => sum + yes, 0) / total;
  const between = groups.reduce((sum, { n, yes }) => sum + n * (yes / n - mean) ** 2, 0) / (k - 1);
  const within = groups.reduce((sum, { n, yes }) => sum + yes * (1 - yes / n), 0) / (total - k);
  const size = (total - groups.reduce((sum, { n }) => sum + n ** 2, 0) / total) / (k - 1);
  const spread = between + (size - 1) * within;
  const rho = spread <= 0 ? 0 : Math.min(1, Math.max(0, (between - within) / spread));
  return { rho, effect: 1 + (total / k - 1) * rho };
}
