import { expect, it } from '@jest/globals';
import type { CustomersSource } from '../../sources/customers-sql.ts';
import { tells } from './tells.ts';

/** What any source of registered customers does with the contract's rows. */
export function customersContract(source: () => CustomersSource): void {
  it('finds the layer of each, and leaves out who is not registered', async () => {
    const layers = await source().layersByCustomers(['1', '2', '3', 'none']);
    expect(Object.fromEntries(layers)).toEqual({ '1': 'GOTONE_VIP', '2': 'LOCAL_BRAND' });
  });

  it('tells nothing of whom it does not know', async () => {
    expect(tells(await source().layersByCustomers(['99']), '99')).toBe(false);
  });
}
