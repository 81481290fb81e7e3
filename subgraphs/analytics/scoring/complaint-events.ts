/** Complaints of a customer, weighed by what they were about and how they went. */
import type { Policy } from '../policy.ts';
import type { CustomerFacts, TicketFact } from './facts.ts';
import { type Factor, type SensitivityEvent, toEvent } from './sensitivity-event.ts';

/** As contact history writes them: resolved or closed, and satisfied. */
const SETTLED: ReadonlySet<string> = new Set(['04', '05']);
const SATISFIED = '00';

/** @param nowAt What came of a complaint is known as far as it came before. */
export function complaintEvents(
  { tickets }: CustomerFacts,
  nowAt: number,
  policy: Policy['complaints'],
): SensitivityEvent[] {
  const events: SensitivityEvent[] = [];
  for (const ticket of tickets) {
    if (ticket.complaintClass === null) continue;
    const [code, { weight, zh, en }] = classOf(ticket.complaintTopic, policy);
    const words = { weight, zh: `投诉：${ticket.complaintTopic ?? zh}`, en: `complaint: ${en}` };
    events.push(toEvent(code, ticket.acceptedAt, words, factorsOf(ticket, nowAt, policy.factors)));
  }
  return events;
}

type Weighed = Policy['complaints']['other'];

function classOf(topic: string | null, { classes, other }: Policy['complaints']): readonly [string, Weighed] {
  if (topic !== null) {
    for (const code in classes) {
      const found = classes[code];
      if (found?.topics.includes(topic)) return [code, found];
    }
  }
  return ['OTHER', other];
}

function factorsOf(
  { status, satisfaction, repliedAt, isEscalated, isReopened }: TicketFact,
  nowAt: number,
  { escalated, reopened, settledSatisfied }: Policy['complaints']['factors'],
): Factor[] {
  const factors: Factor[] = [];
  if (isEscalated) factors.push({ factor: escalated, zh: '已申诉至监管', en: 'taken to the regulator' });
  if (isReopened) factors.push({ factor: reopened, zh: '再次投诉', en: 'made again' });
  const isAnswered = repliedAt !== null && repliedAt < nowAt;
  if (isAnswered && SETTLED.has(status) && satisfaction === SATISFIED) {
    factors.push({ factor: settledSatisfied, zh: '已妥善解决', en: 'settled to satisfaction' });
  }
  return factors;
}
