/** Puts on record whom each request looked at, and what it was refused. */
import type { Accesses } from '#kit/access/accesses';
import type { AuditEntry, AuditTrail } from '#kit/audit/trail';
import type { Viewer } from '#kit/viewer';
import type { RolesRights } from '../schema/tools/roles.ts';
import { createLateEntries } from './late-entries.ts';
import { createBrowsingWatch, type UnusualBrowsing } from './unusual-browsing.ts';

/** What became of a request. */
export interface Finished {
  /** Name of the trusted document, or `ad hoc`. */
  readonly operation: string;
  /** Coordinates of the fields asked for that must be on record. */
  readonly fields: readonly string[];
  /** Of the errors in the answer. */
  readonly codes: readonly string[];
}

/** Of one request. */
export interface RequestRecord {
  readonly accesses: Accesses;
  /**
   * Nothing to wait for, or a promise after which the answer may leave.
   *
   * @throws AUDIT_UNAVAILABLE, from the promise: the answer must not leave.
   */
  finish(finished: Finished): Promise<void> | undefined;
}

export interface Recorder {
  begin(viewer: Viewer): RequestRecord;
}

interface RecorderParts {
  readonly trail: AuditTrail;
  readonly roles: RolesRights;
  /** Told of unusual browsing, and of entries that were lost. */
  readonly report?: (event: object) => void;
  readonly now?: () => number;
}

const REFUSALS: ReadonlySet<string> = new Set(['FORBIDDEN', 'NEEDS_PURPOSE', 'NEEDS_AUTHENTICATION']);

export function createRecorder({ trail, roles, report = () => {}, now }: RecorderParts): Recorder {
  const watch = createBrowsingWatch(roles, now);
  const late = createLateEntries({ trail, report, ...(now && { now }) });

  function alert(unusual: UnusualBrowsing): void {
    report({ event: 'unusual-browsing', ...unusual });
    const { distinctCustomers, hour, ...who } = unusual;
    const outcome = `${distinctCustomers} customers in the hour ${hour}`;
    late.append({ ...who, kind: 'ALERT', customers: [], operation: '', fields: [], purpose: null, outcome });
  }

  return {
    begin(viewer) {
      let seen: Set<string> | undefined;
      let refused: Set<string> | undefined;
      let isRefused = false;
      return {
        accesses: {
          saw(customerId) {
            seen ??= new Set();
            seen.add(customerId);
          },
          refused(customerId) {
            isRefused = true;
            if (customerId === null) return;
            refused ??= new Set();
            refused.add(customerId);
          },
        },
        finish({ operation, fields, codes }) {
          const hasRefusal = isRefused || codes.some((code) => REFUSALS.has(code));
          if (!seen && !hasRefusal) return undefined;
          const { subject, role, channel, purpose } = viewer;
          const who = { subject, role, channel, operation, fields, purpose };
          if (hasRefusal) {
            const refusals = new Set(codes.filter((code) => REFUSALS.has(code)));
            const outcome = [...refusals].join(' ') || 'FORBIDDEN';
            late.append({ ...who, kind: 'REFUSAL', customers: [...(refused ?? [])], outcome });
          }
          if (!seen) return undefined;
          const unusual = watch(viewer, seen);
          if (unusual) alert(unusual);
          const view: AuditEntry = { ...who, kind: 'VIEW', customers: [...seen], outcome: 'OK' };
          if (fields.length > 0) return trail.append(view);
          late.append(view);
          return undefined;
        },
      };
    },
  };
}
