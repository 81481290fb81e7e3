/** What a generated operation is made of, before anything in it has a name. */

export type Value =
  | { readonly kind: 'leaf'; readonly json: string | number | boolean | null; readonly isEnum?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly fields: readonly Argument[] }
  | {
      readonly kind: 'variable';
      readonly type: string;
      /** What the client sends; undefined when it sends nothing. */
      readonly sent: Value | undefined;
      readonly fallback: Value | undefined;
    };

export interface Argument {
  readonly name: string;
  readonly value: Value;
}

export interface Condition {
  readonly directive: 'include' | 'skip';
  readonly value: Value;
}

export type Selection =
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly aliased: boolean;
      readonly args: readonly Argument[];
      readonly conditions: readonly Condition[];
      /** None for a leaf; of two, the field is asked for twice and the answers merge. */
      readonly selectionSets: readonly (readonly Selection[])[];
    }
  | {
      readonly kind: 'fragment';
      readonly on: string | undefined;
      readonly named: boolean;
      readonly conditions: readonly Condition[];
      readonly selections: readonly Selection[];
    }
  /** The meta field `__type`, for a type of this name. */
  | { readonly kind: 'introspection'; readonly type: string };

/** An alias that takes the name of another field, which then goes by its name or by none. */
export interface Theft {
  readonly victim: string;
  readonly thief: string;
  readonly swap: boolean;
}

export interface OperationChoices {
  readonly kind: 'query' | 'mutation';
  readonly selections: readonly Selection[];
  readonly theft: Theft | undefined;
  /** Whether conditions are written; most operations should have none. */
  readonly isConditional: boolean;
}
