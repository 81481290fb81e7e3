/** Tokens of personas: in memory only, fetched when first needed, and again before they expire. */
export interface PersonaTokens {
  /** @throws Error when the identity provider gives none. */
  get(personaId: string): Promise<string>;
  /** Another one in place of a token that was refused. */
  renew(personaId: string, refused: string): Promise<string>;
}

interface Held {
  readonly token: Promise<string>;
  renewAt: number;
}

/** A token is renewed so long before its end: a query must not meet the end on its way. */
const MARGIN_MS = 60_000;
/** Of a token that does not say. */
const SHORT_LIFE_MS = 120_000;

export function createPersonaTokens(
  requestToken: (personaId: string) => Promise<string>,
  now: () => number = Date.now,
): PersonaTokens {
  const held = new Map<string, Held>();

  async function get(personaId: string): Promise<string> {
    const known = held.get(personaId);
    if (known && now() < known.renewAt) return known.token;
    // Shared by all that ask while it is on its way.
    const fresh: Held = { token: requestToken(personaId), renewAt: Number.POSITIVE_INFINITY };
    held.set(personaId, fresh);
    try {
      const token = await fresh.token;
      fresh.renewAt = now() + lifetimeOf(token) - MARGIN_MS;
      return token;
    } catch (error) {
      if (held.get(personaId) === fresh) held.delete(personaId);
      throw error;
    }
  }

  return {
    get,
    async renew(personaId, refused) {
      const known = held.get(personaId);
      // Somebody else may have renewed it meanwhile.
      if (known && (await known.token) === refused && held.get(personaId) === known) held.delete(personaId);
      return get(personaId);
    },
  };
}

/** From issue to expiry: a span, because this computer's clock may differ from the server's. */
function lifetimeOf(token: string): number {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { iat, exp } = JSON.parse(atob(payload)) as { iat?: unknown; exp?: unknown };
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1_000 : SHORT_LIFE_MS;
  } catch {
    // Not a JWT: the server judges it.
    return SHORT_LIFE_MS;
  }
}
