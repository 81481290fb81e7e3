/** How a try to authenticate goes: on record, then counted, then checked. */

import { randomUUID } from 'node:crypto';
import { entryOf } from '#kit/audit/entry';
import type { AuditTrail } from '#kit/audit/trail';
import { appError } from '#kit/errors';
import { toLookupValue } from '#kit/lookup-value';
import { signReceipt } from '#kit/receipt';
import type { SubgraphRequest } from '#kit/subgraph';
import type { Role, Viewer } from '#kit/viewer';
import type { Transaction, WritableDatabase } from '#kit/writable-database';
import type {
  AuthenticatedUse,
  Authentication,
  AuthenticationKey,
  AuthenticationMethod,
  LoggedOutcome,
  Outcome,
  Party,
} from './model.ts';
import type { PasswordSystem } from './password-system.ts';
import type { AttemptsSource, Counted } from './sources/attempts-sql.ts';
import type { AuthenticationsSource } from './sources/authentications-sql.ts';
import type { PartiesSource } from './sources/parties-sql.ts';

export interface AuthenticateInput {
  readonly method: AuthenticationMethod;
  readonly by: AuthenticationKey;
  readonly value: string;
  readonly passwordBlock?: string | null | undefined;
}

export interface AuthenticateParts {
  /** Counters and log are one transaction. */
  readonly store: Pick<WritableDatabase, 'atomically'>;
  readonly attempts: AttemptsSource;
  readonly log: AuthenticationsSource;
  readonly parties: PartiesSource;
  readonly passwords: PasswordSystem;
  readonly trail: AuditTrail;
  readonly receiptKey: Uint8Array;
  /** Keyed hash of what names nobody, so that tries on it are counted too. */
  readonly hash: (text: string) => string;
  /** The real clock, epoch milliseconds. */
  readonly now: () => number;
  /** Business day. */
  readonly today: () => string;
}

const RECEIPT_MS = 10 * 60_000;

/** Which names go with which proof. */
const KEYS: Readonly<Record<AuthenticationMethod, readonly AuthenticationKey[]>> = {
  SERVICE_PASSWORD: ['SERVICE_NUMBER', 'BROADBAND_ACCOUNT', 'ID_DOCUMENT'],
  ID_DOCUMENT: ['ID_DOCUMENT'],
  MEMBER_CARD: ['MEMBER_CARD'],
};

/** By whom something can be shown at all (I08): a document across a counter, a card to a person. */
const METHODS: Readonly<Partial<Record<Role, readonly AuthenticationMethod[]>>> = {
  HOTLINE_AGENT: ['SERVICE_PASSWORD'],
  VIP_SEAT: ['SERVICE_PASSWORD', 'MEMBER_CARD'],
  RETAIL_CLERK: ['SERVICE_PASSWORD', 'ID_DOCUMENT', 'MEMBER_CARD'],
  IVR: ['SERVICE_PASSWORD'],
  SMS: ['SERVICE_PASSWORD'],
  WEB_HALL: ['SERVICE_PASSWORD'],
};

/** What was proved: `INITIAL` is a password that must be changed before transactions. */
type Proof = 'PROVED' | 'INITIAL' | 'NOT' | 'UNREADABLE';

/** What a try that has ended is to the counters. */
type Count = (transaction: Transaction) => Promise<void>;

/**
 * @throws BAD_USER_INPUT for what can't be tried; AUDIT_UNAVAILABLE and SOURCE_… where
 *   it can't be now. A source that fails costs no try.
 */
export async function authenticate(
  input: AuthenticateInput,
  { viewer, accesses, addressHash }: SubgraphRequest,
  parts: AuthenticateParts,
): Promise<Authentication> {
  requirePossible(input, viewer);
  const { store, attempts, log, parties, trail, now, today } = parts;
  const { method, by } = input;
  const key = toLookupValue(by, input.value);
  const found = await parties.find(by, key, today(), viewer.reach);
  // Somebody out of reach is nobody: not told apart, and neither compared nor counted.
  const party = found?.party ?? null;
  if (found && !party) accesses.refused(found.customerId);
  const record = (outcome: string): Promise<void> =>
    trail.append(
      entryOf(viewer, {
        kind: 'AUTHENTICATION',
        customers: found ? [found.customerId] : [],
        operation: 'authenticate',
        outcome,
      }),
    );
  if (party && method === 'ID_DOCUMENT') await requireUnseenDocument(party, viewer, trail);
  await record(`TRY ${method}`);

  const authenticationId = randomUUID();
  const counted = countedFor(viewer, addressHash, party?.customerId ?? `? ${parts.hash(`${by} ${key}`)}`);
  const closedUntil = await store.atomically(async (transaction) => {
    const until = await attempts.reserve(counted, now(), transaction);
    const { subject, role, channel } = viewer;
    const who = { subject, role, channel, addressHash, party };
    const outcome = until === null ? 'TRIED' : 'CLOSED';
    await log.log({ authenticationId, at: now(), method, outcome, ...who }, transaction);
    return until;
  });
  if (closedUntil !== null) {
    await record('CLOSED');
    return toAuthentication(authenticationId, 'CLOSED', { closedUntil });
  }

  async function end(outcome: LoggedOutcome, count: Count | null, mustChange = false): Promise<void> {
    await store.atomically(async (transaction) => {
      await count?.(transaction);
      await log.settle(authenticationId, outcome, mustChange, transaction);
    });
    await record(outcome);
  }
  const proof = await prove(input, party, parts).catch(async (error: unknown) => {
    // Not checked, so no error of anybody's.
    await end('UNANSWERED', (transaction) => attempts.takeBack(counted, transaction));
    throw error;
  });
  if (proof === 'UNREADABLE') {
    // No password was tried, so the customer is not closed by it; whoever sends such things is.
    const others = counted.filter(({ scope }) => scope !== 'STAFF');
    await end(proof, (transaction) => attempts.takeBack(others, transaction));
    throw appError(
      'BAD_USER_INPUT',
      'passwordBlock can not be opened: it is not of a collector, older than 120 s, or used. Collect it again.',
    );
  }
  if (proof === 'NOT' || !party) {
    await end('FAILED', null);
    return toAuthentication(authenticationId, 'FAILED', {});
  }
  const mustChangePassword = proof === 'INITIAL';
  // Only the password ends errors of the password: a card that staff know would let them begin again.
  const settle = method === 'SERVICE_PASSWORD' ? attempts.pass : attempts.takeBack;
  await end('PASSED', (transaction) => settle(counted, transaction), mustChangePassword);
  accesses.saw(party.customerId);
  return toAuthentication(authenticationId, 'PASSED', {
    customerId: party.customerId,
    mustChangePassword,
    allowedUses: usesOf(method, mustChangePassword),
    ...(method !== 'MEMBER_CARD' && receiptOf(authenticationId, party, viewer, parts)),
  });
}

/** A card's number is on the screen of whoever sees the customer: it opens nothing that they could not see before. */
function usesOf(method: AuthenticationMethod, mustChangePassword: boolean): readonly AuthenticatedUse[] {
  return method === 'MEMBER_CARD' || mustChangePassword ? ['VIEW'] : ['VIEW', 'TRANSACTION', 'FAX_BILL'];
}

function receiptOf(
  authenticationId: string,
  { customerId }: Party,
  { subject }: Viewer,
  { receiptKey, now }: AuthenticateParts,
): Pick<Authentication, 'receipt' | 'expiresAt'> {
  const until = now() + RECEIPT_MS;
  return {
    receipt: signReceipt(receiptKey, { authenticationId, customerId, subject, until }),
    expiresAt: until,
  };
}

function requirePossible({ method, by, passwordBlock }: AuthenticateInput, { role }: Viewer): void {
  if (!METHODS[role]?.includes(method)) {
    const possible = METHODS[role] ?? [];
    throw appError(
      'BAD_USER_INPUT',
      `In this channel a customer authenticates by: ${possible.join(', ') || 'nothing'}.`,
    );
  }
  if (!KEYS[method].includes(by)) {
    throw appError('BAD_USER_INPUT', `With ${method}, by must be one of: ${KEYS[method].join(', ')}.`);
  }
  if (method === 'SERVICE_PASSWORD' && !passwordBlock) {
    throw appError('BAD_USER_INPUT', 'passwordBlock is missing: a password comes sealed by its collector.');
  }
  if (method !== 'SERVICE_PASSWORD' && passwordBlock) {
    throw appError('BAD_USER_INPUT', `passwordBlock does not go with ${method}.`);
  }
}

/** More than anybody's limit lets through in days. */
const REVEALS_READ = 1_000;

/**
 * Who had the document shown in clear knows it without the customer being there.
 *
 * @throws FORBIDDEN where the viewer did.
 */
async function requireUnseenDocument(
  { customerId }: Party,
  { subject }: Viewer,
  trail: AuditTrail,
): Promise<void> {
  const reveals = await trail.about(customerId, REVEALS_READ, null, { kind: 'REVEAL', subject });
  if (!reveals.some(({ fields }) => fields.includes('RevealField.ID_DOCUMENT'))) return;
  throw appError(
    'FORBIDDEN',
    'You have had this document shown in clear: somebody else must see it on the counter.',
  );
}

async function prove(
  { method, passwordBlock }: AuthenticateInput,
  party: Party | null,
  { passwords }: AuthenticateParts,
): Promise<Proof> {
  // The document or card itself was shown to whoever asks: that it names one customer is the proof.
  if (method !== 'SERVICE_PASSWORD') return party ? 'PROVED' : 'NOT';
  const checked = await passwords.check(party?.subscriberId ?? null, passwordBlock ?? '');
  if (checked === 'OK') return 'PROVED';
  if (checked === 'OK_INITIAL') return 'INITIAL';
  return checked === 'UNREADABLE' ? 'UNREADABLE' : 'NOT';
}

/** A system speaks for many callers: its errors count for the caller that its token is for. */
function countedFor({ subject, reach }: Viewer, addressHash: string, customer: string): Counted[] {
  const isSystem = reach.kind === 'SELF';
  const staff: Counted = { scope: 'STAFF', who: isSystem ? `${subject} ${reach.customerId}` : subject };
  const address: Counted[] = isSystem ? [] : [{ scope: 'ADDRESS', who: addressHash }];
  return [{ scope: 'CUSTOMER', who: customer }, staff, ...address];
}

function toAuthentication(
  authenticationId: string,
  outcome: Outcome,
  rest: Partial<Authentication>,
): Authentication {
  return {
    authenticationId,
    outcome,
    customerId: null,
    receipt: null,
    expiresAt: null,
    mustChangePassword: false,
    allowedUses: [],
    closedUntil: null,
    ...rest,
  };
}
