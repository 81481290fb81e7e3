/** Statements for who somebody is, and what they have. */
import type { StaffMember } from '../../../subgraphs/crm/model.ts';
import {
  type CallerRow,
  type Line,
  MAX_LINES,
  MAX_MATCHES,
  type Membership,
  type OriginRow,
  type PortfolioLine,
  type PortfolioRow,
  type RunningRow,
} from '../crm.ts';
import { OWNERS, type Server } from './server.ts';

/** Of number ranges, the widest last: numbers of ranges are that long. */
const PREFIXES = [8, 7, 6, 5, 4, 3] as const;

/** What may be the prefix of a number; one that is no shorter than the number is not. */
export function prefixesOf(number: string): [string, string, string, string, string, string] {
  const [p8, p7, p6, p5, p4, p3] = PREFIXES.map((length) =>
    length < number.length ? number.slice(0, length) : '',
  );
  return [p8 ?? '', p7 ?? '', p6 ?? '', p5 ?? '', p4 ?? '', p3 ?? ''];
}

type Prefixes = ReturnType<typeof prefixesOf>;

export function prepareCrm({ names: { crm, contacts }, prepare }: Server) {
  // One look into the primary key for each length; `prefix IN (LEFT(…), …)` would read all ranges for each line.
  const origin = `SELECT n.region_code FROM seq_3_to_8 width
    STRAIGHT_JOIN ${crm}.number_segment n ON n.prefix = LEFT(s.service_number, width.seq)
    WHERE width.seq < CHAR_LENGTH(s.service_number) ORDER BY width.seq DESC LIMIT 1`;
  const lineColumns = `s.status, s.net_class AS netClass, s.brand_code AS brandCode,
    b.name AS brandName, b.layer AS brandLayer, (${origin}) AS originRegionCode`;

  return {
    callers: prepare<[number: string, at: number, at: number], CallerRow>(
      `SELECT s.subscriber_id, s.account_id, s.service_number, s.status AS line_status, s.status_since_at,
         s.net_class, s.opened_on AS line_opened_on, s.real_user_name,
         (SELECT max(own.held_since_at) FROM ${crm}.number_holding own
          WHERE own.subscriber_id = s.subscriber_id AND own.service_number = s.service_number) AS held_since_at,
         c.customer_id, c.name, c.segment, c.status, c.document_type, c.document_number, c.language,
         c.list_flag, c.manager_staff_id, manager.name AS manager_name, region.name AS region_name,
         seat.group_customer_id, seat.position, seat.key_person, unit.unit_name
       FROM ${crm}.number_holding held
       JOIN ${crm}.subscriber s ON s.subscriber_id = held.subscriber_id
       JOIN ${crm}.customer c ON c.customer_id = s.customer_id
       LEFT JOIN ${crm}.region ON region.region_code = c.region_code
       LEFT JOIN ${crm}.staff manager ON manager.staff_id = c.manager_staff_id
       LEFT JOIN ${crm}.group_member seat ON seat.customer_id = c.customer_id
       LEFT JOIN ${crm}.group_customer unit ON unit.customer_id = seat.group_customer_id
       WHERE held.service_number = ? AND held.held_since_at <= ?
         AND (held.held_until_at IS NULL OR held.held_until_at > ?)
       ORDER BY c.customer_id LIMIT ${MAX_MATCHES}`,
    ),
    origin: prepare<Prefixes, OriginRow>(
      `SELECT operator, region.name, region.province FROM ${crm}.number_segment
       LEFT JOIN ${crm}.region ON region.region_code = number_segment.region_code
       WHERE prefix IN (${PREFIXES.map(() => '?').join(', ')}) ORDER BY prefix DESC LIMIT 1`,
    ),
    lines: prepare<[customer: number], Line>(
      `SELECT ${lineColumns} FROM ${crm}.subscriber s LEFT JOIN ${crm}.brand b ON b.brand_code = s.brand_code
       WHERE s.customer_id = ? ORDER BY s.opened_on DESC, s.subscriber_id DESC LIMIT ${MAX_LINES}`,
    ),
    memberships: prepare<[customer: number], Membership>(
      `SELECT level, valid_from AS validFrom, valid_until AS validUntil, points
       FROM ${crm}.membership WHERE customer_id = ?`,
    ),
    running: prepare<[subscriber: number, today: string], RunningRow>(
      `SELECT offer.name, offer.kind, offer.monthly_fee_fen AS monthlyFeeFen, contract_ends_on AS contractEndsOn
       FROM ${crm}.subscription JOIN ${crm}.offer ON offer.offer_id = subscription.offer_id
       WHERE subscriber_id = ? AND (ended_on IS NULL OR ended_on >= ?)
       ORDER BY started_on DESC, subscription_id DESC`,
    ),

    manager: prepare<[staff: string], StaffMember & { readonly customers: number }>(
      `SELECT staff_id AS staffId, name, role,
         (SELECT count(*) FROM ${crm}.customer WHERE manager_staff_id = staff.staff_id) AS customers
       FROM ${crm}.staff WHERE staff_id = ?`,
    ),
    portfolio: prepare<[staff: string, after: number, limit: number], PortfolioRow>(
      `SELECT c.customer_id AS customerId, name, segment, seat.group_customer_id AS seatIn,
         EXISTS (SELECT 1 FROM ${contacts}.response
                 WHERE response.customer_id = c.customer_id AND outcome = 'DO_NOT_DISTURB') AS doNotDisturb
       FROM ${crm}.customer c LEFT JOIN ${crm}.group_member seat ON seat.customer_id = c.customer_id
       WHERE manager_staff_id = ? AND c.customer_id > ? ORDER BY c.customer_id LIMIT ?`,
    ),
    linesOfMany: prepare<[today: string, today: string, customers: string], PortfolioLine>(
      `SELECT ${lineColumns}, s.customer_id AS customerId, s.subscriber_id AS subscriberId,
         s.account_id AS accountId, s.service_number AS serviceNumber,
         (SELECT max(contract_ends_on) FROM ${crm}.subscription own WHERE own.subscriber_id = s.subscriber_id
          AND own.contract_ends_on >= ? AND (own.ended_on IS NULL OR own.ended_on >= ?)) AS contractEndsOn
       FROM ${OWNERS} STRAIGHT_JOIN ${crm}.subscriber s ON s.customer_id = owner.customer_id
       LEFT JOIN ${crm}.brand b ON b.brand_code = s.brand_code
       ORDER BY s.opened_on DESC, s.subscriber_id DESC`,
    ),
    membershipsOfMany: prepare<[customers: string], Membership & { readonly customerId: number }>(
      `SELECT m.customer_id AS customerId, level, valid_from AS validFrom, valid_until AS validUntil, points
       FROM ${OWNERS} STRAIGHT_JOIN ${crm}.membership m ON m.customer_id = owner.customer_id`,
    ),
  };
}
