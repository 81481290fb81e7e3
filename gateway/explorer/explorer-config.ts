/** What the server tells the explorer: `GET /explorer/config.json`. */
export interface ExplorerConfig {
  /** One ready tab each, in this order. */
  readonly operations: readonly ExplorerOperation[];
  readonly cases: readonly NamedCase[];
  /** Business time of the synthetic operator, ISO 8601 with offset. */
  readonly now: string;
}

export interface ExplorerOperation {
  /** As in `POST /operations/<name>`. */
  readonly name: string;
  readonly operationName: string;
  readonly body: string;
  /** An example that answers. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether it has a variable `number`, so that a named case can run it. */
  readonly takesNumber: boolean;
}

/** A customer of the synthetic operator who always exists, and what the number shows. */
export interface NamedCase {
  readonly id: string;
  readonly serviceNumber: string;
  readonly zh: string;
  readonly en: string;
}

/** The document that answers a ringing number: the one to try first. */
export const FIRST_OPERATION = 'screen-pop';
