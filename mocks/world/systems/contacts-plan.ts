/** When a customer was in touch with the operator, by which channel, about what. */
import type { CaseScript, ChannelCode, WorldCustomer, WorldTreatment } from '../model.ts';
import { NAMED_CASES } from '../named-cases.ts';
import { DAY, type Draft, type Subject } from './contacts-draft.ts';
import type { Desk } from './contacts-staff.ts';
import { fittingTopic, type PlainType, TOPIC_MIXES } from './contacts-topics.ts';
import {
  CAMPAIGNS,
  COMPLAINT_CHANNELS,
  draw,
  type Mix,
  QUERY_CHANNELS,
  SERVICE_CHANNELS,
} from './contacts-vocabulary.ts';

type Span = Pick<Subject, 'from' | 'until'>;

/** What customers want who neither ask about their bill nor complain. */
const OTHER_TYPES: Mix<PlainType> = [
  ['CONSULT', 52],
  ['HANDLE', 40],
  ['FAULT', 8],
];
/** Part of all customers for whom something is open besides what nature leaves so. */
const UNSETTLED = 0.0065;
/** A quarter of these tickets, whose three days are over, are late. */
const UNSETTLED_SINCE = 4 * DAY;
const UNSETTLED_TYPES: Mix<PlainType> = [
  ['COMPLAINT', 40],
  ['FAULT', 30],
  ['HANDLE', 30],
];
const NAMED: ReadonlySet<number> = new Set(NAMED_CASES.map(({ index }) => index));
const SECONDS_PER_MONTH = 30.44 * DAY;
/** Days of the month in which bills have just come: three times as many ask. */
const BILL_DAYS = 5;
const SHANGHAI_OFFSET = 8 * 3_600;
/** Contacts happen from 8:00 to 21:00. */
const OPENING = 8 * 3_600;
const OPEN_SECONDS = 13 * 3_600;
/** A case counts three and six calendar months; these days are surely within, and the others surely before. */
const WITHIN_THREE_MONTHS = 80 * DAY;
const BEFORE_THREE_MONTHS = 100 * DAY;
const WITHIN_SIX_MONTHS = 175 * DAY;
const BEFORE_SIX_MONTHS = 190 * DAY;
/** Settled by now, whatever its course: a case says which ticket is open. */
const LONG_SETTLED = 20 * DAY;

export interface Planner {
  /** Contacts of nature and of the case's script, in no order. */
  plan(subject: Subject): Draft[];
}

export function createPlanner(desk: Desk): Planner {
  const draft = (subject: Subject, type: PlainType, at: number, own: Partial<Draft> = {}): Draft => {
    const { customer, random } = subject;
    const channel = own.channel ?? channelOf(type, subject);
    return {
      at,
      channel,
      direction: 'INBOUND',
      type,
      topicCode: topicOf(type, subject),
      staffId: desk.taker(channel, customer, random),
      treatment: null,
      ticket: null,
      tie: null,
      throughMenu: false,
      leftOpen: false,
      ...own,
    };
  };

  const many = (subject: Subject, type: () => PlainType, count: number, span: Span): Draft[] =>
    Array.from({ length: span.from < span.until ? count : 0 }, () => {
      const drawn = type();
      return draft(subject, drawn, drawn === 'QUERY' ? queryMoment(subject, span) : moment(subject, span));
    });

  /** At each rate a month, over its span. */
  const natural = (subject: Subject, script: CaseScript): Draft[] => {
    const { customer, random, from, until, now } = subject;
    const { complaintRate, queryRate, contactRate } = customer.traits;
    const before = (seconds: number): Span => ({ from, until: Math.min(until, now - seconds) });
    const complaints = script.complaintsThreeMonths === undefined ? subject : before(BEFORE_THREE_MONTHS);
    const queries = script.billQueries === undefined ? subject : before(BEFORE_SIX_MONTHS);
    const expect = (rate: number, span: Span) =>
      random.poisson((rate * Math.max(0, span.until - span.from)) / SECONDS_PER_MONTH);
    return [
      ...many(subject, () => 'COMPLAINT', expect(complaintRate, complaints), complaints),
      ...many(subject, () => 'QUERY', expect(queryRate, queries), queries),
      ...many(subject, () => draw(random, OTHER_TYPES), expect(contactRate, subject), subject),
    ];
  };

  const demanded = (subject: Subject, script: CaseScript): Draft[] => {
    const { random, from, until, now } = subject;
    const { openTicket, ivrCall, repeatComplaint } = script;
    const complaints = script.complaintsThreeMonths ?? (repeatComplaint ? 2 : 0);
    const recent = {
      from: Math.max(from, now - WITHIN_THREE_MONTHS),
      until: Math.min(until, now - LONG_SETTLED),
    };
    const openIsComplaint = openTicket !== undefined && complaints > 0;
    const settled = complaints - (openIsComplaint ? 1 : 0);
    const older = { from, until: Math.min(until, now - BEFORE_THREE_MONTHS) };
    return [
      ...many(subject, () => 'COMPLAINT', settled, recent.from < recent.until ? recent : subject),
      ...(repeatComplaint && complaints < 2 ? many(subject, () => 'COMPLAINT', 2 - complaints, older) : []),
      ...(openTicket === undefined
        ? []
        : [
            draft(subject, openIsComplaint ? 'COMPLAINT' : 'FAULT', openedAt(openTicket, subject), {
              leftOpen: true,
            }),
          ]),
      ...(ivrCall
        ? [
            draft(subject, random.pick(['QUERY', 'CONSULT']), until, {
              channel: 'HOTLINE',
              throughMenu: true,
            }),
          ]
        : []),
    ];
  };

  /** What came in these days and nobody has settled. Named cases say themselves what is open. */
  const unsettled = (subject: Subject): Draft[] => {
    const { customer, random, now } = subject;
    const recent = { from: Math.max(subject.from, now - UNSETTLED_SINCE), until: subject.until };
    if (NAMED.has(customer.index) || recent.from >= recent.until || !random.chance(UNSETTLED)) return [];
    return [draft(subject, draw(random, UNSETTLED_TYPES), moment(subject, recent), { leftOpen: true })];
  };

  const treated = ({ customer, from, now }: Subject): Draft[] =>
    customer.treatments.flatMap((treatment) => {
      const { response } = treatment;
      if (response === null || response.respondedAt < from || response.respondedAt > now) return [];
      return [answered(treatment, response)];
    });

  return {
    plan(subject) {
      const { customer, now } = subject;
      const script = customer.script ?? {};
      const must = demanded(subject, script);
      const recent = { from: Math.max(subject.from, now - WITHIN_SIX_MONTHS), until: subject.until };
      const queries = many(subject, () => 'QUERY', script.billQueries ?? 0, recent);
      if (script.contacts === undefined) {
        return [...must, ...unsettled(subject), ...treated(subject), ...queries, ...natural(subject, script)];
      }
      const { contacts } = script;
      if (must.length > contacts) {
        throw new RangeError(
          `The case of customer ${customer.customerId} needs more than ${contacts} contacts.`,
        );
      }
      const wanted = [...must, ...treated(subject), ...queries].slice(0, contacts);
      return [...wanted, ...many(subject, () => 'CONSULT', contacts - wanted.length, subject)];
    },
  };
}

function channelOf(type: PlainType, { customer, random }: Subject): ChannelCode {
  if (type === 'QUERY') return draw(random, QUERY_CHANNELS);
  if (type === 'COMPLAINT') return draw(random, COMPLAINT_CHANNELS);
  if (customer.managerStaffId !== null && random.chance(0.3)) return managerChannel(customer);
  if (customer.memberships.length > 0 && random.chance(0.05)) return 'CLUB';
  return draw(random, SERVICE_CHANNELS);
}

export function managerChannel({ segment }: WorldCustomer): ChannelCode {
  return segment === 'ENTERPRISE' ? 'GROUP_MANAGER' : 'VIP_MANAGER';
}

function topicOf(type: PlainType, { customer, random }: Subject): string {
  return fittingTopic(draw(random, TOPIC_MIXES[type]), customer.subscribers);
}

function answered(
  treatment: WorldTreatment,
  { respondedAt, channel, staffId }: NonNullable<WorldTreatment['response']>,
): Draft {
  const { type, topicCode } = CAMPAIGNS[treatment.campaignKind];
  const common = {
    ticket: null,
    tie: null,
    throughMenu: false,
    leftOpen: false,
    direction: 'OUTBOUND',
  } as const;
  return { ...common, at: respondedAt, channel, type, topicCode, staffId, treatment };
}

/** Any day of the span alike, at an hour at which people call. */
function moment({ random }: Subject, { from, until }: Span): number {
  const at = random.int(from, until);
  const intoDay = (at + SHANGHAI_OFFSET) % DAY;
  const openHours = at - intoDay + OPENING + Math.floor((intoDay / DAY) * OPEN_SECONDS);
  return openHours < from || openHours > until ? at : openHours;
}

function queryMoment(subject: Subject, span: Span): number {
  let at = moment(subject, span);
  // Refusing two of three other days leaves the bill days three times as many.
  while (dayOfMonth(at) > BILL_DAYS && subject.random.chance(2 / 3)) at = moment(subject, span);
  return at;
}

function dayOfMonth(at: number): number {
  return new Date((at + SHANGHAI_OFFSET) * 1_000).getUTCDate();
}

/** Three days are allowed: one day ago is in time, five are not. */
function openedAt(openTicket: 'IN_TIME' | 'OVERDUE', { from, now }: Subject): number {
  return Math.max(from, now - (openTicket === 'IN_TIME' ? 1 : 5) * DAY);
}
