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
import type { Systems } from './systems.ts';

/** @param column What of the narrowest range that holds the number. @param number An SQL expression. */
function ofNarrowestRange(column: string, number: string): string {
  const prefixes = [8, 7, 6, 5, 4, 3].map((length) => `substr(${number}, 1, ${length})`);
  return `SELECT ${column} FROM number_segment
    LEFT JOIN region ON region.region_code = number_segment.region_code
    WHERE prefix IN (${prefixes.join(', ')}) AND length(prefix) < length(${number})
    ORDER BY prefix DESC LIMIT 1`;
}

const LINE_COLUMNS = `s.status, s.net_class AS netClass, s.brand_code AS brandCode,
  b.name AS brandName, b.layer AS brandLayer,
  (${ofNarrowestRange('number_segment.region_code', 's.service_number')}) AS originRegionCode`;

export function prepareCrm(systems: Systems) {
  return {
    callers: systems.prepare<[number: string, at: number, at: number], CallerRow>(
      `SELECT s.subscriber_id, s.account_id, s.service_number, s.status AS line_status, s.status_since_at,
         s.net_class, s.opened_on AS line_opened_on, s.real_user_name,
         (SELECT max(own.held_since_at) FROM number_holding own
          WHERE own.subscriber_id = s.subscriber_id AND own.service_number = s.service_number) AS held_since_at,
         c.customer_id, c.name, c.segment, c.status, c.document_type, c.document_number, c.language,
         c.list_flag, c.manager_staff_id, manager.name AS manager_name, region.name AS region_name,
         seat.group_customer_id, seat.position, seat.key_person, unit.unit_name
       FROM number_holding held
       JOIN subscriber s ON s.subscriber_id = held.subscriber_id
       JOIN customer c ON c.customer_id = s.customer_id
       LEFT JOIN region ON region.region_code = c.region_code
       LEFT JOIN staff manager ON manager.staff_id = c.manager_staff_id
       LEFT JOIN group_member seat ON seat.customer_id = c.customer_id
       LEFT JOIN group_customer unit ON unit.customer_id = seat.group_customer_id
       WHERE held.service_number = ? AND held.held_since_at <= ?
         AND (held.held_until_at IS NULL OR held.held_until_at > ?)
       ORDER BY c.customer_id LIMIT ${MAX_MATCHES}`,
    ),
    origin: systems.prepare<{ number: string }, OriginRow>(
      ofNarrowestRange('operator, region.name, region.province', '@number'),
    ),
    lines: systems.prepare<[customer: number], Line>(
      `SELECT ${LINE_COLUMNS} FROM subscriber s LEFT JOIN brand b ON b.brand_code = s.brand_code
       WHERE s.customer_id = ? ORDER BY s.opened_on DESC, s.subscriber_id DESC LIMIT ${MAX_LINES}`,
    ),
    memberships: systems.prepare<[customer: number], Membership>(
      `SELECT level, valid_from AS validFrom, valid_until AS validUntil, points
       FROM membership WHERE customer_id = ?`,
    ),
    running: systems.prepare<[subscriber: number, today: string], RunningRow>(
      `SELECT offer.name, offer.kind, offer.monthly_fee_fen AS monthlyFeeFen, contract_ends_on AS contractEndsOn
       FROM subscription JOIN offer ON offer.offer_id = subscription.offer_id
       WHERE subscriber_id = ? AND (ended_on IS NULL OR ended_on >= ?)
       ORDER BY started_on DESC, subscription_id DESC`,
    ),

    manager: systems.prepare<[staff: string], StaffMember>(
      'SELECT staff_id AS staffId, name, role FROM staff WHERE staff_id = ?',
    ),
    portfolioCount: systems
      .prepare<[staff: string], number>('SELECT count(*) FROM customer WHERE manager_staff_id = ?')
      .pluck(),
    portfolio: systems.prepare<[staff: string, after: number, limit: number], PortfolioRow>(
      `SELECT c.customer_id AS customerId, name, segment, seat.group_customer_id AS seatIn,
         EXISTS (SELECT 1 FROM response
                 WHERE response.customer_id = c.customer_id AND outcome = 'DO_NOT_DISTURB') AS doNotDisturb
       FROM customer c LEFT JOIN group_member seat ON seat.customer_id = c.customer_id
       WHERE manager_staff_id = ? AND c.customer_id > ? ORDER BY c.customer_id LIMIT ?`,
    ),
    linesOfMany: systems.prepare<[today: string, today: string, customers: string], PortfolioLine>(
      `SELECT ${LINE_COLUMNS}, s.customer_id AS customerId, s.subscriber_id AS subscriberId,
         s.account_id AS accountId, s.service_number AS serviceNumber,
         (SELECT max(contract_ends_on) FROM subscription own WHERE own.subscriber_id = s.subscriber_id
          AND own.contract_ends_on >= ? AND (own.ended_on IS NULL OR own.ended_on >= ?)) AS contractEndsOn
       FROM subscriber s LEFT JOIN brand b ON b.brand_code = s.brand_code
       WHERE s.customer_id IN (SELECT value FROM json_each(?))
       ORDER BY s.opened_on DESC, s.subscriber_id DESC`,
    ),
    membershipsOfMany: systems.prepare<[customers: string], Membership & { readonly customerId: number }>(
      `SELECT customer_id AS customerId, level, valid_from AS validFrom, valid_until AS validUntil, points
       FROM membership WHERE customer_id IN (SELECT value FROM json_each(?))`,
    ),
  };
}
