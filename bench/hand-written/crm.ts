/** Who somebody is, and what they have. */
import type {
  Customer,
  Offer,
  Operator,
  ServiceLayer,
  Subscriber,
  Membership as WholeMembership,
} from '../../subgraphs/crm/model.ts';
import { identities, type Line as RuledLine, validPoints } from '../../subgraphs/crm/service-layer.ts';
import { vipGrade } from '../../subgraphs/kit/customer-class.ts';

/** A line that a number rings, with its holder and all that crm has exactly one of. */
export interface CallerRow {
  readonly subscriber_id: number;
  readonly account_id: number;
  readonly service_number: string;
  readonly line_status: Subscriber['status'];
  readonly status_since_at: number;
  readonly net_class: Subscriber['netClass'];
  readonly line_opened_on: string;
  readonly real_user_name: string | null;
  readonly held_since_at: number | null;
  readonly customer_id: number;
  readonly name: string;
  readonly segment: Customer['segment'];
  readonly status: Customer['status'];
  readonly document_type: string | null;
  readonly document_number: string | null;
  readonly language: Customer['language'];
  readonly list_flag: Customer['listFlag'];
  readonly manager_staff_id: string | null;
  readonly manager_name: string | null;
  readonly region_name: string | null;
  readonly group_customer_id: number | null;
  readonly position: string | null;
  readonly key_person: number | null;
  readonly unit_name: string | null;
}

export interface OriginRow {
  readonly operator: Operator;
  readonly name: string | null;
  readonly province: string | null;
}

export type Membership = Pick<WholeMembership, 'level' | 'validFrom' | 'validUntil' | 'points'>;

export interface Line extends Pick<Subscriber, 'status' | 'netClass' | 'brandCode'> {
  readonly brandName: string | null;
  readonly brandLayer: ServiceLayer | null;
  readonly originRegionCode: string | null;
}

export interface PortfolioLine extends Line {
  readonly customerId: number;
  readonly subscriberId: number;
  readonly accountId: number;
  readonly serviceNumber: string;
  readonly contractEndsOn: string | null;
}

export interface RunningRow extends Pick<Offer, 'name' | 'kind' | 'monthlyFeeFen'> {
  readonly contractEndsOn: string | null;
}

export interface PortfolioRow {
  readonly customerId: number;
  readonly name: string;
  readonly segment: Customer['segment'];
  readonly seatIn: number | null;
  /** 1 where contacts says that he has asked for it. */
  readonly doNotDisturb: number;
}

/** Lines and matches shown of one customer or number. */
export const MAX_LINES = 50;
export const MAX_MATCHES = 20;

/** What the rules decide about a customer. They read no more of lines and cards than is selected above. */
export function standingOf(
  isInUnit: boolean,
  cards: readonly Membership[],
  lines: readonly Line[],
  today: string,
) {
  const memberships = cards as readonly WholeMembership[];
  const standing = { memberships, inGroup: isInUnit };
  const [highest] = identities(standing, lines.map(toRuledLine), today);
  return { standing, layer: highest?.layer ?? null, vipGrade: vipGrade(memberships, today) };
}

function toRuledLine(line: Line): RuledLine {
  const { brandLayer, originRegionCode } = line;
  return { subscriber: line as Line & Subscriber, brandLayer, originRegionCode };
}

/** Points of the cards that are valid. */
export function pointsOf(cards: readonly Membership[], today: string): number {
  return validPoints(cards as readonly WholeMembership[], today);
}
