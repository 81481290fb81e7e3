/** What BOSS billing records of the made-up operator. */
import type { CreateSystemWriter } from '../model.ts';
import { createAccountWriter } from './billing-accounts.ts';
import { createLineWriter } from './billing-lines.ts';
import { createReachWriter } from './customer-reach.ts';

export const createBillingWriter: CreateSystemWriter = (into, world) => {
  const provider = into('service_provider', ['sp_code', 'name']);
  const writeReach = createReachWriter(into);
  const subscriberRef = into('subscriber_ref', ['subscriber_id', 'customer_id']);
  const register = into('customer_register', ['customer_id', 'registered_layer']);
  const writeAccount = createAccountWriter(into);
  const writeLine = createLineWriter(into, world);

  return {
    reference() {
      for (const { code, name } of world.catalogue.serviceProviders) provider([code, name]);
    },
    customer(customer) {
      writeReach(customer);
      // Billing has never heard of prospects, and has struck off those who left.
      if (customer.registeredLayer !== null) register([customer.customerId, customer.registeredLayer]);
      for (const account of customer.accounts) writeAccount(customer.customerId, account);
      for (const line of customer.subscribers) {
        subscriberRef([line.subscriberId, customer.customerId]);
        writeLine(line, customer.regionCode);
      }
    },
  };
};
