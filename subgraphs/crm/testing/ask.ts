/** A crm subgraph over the hand-made people, and a way to ask it. */
import { type ExecutionResult, graphql } from 'graphql';
import { createCrmSubgraph } from '../subgraph.ts';
import { type CrmDatabase, createCrmDatabase, type Rows } from './crm-database.ts';
import { NOW, PEOPLE } from './people.ts';

type Variables = Readonly<Record<string, unknown>>;
/** Answers are compared with `toEqual`, which needs no static type. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what each test states
type Answer = ExecutionResult<any>;

export interface Crm extends CrmDatabase {
  ask(source: string, variables?: Variables): Promise<Answer>;
  /** Asks for entities as the gateway does. */
  entities(selection: string, representations: readonly Variables[]): Promise<Answer>;
}

export async function createCrm(rows: Rows = PEOPLE, now: Date = NOW): Promise<Crm> {
  const database = await createCrmDatabase(rows);
  const subgraph = createCrmSubgraph(database.db, () => now);
  const ask = async (source: string, variables: Variables = {}): Promise<Answer> =>
    // Through JSON, as a client sees it: without prototypes.
    JSON.parse(
      JSON.stringify(
        await graphql({
          schema: subgraph.schema,
          source,
          variableValues: variables,
          contextValue: subgraph.createContext(),
        }),
      ),
    ) as Answer;
  return {
    ...database,
    ask,
    entities: (selection, representations) =>
      ask(`query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${selection} } }`, {
        of: representations,
      }),
  };
}
