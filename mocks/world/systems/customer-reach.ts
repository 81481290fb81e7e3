import type { CreateSystemWriter, WorldCustomer } from '../model.ts';

/** Who may see a customer, as every system but crm is told it: crm knows it from its own tables. */
export function createReachWriter(
  into: Parameters<CreateSystemWriter>[0],
): (customer: WorldCustomer) => void {
  const reach = into('customer_reach', [
    'customer_id',
    'region_code',
    'manager_staff_id',
    'group_manager_staff_id',
  ]);
  return ({ customerId, regionCode, managerStaffId, group, groupSeat }) =>
    reach([
      customerId,
      regionCode,
      group === null ? managerStaffId : null,
      (group ?? groupSeat)?.managerStaffId ?? null,
    ]);
}
