/** The thirteen invented operations of this BOSS, KF1001 to KF1013. */
import { createCustomerOperations } from './customer-operations.ts';
import { createMoneyOperations } from './money-operations.ts';
import { createNumberOperation } from './number-operation.ts';
import type { Operations } from './operation.ts';
import type { Operator } from './operator.ts';
import { createPasswordOperations, type Passwords } from './password-operations.ts';
import { createUsageOperations } from './usage-operations.ts';

export function createOperations(operator: Operator, passwords: Passwords | null): Operations {
  return {
    ...createNumberOperation(operator),
    ...createCustomerOperations(operator),
    ...createMoneyOperations(operator),
    ...createUsageOperations(operator),
    ...createPasswordOperations(passwords),
  };
}
