/** What BOSS billing records of the made-up operator. */
import type { CreateSystemWriter } from '../model.ts';
import { createAccountWriter } from './billing-accounts.ts';
import { createLineWriter } from './billing-lines.ts';

export const createBillingWriter: CreateSystemWriter = (into, world) => {
  const provider = into('service_provider', ['sp_code', 'name']);
  const register = into('customer_register', ['customer_id', 'registered_layer']);
  const writeAccount = createAccountWriter(into);
  const writeLine = createLineWriter(into, world);

  return {
    reference() {
      for (const { code, name } of world.catalogue.serviceProviders) provider([code, name]);
    },
    customer(customer) {
      // Billing has never heard of prospects, and has struck off those who left.
      if (customer.registeredLayer !== null) register([customer.customerId, customer.registeredLayer]);
      for (const account of customer.accounts) writeAccount(customer.customerId, account);
      for (const line of customer.subscribers) writeLine(line, customer.regionCode);
    },
  };
};
