/** What billing registers of customers themselves. Read only. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { ServiceLayer } from '../model.ts';
import type { Checked } from './read-each.ts';

export interface CustomersSource {
  /** The layer each customer is registered in; a customer unknown to billing is absent. */
  layersByCustomers(customerIds: readonly string[]): Promise<Checked<ServiceLayer>>;
}

export function createCustomersSource(db: Database): CustomersSource {
  const layers = db.prepare<
    { ids: readonly number[] },
    { readonly customer_id: number; readonly registered_layer: ServiceLayer }
  >((sql, { ids }) =>
    sql('customer_register').select('customer_id', 'registered_layer').where(db.oneOf('customer_id', ids)),
  );

  return {
    async layersByCustomers(customerIds) {
      const rows = await layers({ ids: toIds(customerIds) });
      return new Map(rows.map((row) => [String(row.customer_id), row.registered_layer]));
    },
  };
}
