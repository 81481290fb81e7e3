/** How a contact went: voice menu, queue, handling time, how it was settled, satisfaction. */
import type { Draft, Subject } from './contacts-draft.ts';
import { draw, type Mix, outcomeText, RESOLUTIONS, TICKET_RESOLUTIONS } from './contacts-vocabulary.ts';
import { type TimedStep, throughMenu } from './contacts-voice-menu.ts';

export interface Conversation {
  readonly endedAt: number;
  readonly ivrPath: readonly TimedStep[] | null;
  readonly queueSeconds: number | null;
  readonly resolution: string | null;
  /** As the contact system writes it: 00 to 02. */
  readonly satisfaction: string | null;
}

/** Handling time is log-normal with mean 81 s: the median lies σ²/2 below it. */
const HANDLING_SIGMA = 0.6;
const HANDLING_MEDIAN = 81 * Math.exp(-(HANDLING_SIGMA ** 2) / 2);
/** Face to face everything takes longer, and a call that nobody takes is over at once. */
const COUNTER_FACTOR = 4;
const RINGING_SECONDS = 30;

const QUEUED = 0.4;
const QUEUE_MEAN_SECONDS = 30;
const COUNTER_QUEUE_MEAN_SECONDS = 400;
/** Whoever waits longer than a minute called when lines were busy; 35 % of them are diverted. */
const BUSY_SECONDS = 60;
const DIVERTED = 0.35;

const ASKED_AND_ANSWERED = 0.35;
const SATISFIED: Mix<string> = [
  ['00', 82],
  ['01', 13],
  ['02', 5],
];
const COMPLAINANT_SATISFIED: Mix<string> = [
  ['00', 48],
  ['01', 30],
  ['02', 22],
];

export function converse(draft: Draft, subject: Subject): Conversation {
  const { channel, topicCode, type, staffId, at } = draft;
  const { random, now } = subject;
  const byMenu =
    (channel === 'HOTLINE' || channel === 'IVR') && draft.direction === 'INBOUND' && !isTransfer(draft);
  const ivrPath = byMenu ? throughMenu(topicCode, channel === 'HOTLINE', random) : null;
  const queueSeconds = queue(draft, subject);
  const diverted =
    channel === 'HOTLINE' && (queueSeconds ?? 0) > BUSY_SECONDS && isPlain(draft) && random.chance(DIVERTED);
  const menuSeconds = ivrPath?.reduce((sum, [, , seconds]) => sum + seconds, 0) ?? 0;
  const asked = staffId !== null && !diverted && reached(draft) && random.chance(ASKED_AND_ANSWERED);
  return {
    endedAt: Math.min(now, at + menuSeconds + (queueSeconds ?? 0) + handling(draft, subject)),
    ivrPath,
    queueSeconds,
    resolution: diverted ? '已引导至电子渠道' : resolution(draft),
    satisfaction: asked ? draw(random, type === 'COMPLAINT' ? COMPLAINANT_SATISFIED : SATISFIED) : null,
  };
}

function queue(draft: Draft, { customer, random }: Subject): number | null {
  const { channel, direction, throughMenu } = draft;
  if (direction === 'OUTBOUND' || isTransfer(draft)) return null;
  if (channel === 'RETAIL') return 1 + Math.floor(exponential(random.float(), COUNTER_QUEUE_MEAN_SECONDS));
  if (channel !== 'HOTLINE' || !(throughMenu || random.chance(QUEUED))) return null;
  // Club members are served first (R07).
  const mean = customer.memberships.length > 0 ? QUEUE_MEAN_SECONDS / 3 : QUEUE_MEAN_SECONDS;
  return 1 + Math.floor(exponential(random.float(), mean));
}

function handling(draft: Draft, { random }: Subject): number {
  if (draft.channel === 'IVR') return 0;
  if (!reached(draft)) return RINGING_SECONDS;
  const seconds = random.logNormal(HANDLING_MEDIAN, HANDLING_SIGMA);
  return Math.ceil(draft.channel === 'RETAIL' ? seconds * COUNTER_FACTOR : seconds);
}

function resolution({ type, ticket, treatment }: Draft): string | null {
  if (ticket !== null) return TICKET_RESOLUTIONS[ticket.status];
  if (treatment?.response) return outcomeText(treatment.response);
  return type === 'CONSULT' || type === 'HANDLE' || type === 'QUERY' || type === 'REVISIT'
    ? RESOLUTIONS[type]
    : null;
}

function reached({ treatment }: Draft): boolean {
  return treatment?.response?.outcome !== 'NO_ANSWER';
}

function isTransfer({ tie }: Draft): boolean {
  return tie?.relation === 'HANDOVER';
}

/** What can be done elsewhere as well. */
function isPlain({ type, throughMenu }: Draft): boolean {
  return !throughMenu && (type === 'QUERY' || type === 'CONSULT');
}

function exponential(uniform: number, mean: number): number {
  return -Math.log(1 - uniform) * mean;
}
