/** What is scored: a customer or a line. */
export type ScoreSubject = 'CUSTOMER' | 'SUBSCRIBER';

/** Tells a customer from a line of the same id. */
export function scored(subject: ScoreSubject, id: string): string {
  return `${subject}:${id}`;
}
