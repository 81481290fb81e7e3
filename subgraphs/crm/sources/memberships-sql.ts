/** Club memberships, by id and by customer. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import { type ReachParams, withinReach } from '#kit/reach';
import type { Membership } from '../model.ts';

interface MembershipRow {
  readonly membership_id: number;
  readonly customer_id: number;
  readonly club: string;
  readonly level: Membership['level'];
  readonly card_number: string;
  readonly valid_from: string;
  readonly valid_until: string;
  readonly points: number;
}

export interface MembershipsSource {
  /** Those of customers within reach. */
  byIds(membershipIds: readonly string[], reach: ReachParams): Promise<ReadonlyMap<string, Membership>>;
  /** Newest first, expired ones included; a customer without any is absent. */
  byCustomers(customerIds: readonly string[]): Promise<ReadonlyMap<string, Membership[]>>;
}

export function createMembershipsSource(db: Database): MembershipsSource {
  const byIds = db.prepare<ReachParams & { ids: number[] }, MembershipRow>((sql, params) =>
    sql('membership')
      .select('*')
      .where(db.oneOf('membership_id', params.ids))
      .where(withinReach(sql, db, 'membership.customer_id', params)),
  );
  const byCustomers = db.prepare<{ ids: number[] }, MembershipRow>((sql, { ids }) =>
    sql('membership')
      .select('*')
      .where(db.oneOf('customer_id', ids))
      .orderBy([
        { column: 'valid_from', order: 'desc' },
        { column: 'membership_id', order: 'desc' },
      ]),
  );
  return {
    async byIds(membershipIds, reach) {
      const rows = await byIds({ ids: toIds(membershipIds), ...reach });
      return new Map(rows.map((row) => [String(row.membership_id), toMembership(row)]));
    },
    async byCustomers(customerIds) {
      const rows = await byCustomers({ ids: toIds(customerIds) });
      return Map.groupBy(rows.map(toMembership), ({ customerId }) => customerId);
    },
  };
}

function toMembership(row: MembershipRow): Membership {
  return {
    membershipId: String(row.membership_id),
    customerId: String(row.customer_id),
    club: row.club,
    level: row.level,
    cardNumber: row.card_number,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    points: row.points,
  };
}
