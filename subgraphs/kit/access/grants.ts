/** What a request may do, in the words of the federation directives: scopes, and policies that hold for it. */
export interface Grants {
  /** Equal for equal grants: what was decided for one request holds for all of the same key. */
  readonly key: string;
  /** `@authenticated`. */
  readonly authenticated: boolean;
  /** `@requiresScopes`. */
  readonly scopes: ReadonlySet<string>;
  /** `@policy`. */
  readonly policies: ReadonlySet<string>;
}

/** Of somebody who is known. Nothing is granted to anybody else: `NO_GRANTS`. */
export function createGrants(scopes: readonly string[], policies: readonly string[]): Grants {
  const key = JSON.stringify([[...scopes].sort(), [...policies].sort()]);
  return { key, authenticated: true, scopes: new Set(scopes), policies: new Set(policies) };
}

export const NO_GRANTS: Grants = {
  key: '',
  authenticated: false,
  scopes: new Set(),
  policies: new Set(),
};
