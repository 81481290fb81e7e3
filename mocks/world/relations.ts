import { toCustomerId } from './ids.ts';
import type { WorldCustomer } from './model.ts';
import type { Standing } from './roster.ts';

type Relation = WorldCustomer['relations'][number];

/** Ties of a customer to others, as the customer has them; the other side of USES and PAYS_FOR is on the line. */
export function relationsOf(index: number, standing: Standing, openedOn: string): readonly Relation[] {
  const { family, paysFor, kind, usesLineOf } = standing;
  const tie = (relation: Relation['kind'], other: number, since: string | null): Relation => ({
    kind: relation,
    customerId: toCustomerId(other),
    since,
  });
  const relatives =
    family === null ? [] : [family.head, ...family.dependants].filter((each) => each !== index);
  return [
    ...relatives.map((other) => tie('FAMILY', other, null)),
    // A unit's members say so themselves, by their seats.
    ...(kind === 'UNIT' ? [] : paysFor.map((other) => tie('PAYS_FOR', other, openedOn))),
    ...(usesLineOf === null ? [] : [tie('USES', usesLineOf, null)]),
  ];
}
