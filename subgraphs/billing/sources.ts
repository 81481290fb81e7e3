/**
 * Which system serves which section of billing: configuration, read once at
 * start. An operator adds a source of his own as a module, without changing ours.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Pace, TIMEOUT_MS } from '#kit/pace';
import type { Sources } from './loaders.ts';
import {
  ADAPTERS,
  type BillingSystems,
  createReplicaSources,
  METHODS,
  SECTIONS,
  type Section,
  type SourceSystems,
} from './source-adapters.ts';

/** The sources of one request; those that ask BOSS have one deadline, which runs from now on. */
export type OpenSources = (pace: Pace) => Sources;

/**
 * By section: `replica`, which is the default, `boss`, or the path of a module
 * (`./…`, from where the process starts) that exports `createSource(systems)`.
 */
export type BillingSections = { readonly [S in Section]?: string | undefined };

type CreateSource = (systems: SourceSystems) => unknown;

const PATH = /^\.{0,2}\//;

/** @throws Error naming every section that cannot be served as it says, and what there is. */
export async function createBillingSources(
  systems: BillingSystems,
  sections: BillingSections,
): Promise<OpenSources> {
  const chosen = Object.entries(parseSections(sections, systems.boss !== null)) as [Section, string][];
  const ofBoss = chosen.flatMap(([section, name]) => (name === 'boss' ? [section] : []));
  const loaded = await Promise.all(
    chosen
      .filter(([, name]) => name !== 'boss')
      .map(async ([section, path]) => ({ section, create: await loadAdapter(path).catch(whyOf) })),
  );
  requireNone(
    loaded.flatMap(({ section, create }) => (typeof create === 'string' ? [`${section}: ${create}`] : [])),
  );

  const replica = createReplicaSources(systems.db);
  const made = async (pace: Pace): Promise<Sources> => {
    const own = await Promise.all(
      loaded.map(async ({ section, create }) => {
        const source = await make(create as CreateSource, { ...systems, timeoutMs: TIMEOUT_MS[pace] });
        return { section, source };
      }),
    );
    requireNone(own.flatMap(({ section, source }) => faultsOf(section, source)));
    return { ...replica, ...Object.fromEntries(own.map(({ section, source }) => [section, source])) };
  };
  const lasting = { POP_UP: await made('POP_UP'), SECTION: await made('SECTION') };
  if (ofBoss.length === 0) return (pace) => lasting[pace];
  return (pace) => {
    const ofRequest = { ...systems, timeoutMs: TIMEOUT_MS[pace], since: performance.now() };
    const sources = ofBoss.map((section) => [section, bossAdapter(section)(ofRequest)]);
    return { ...lasting[pace], ...(Object.fromEntries(sources) as Partial<Sources>) };
  };
}

/** Sections that the replica does not serve anyway. */
function parseSections(
  sections: BillingSections,
  hasBoss: boolean,
): Readonly<Partial<Record<Section, string>>> {
  const parsed = z
    .strictObject(
      Object.fromEntries(SECTIONS.map((section) => [section, adapterOf(section, hasBoss).optional()])),
      {
        error: ({ code }) =>
          code === 'unrecognized_keys'
            ? `there is no such section; there are: ${SECTIONS.join(', ')}`
            : undefined,
      },
    )
    .safeParse(sections);
  if (!parsed.success) {
    requireNone(
      parsed.error.issues.map(({ path, message, ...issue }) => {
        const names = issue.code === 'unrecognized_keys' ? issue.keys : path;
        return `${names.join(', ')}: ${message}`;
      }),
    );
  }
  const named = Object.entries(parsed.data ?? {}) as [Section, string | undefined][];
  return Object.fromEntries(named.filter(([, name]) => name !== undefined && name !== 'replica'));
}

function adapterOf(section: Section, hasBoss: boolean) {
  const there = Object.keys(ADAPTERS[section]).filter((name) => name !== 'boss' || hasBoss);
  return z.string('must be the name of an adapter, or the path of one').superRefine((name, context) => {
    if (there.includes(name) || PATH.test(name)) return;
    const isAway = name === 'boss' && Object.hasOwn(ADAPTERS[section], 'boss');
    const why = isAway ? 'needs a BOSS, and none is configured' : `has no adapter ${name}`;
    context.addIssue({ code: 'custom', message: `${why}; there are: ${there.join(', ')}` });
  });
}

async function loadAdapter(path: string): Promise<CreateSource> {
  const module: unknown = await import(pathToFileURL(resolve(path)).href).catch((cause: unknown) => {
    throw new Error(`${path} cannot be imported: ${whyOf(cause)}`, { cause });
  });
  if (typeof module === 'object' && module !== null && 'createSource' in module) {
    if (typeof module.createSource === 'function') return module.createSource as CreateSource;
  }
  throw new Error(`${path} does not export createSource(systems)`);
}

/** Of a section that was seen to have one. */
function bossAdapter(section: Section): CreateSource {
  const { boss: create } = ADAPTERS[section] as { readonly boss?: CreateSource };
  if (create === undefined) throw new TypeError(`${section} has no adapter boss.`);
  return create;
}

/** The source, or why there is none, as a text. */
async function make(create: CreateSource, systems: SourceSystems): Promise<unknown> {
  try {
    return await create(systems);
  } catch (error) {
    return `its source cannot be made: ${whyOf(error)}`;
  }
}

function faultsOf(section: Section, source: unknown): string[] {
  if (typeof source === 'string') return [`${section}: ${source}`];
  const methods: readonly string[] = METHODS[section];
  const members = Object(source) as Readonly<Record<string, unknown>>;
  const missing = methods.filter((method) => typeof members[method] !== 'function');
  return missing.map((method) => `${section}: its source has no ${method}()`);
}

function whyOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : 'unknown';
}

function requireNone(faults: readonly string[]): void {
  if (faults.length > 0)
    throw new Error(`Bad billing sources:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}
