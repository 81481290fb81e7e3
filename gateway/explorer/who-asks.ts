/**
 * Who asks, why, and with which proof: what becomes the headers of each query.
 * All of it is in the memory of the page, but for the id of the person picked.
 */
import { FIRST_PERSONA, type Persona } from './explorer-config.ts';
import type { TEXT } from './language.ts';
import type { PersonaTokens } from './persona-tokens.ts';

export type Purpose = keyof typeof TEXT.zh.purposes;
export type Problem = keyof typeof TEXT.zh.problems;

export interface Asking {
  /** Null where there is no demo identity provider: then `token` was pasted. */
  readonly persona: Persona | null;
  readonly token: string;
  readonly purpose: Purpose | null;
  readonly receipt: string;
  /** Why the last query was not answered at all. */
  readonly problem: Problem | null;
}

export interface WhoAsks {
  readonly personas: readonly Persona[];
  now(): Asking;
  subscribe(listener: () => void): () => void;
  pick(personaId: string): void;
  paste(token: string): void;
  state(purpose: Purpose | null): void;
  prove(receipt: string): void;
  /**
   * Sends with the headers of who asks now, and once more with a new token where the first is refused.
   *
   * @param own Headers of the editor; they win.
   * @throws Error whose message is a `Problem` when there is no token to send.
   */
  ask(
    own: Readonly<Record<string, string>>,
    send: (headers: Headers) => Promise<Response>,
  ): Promise<Response>;
}

interface WhoAsksParts {
  /** Empty where there is no demo identity provider. */
  readonly personas: readonly Persona[];
  readonly tokens: PersonaTokens;
  /** Remembers the person picked. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>;
}

const KEY = 'panorama:persona';

export function createWhoAsks({ personas, tokens, memory }: WhoAsksParts): WhoAsks {
  const listeners = new Set<() => void>();
  const find = (id: string | null) => personas.find((persona) => persona.id === id);
  let asking: Asking = {
    persona: find(memory.getItem(KEY)) ?? find(FIRST_PERSONA) ?? personas[0] ?? null,
    token: '',
    purpose: null,
    receipt: '',
    problem: null,
  };

  function change(part: Partial<Asking>): void {
    asking = { ...asking, ...part };
    for (const listener of listeners) listener();
  }

  /** Says so too where it is not about somebody else by now. */
  function meet({ persona, token }: Asking, problem: Problem | null): void {
    const isTheirs = asking.persona === persona && asking.token === token;
    if (isTheirs && asking.problem !== problem) change({ problem });
  }

  async function tokenOf({ persona, token }: Asking): Promise<string> {
    return persona ? tokens.get(persona.id) : token;
  }

  return {
    personas,
    now: () => asking,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pick(personaId) {
      const persona = find(personaId);
      if (!persona) return;
      memory.setItem(KEY, persona.id);
      // A receipt counts for who authenticated the customer, and for nobody else.
      change({ persona, receipt: '', problem: null });
    },
    paste: (token) => change({ token: asHeader(token).replace(/^bearer/i, ''), problem: null }),
    state: (purpose) => change({ purpose }),
    prove: (receipt) => change({ receipt: asHeader(receipt) }),

    async ask(own, send) {
      const asker = asking;
      const isOwnToken = new Headers(own).has('authorization');
      let token = '';
      if (!isOwnToken) {
        token = await tokenOf(asker).catch(() => '');
        if (token === '') {
          const problem = asker.persona ? 'NO_PROVIDER' : 'NO_TOKEN';
          meet(asker, problem);
          throw new Error(problem);
        }
      }

      let response = await send(toHeaders(asker, token, own));
      if (response.status === 401 && asker.persona && !isOwnToken) {
        const renewed = await tokens.renew(asker.persona.id, token).catch(() => token);
        if (renewed !== token) response = await send(toHeaders(asker, renewed, own));
      }
      const refusal = asker.persona ? 'REFUSED_PERSON' : 'REFUSED_TOKEN';
      meet(asker, response.status === 401 ? refusal : null);
      return response;
    },
  };
}

function toHeaders(
  { purpose, receipt }: Asking,
  token: string,
  own: Readonly<Record<string, string>>,
): Headers {
  const headers = new Headers();
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (purpose) headers.set('panorama-purpose', purpose);
  if (receipt) headers.set('panorama-authentication', receipt);
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return headers;
}

/** What is pasted brings line breaks and spaces; a header takes neither. */
function asHeader(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '');
}
