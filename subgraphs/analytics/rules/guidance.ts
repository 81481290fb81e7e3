import type { Evidence, EvidenceNumber, Guidance, LiveFacts, Score, Warning } from '../model.ts';
import type { GuidancePolicy } from './guidance-policy.ts';
import { oneDecimal } from './units.ts';

/** What guidance is made of, for one customer. */
export interface GuidanceFacts {
  readonly feeSensitivity: Measured;
  readonly complaintSensitivity: Measured;
  /** Of the line likeliest to be given up. */
  readonly churn: Measured;
  /** Of all lines, most severe first. */
  readonly warnings: readonly Warning[];
  /** The best product to keep him that may be offered now; undefined without one. */
  readonly retention: { readonly rank: number } | undefined;
  readonly live: LiveFacts;
}

type Measured = Pick<Score, 'value' | 'band'>;

type Rule = (facts: GuidanceFacts, policy: GuidancePolicy) => Guidance | null;

const MAX_GUIDANCE = 6;

/** The most important first. */
const RULES: readonly Rule[] = [
  doNotDisturb,
  contactsUnknown,
  openComplaint,
  feesHigh,
  complaintCare,
  churnHigh,
  feesMedium,
];

/**
 * What an agent should say, and should not (S12, S13), the most important first. Rules without a score to go by say
 * nothing.
 */
export function guidanceFor(facts: GuidanceFacts, policy: GuidancePolicy): Guidance[] {
  return RULES.flatMap((rule) => rule(facts, policy) ?? []).slice(0, MAX_GUIDANCE);
}

function doNotDisturb({ live }: GuidanceFacts): Guidance | null {
  if (!live.doNotDisturb) return null;
  return avoid({
    code: 'DO_NOT_DISTURB',
    textZh: '客户已要求免打扰：只处理来电事项，不做任何推荐',
    textEn: 'The customer has asked not to be disturbed: settle what he called for and offer nothing',
    numbers: [],
  });
}

/** Silence must not pass for consent while contacts is down. */
function contactsUnknown({ live }: GuidanceFacts): Guidance | null {
  if (live.doNotDisturb || (live.doNotDisturb !== null && live.openComplaintCount !== null)) return null;
  return avoid({
    code: 'CONTACTS_UNKNOWN',
    textZh: '未结投诉和免打扰情况暂时未知：先问是否有未解决的投诉，不做任何推荐',
    textEn:
      'Open complaints and do-not-disturb are not known at the moment: ask whether a complaint is open, and offer nothing',
    numbers: [],
  });
}

function openComplaint({ live: { openComplaintCount: open } }: GuidanceFacts): Guidance | null {
  if (open === null || open === 0) return null;
  return say({
    code: 'OPEN_COMPLAINT',
    textZh: `有${open}件投诉未办结：先主动告知处理进度`,
    textEn: `Complaints not settled: ${open}. First tell how they stand, without being asked`,
    numbers: [{ name: 'openComplaints', value: open, unit: 'ticket' }],
  });
}

/** S12. */
function feesHigh({ feeSensitivity: { value, band } }: GuidanceFacts): Guidance | null {
  if (value === null || band !== 'HIGH') return null;
  return avoid({
    code: 'FEE_SENSITIVITY_HIGH',
    textZh: `资费敏感度高（${oneDecimal(value)}分）：不要推荐套餐，不要主动谈新业务资费`,
    textEn: `Highly fee-sensitive (${oneDecimal(value)}): recommend no plans and bring up no tariffs of new services`,
    numbers: [points('feeSensitivity', value)],
  });
}

function feesMedium({ feeSensitivity: { value, band } }: GuidanceFacts): Guidance | null {
  if (value === null || band !== 'MEDIUM') return null;
  return avoid({
    code: 'FEE_SENSITIVITY_MEDIUM',
    textZh: `资费敏感度中等（${oneDecimal(value)}分）：客户问起时再谈价格`,
    textEn: `Somewhat fee-sensitive (${oneDecimal(value)}): mention prices only when asked`,
    numbers: [points('feeSensitivity', value)],
  });
}

/** S13: the higher the score, the stronger the word. One complaint of a newcomer scores high and is MEDIUM all the same. */
function complaintCare(
  { complaintSensitivity: { value, band } }: GuidanceFacts,
  { utmostCareFrom }: GuidancePolicy,
): Guidance | null {
  if (value === null || (band !== 'MEDIUM' && band !== 'HIGH')) return null;
  const care = band === 'MEDIUM' ? CARE.some : value < utmostCareFrom ? CARE.much : CARE.utmost;
  return say({
    code: care.code,
    textZh: `${care.zh[0]}（${oneDecimal(value)}分）：${care.zh[1]}`,
    textEn: `${care.en[0]} (${oneDecimal(value)}): ${care.en[1]}`,
    numbers: [points('complaintSensitivity', value)],
  });
}

const CARE = {
  some: {
    code: 'COMPLAINT_CARE_SOME',
    zh: ['投诉敏感度中等', '顺带问一句以前反映的问题是否已解决'],
    en: ['Somewhat inclined to complain', 'ask in passing whether what he reported is settled'],
  },
  much: {
    code: 'COMPLAINT_CARE_MUCH',
    zh: ['投诉敏感度高', '先关心以前投诉的问题，再办业务，答复要有时限'],
    en: [
      'Inclined to complain',
      'first care for what he complained of, then do business; say by when he hears from us',
    ],
  },
  utmost: {
    code: 'COMPLAINT_CARE_UTMOST',
    zh: ['投诉敏感度很高', '先致歉并专心处理投诉的问题，当场落实，解决不了立即转班长'],
    en: [
      'Very inclined to complain',
      'apologise, attend to what he complained of before anything else, and hand over to the supervisor what cannot be settled at once',
    ],
  },
} as const;

function churnHigh({ churn, warnings, retention }: GuidanceFacts): Guidance | null {
  if (churn.value === null || churn.band !== 'HIGH') return null;
  const percent = oneDecimal(churn.value);
  const cause = warnings[0]?.evidence;
  const numbers: EvidenceNumber[] = [
    { name: 'churn', value: churn.value, unit: 'percent' },
    ...(cause?.numbers ?? []),
    ...(retention ? [{ name: 'retentionRank', value: retention.rank, unit: 'rank' }] : []),
  ];
  return say({
    code: 'CHURN_HIGH',
    textZh:
      `离网倾向高（60天内${percent}%）：问清哪里不满意` +
      (cause ? `（${cause.textZh}）` : '') +
      (retention ? '，可推荐排在最前的维系产品' : ''),
    textEn:
      `Likely to leave (${percent}% within 60 days): ask what is wrong` +
      (cause ? ` (${cause.textEn})` : '') +
      (retention ? ', and offer the first of the retention products' : ''),
    numbers,
  });
}

function points(name: string, value: number): EvidenceNumber {
  return { name, value, unit: 'point' };
}

function say(evidence: Evidence): Guidance {
  return { code: evidence.code, kind: 'SAY', evidence };
}

function avoid(evidence: Evidence): Guidance {
  return { code: evidence.code, kind: 'AVOID', evidence };
}
