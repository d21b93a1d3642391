/** A question that has no answer, such as the variance of one answer. The message is for a person. */
export class StatisticsError extends Error {}
