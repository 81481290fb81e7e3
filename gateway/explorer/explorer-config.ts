/** What the server tells the explorer: `GET /explorer/config.json`. */
export interface ExplorerConfig {
  /** One ready tab each, in this order. */
  readonly operations: readonly ExplorerOperation[];
  readonly cases: readonly NamedCase[];
  /** Business time of the synthetic operator, ISO 8601 with offset. */
  readonly now: string;
  /** Whether the demo identity provider is there to pick a person from; without it, a token must be pasted. */
  readonly personas: boolean;
}

export interface ExplorerOperation {
  /** As in `POST /operations/<name>`. */
  readonly name: string;
  readonly operationName: string;
  readonly body: string;
  /** An example that answers. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Names of the variables that it cannot do without. */
  readonly requires: readonly string[];
}

/** A customer of the synthetic operator who always exists, and what the number shows. */
export interface NamedCase {
  readonly id: string;
  /** What the phone shows: the number of a line, or only a contact phone. */
  readonly serviceNumber: string;
  readonly customerId: string;
  /** Of the line that the number rings; null for those who have none. */
  readonly subscriberId: string | null;
  readonly zh: string;
  readonly en: string;
}

/** One of `GET /demo/personas`: somebody to ask as. */
export interface Persona {
  readonly id: string;
  readonly role: string;
  readonly zh: string;
  readonly en: string;
  /** What they may see, in a sentence. */
  readonly sees: { readonly zh: string; readonly en: string };
}

export const PERSONAS_PATH = '/demo/personas';
/** Who asks until somebody else is picked. */
export const FIRST_PERSONA = 'hotline-agent';

/** The document that answers a ringing number: the one to try first. */
export const FIRST_OPERATION = 'screen-pop';
/** The document that also finds who has no line: it looks up by a contact phone as well. */
export const LOOKUP_OPERATION = 'retail-counter';
