/** Tickets of complaints and faults: deadline, course and answer. */
import type { World } from '../model.ts';
import { DAY, type Draft, type Subject, type TicketDraft } from './contacts-draft.ts';
import { toOfficeHours } from './contacts-hours.ts';
import type { Desk } from './contacts-staff.ts';
import { matterOf } from './contacts-topics.ts';
import { draw, type Mix } from './contacts-vocabulary.ts';

const SEVERITIES: Mix<TicketDraft['severity']> = [
  ['MINOR', 80],
  ['MAJOR', 16],
  ['CRITICAL', 4],
];
const DUE_DAYS = { MINOR: 3, MAJOR: 2, CRITICAL: 1 } as const;
/** Part of the time allowed that an answer takes before it waits for office hours: one in twenty comes late. */
const ANSWER_MEDIAN = 0.32;
const ANSWER_SIGMA = 0.6;
const SATISFIED: Mix<string> = [
  ['00', 58],
  ['01', 26],
  ['02', 16],
];
/** A ticket is accepted a minute into its contact, so tickets keep the order of contacts. */
const ACCEPTED_AFTER_SECONDS = 60;
/** Appeals to the regulator: 12 per million users a quarter, of 105,000 complaints. */
const ESCALATED = 12 / 105_000;

export type TicketOf = (draft: Draft, subject: Subject) => TicketDraft;

export function createTicketWriter({ catalogue }: World, desk: Desk): TicketOf {
  const topicNames = new Map(catalogue.topics.map(({ code, name }) => [code, name]));

  return (draft, { random, now }) => {
    const { complaintClass, businessType, answers } = matterOf(draft.topicCode);
    const isComplaint = complaintClass !== null;
    const severity = draft.leftOpen ? 'MINOR' : draw(random, SEVERITIES);
    const acceptedAt = draft.at + ACCEPTED_AFTER_SECONDS;
    const allowed = DUE_DAYS[severity] * DAY;
    const dueAt = acceptedAt + allowed;
    const answeredAt = draft.leftOpen
      ? Number.POSITIVE_INFINITY
      : toOfficeHours(acceptedAt + Math.round(allowed * random.logNormal(ANSWER_MEDIAN, ANSWER_SIGMA)));
    const answer = random.pick(answers);
    const course =
      answeredAt > now
        ? openCourse(acceptedAt, dueAt, now)
        : settledCourse(answeredAt, answer, desk.backOffice(random), now, random.float());
    return {
      acceptedAt,
      businessType,
      dueAt,
      acceptedByStaffId: draft.staffId ?? desk.agent(random),
      satisfaction: course.repliedAt !== null && random.chance(0.6) ? draw(random, SATISFIED) : null,
      complaintClass,
      complaintTopic: isComplaint ? (topicNames.get(draft.topicCode) ?? draft.topicCode) : null,
      severity,
      escalated: isComplaint && random.chance(ESCALATED),
      reopened: draft.tie?.relation === 'REPEAT',
      ...course,
    };
  };
}

type Course = Pick<TicketDraft, 'status' | 'progress' | 'repliedAt' | 'repliedByStaffId'>;

function openCourse(acceptedAt: number, dueAt: number, now: number): Course {
  const unanswered = { repliedAt: null, repliedByStaffId: null };
  if (dueAt < now) return { ...unanswered, status: '06', progress: '已催办' };
  if (now - acceptedAt < DAY / 12) return { ...unanswered, status: '00', progress: null };
  return { ...unanswered, status: '01', progress: '已转后台核实' };
}

/** @param fate 0 to 1: decides whether the ticket ended in an unusual way. */
function settledCourse(at: number, answer: string, staffId: string, now: number, fate: number): Course {
  if (fate < 0.02) {
    return { status: '03', progress: '客户撤回', repliedAt: null, repliedByStaffId: null };
  }
  const answered = { repliedAt: at, repliedByStaffId: staffId };
  if (fate < 0.03) return { ...answered, status: '02', progress: '信息不全，已退回' };
  return { ...answered, status: now - at > 7 * DAY ? '05' : '04', progress: answer };
}
