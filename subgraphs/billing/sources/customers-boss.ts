/** The layer that customers are registered in, from BOSS (KF1012, invented). */
import { oneOf } from '#kit/boss/units';
import type { ServiceLayer } from '../model.ts';
import { askEach, type BossOf } from './boss-ask.ts';
import type { CustomersSource } from './customers-sql.ts';

const registered = oneOf({ 0: false, 1: true });
const layer = oneOf<ServiceLayer>({
  1: 'GOTONE_VIP',
  2: 'GROUP',
  3: 'ROAM_IN',
  4: 'GOTONE_CONTRACT',
  5: 'PREPAID_BRAND',
  6: 'EASYOWN',
  7: 'LOCAL_BRAND',
});

export function createCustomersSource(of: BossOf): CustomersSource {
  return {
    layersByCustomers: (customerIds) =>
      askEach(of, customerIds, async (customerId, ask) => {
        const content = await ask('KF1012', { CustID: customerId });
        return content.value('Registered', registered) ? content.value('Layer', layer) : null;
      }),
  };
}
