/** One fault: load before, during and after it, until the service is whole again. */
import type { Case } from './boss-cases.ts';
import { type Phase, type RightAnswers, runPhase } from './boss-load.ts';
import type { Boss, PlannedFault, Service } from './boss-stage.ts';

export interface Times {
  readonly besideMs: number;
  readonly duringMs: number;
}

export const FULL: Times = { besideMs: 2_000, duringMs: 5_000 };
export const QUICK: Times = { besideMs: 800, duringMs: 2_500 };

/** An operation that failed too often is left alone for 5 s, and maybe again. */
const HEALS_WITHIN_MS = 20_000;
/** So long all must be whole to be healed. */
const WHOLE_FOR_MS = 1_000;

export interface CaseResult {
  readonly name: string;
  readonly before: Phase;
  readonly during: Phase;
  /** From when BOSS is well again. */
  readonly healing: Phase;
  readonly after: Phase;
  readonly callsDuring: number | null;
  /** Peak of the service's memory during the fault and healing, less that of before. */
  readonly grownMb: number;
  readonly rssAfterMb: number;
  /** Whatever must not be. */
  readonly problems: readonly string[];
}

export interface Run {
  readonly boss: Boss;
  readonly service: Service;
  readonly right: RightAnswers;
  readonly clients: number;
  readonly times: Times;
}

export async function runCase(
  each: Case,
  { boss, service, right, clients, times }: Run,
): Promise<CaseResult> {
  const { url } = service;
  const token = await service.token();
  const load = (isOver: (sinceBeginMs: number, wholeForMs: number) => boolean): Promise<Phase> =>
    runPhase({ url, token, clients, right, isOver });
  const beside = () => load((sinceBeginMs) => sinceBeginMs >= times.besideMs);

  const before = await beside();
  const peakBeforeMb = service.takePeakMb();
  const callsBefore = await boss.calls();
  if ('isKill' in each) await boss.kill();
  else await boss.misbehave(toPlan(each));
  const during = await load((sinceBeginMs) => sinceBeginMs >= times.duringMs);
  const callsAfter = await boss.calls();
  if ('isKill' in each) await boss.start();
  else await boss.heal();
  const healing = await load(
    (sinceBeginMs, wholeForMs) => wholeForMs >= WHOLE_FOR_MS || sinceBeginMs >= HEALS_WITHIN_MS,
  );
  const grownMb = service.takePeakMb() - peakBeforeMb;
  const after = await beside();
  const result = {
    name: each.name,
    before,
    during,
    healing,
    after,
    callsDuring: callsAfter === null || callsBefore === null ? null : callsAfter - callsBefore,
    grownMb,
    rssAfterMb: service.rssMb(),
  };
  return { ...result, problems: problemsOf(result) };
}

function toPlan({ fault, param }: PlannedFault): PlannedFault {
  return { fault, ...(param !== undefined && { param }) };
}

function problemsOf({ before, during, healing, after }: Omit<CaseResult, 'problems'>): string[] {
  const problems: string[] = [];
  for (const [name, phase] of Object.entries({ before, during, healing, after })) {
    for (const kind of ['failed', 'touched', 'wrong', 'untyped'] as const) {
      if (phase[kind] > 0) problems.push(`${phase[kind]} ${kind} ${name}`);
    }
  }
  // It ends before where all is whole.
  if (healing.elapsedMs >= HEALS_WITHIN_MS) problems.push('not whole again');
  // A fault that nobody met shows nothing.
  if (during.withHoles + during.wrong + during.untyped + during.failed === 0) problems.push('not met');
  return problems;
}
