/**
 * An entity that another system owns, and this one adds to, is made of its id
 * alone: who may see it is looked up when it is asked for by id, and again by
 * each of its fields, however it was come by. Within a request that costs nothing.
 */
import { GraphQLError } from 'graphql';

/**
 * The entity, once `check` has passed.
 *
 * @throws what `check` does where it is refused. A system that is down refuses
 *   nothing: then each field fails for itself, as every section does.
 */
export async function afterCheck<Entity extends object>(
  check: Promise<unknown>,
  entity: Entity,
): Promise<Entity> {
  try {
    await check;
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions['code'] === 'FORBIDDEN') throw error;
    return entity;
  }
  return Object.assign(entity, { [CHECKED]: true });
}

/** Says of an entity that the check of this request has passed: its fields need not wait for it once more. */
const CHECKED = Symbol('within reach');

function isChecked(entity: unknown): boolean {
  return (entity as { [CHECKED]?: boolean })[CHECKED] === true;
}

type Resolve<Entity, Context> = (entity: Entity, args: object, context: Context, info: object) => unknown;

/** The same resolvers, each of which awaits `check` first; `__resolveReference` has its own. */
export function checkedFields<Resolvers extends object, Entity, Context>(
  resolvers: Resolvers,
  check: (entity: Entity, context: Context) => Promise<unknown>,
): Resolvers {
  const fields = Object.entries<Resolve<Entity, Context>>(resolvers as never).map(([name, resolve]) => {
    if (name === '__resolveReference') return [name, resolve];
    const afterwards: Resolve<Entity, Context> = async (entity, args, context, info) => {
      await check(entity, context);
      return resolve(entity, args, context, info);
    };
    const checked: Resolve<Entity, Context> = (entity, args, context, info) =>
      isChecked(entity) ? resolve(entity, args, context, info) : afterwards(entity, args, context, info);
    return [name, checked];
  });
  return Object.fromEntries(fields) as Resolvers;
}
