/** Tables of a run: two short ones for the README, and one for each operation with all that was measured. */
import { type Figure, findMeasured, ratiosOf, spreadOf } from './comparison.ts';
import { NO_SERVER } from './mariadb.ts';
import type { Operation } from './operations.ts';
import type { Results, SystemResult } from './results.ts';
import { toSpread } from './statistics.ts';
import { BY_DATABASE, HTTP_REFERENCE, REFERENCE } from './systems/all.ts';
import { HOST_TITLES } from './systems/subgraph-hosts.ts';
import { ranged, rounded, table, times } from './table.ts';

export function toMarkdown(results: Results): string {
  const operations = operationsOf(results);
  return [
    `# Panorama beside its peers, ${results.startedAt.slice(0, 10)}`,
    introduction(results),
    '## Throughput',
    throughputTable(results, operations),
    '## On the same database: Panorama ÷ an endpoint written by hand',
    databaseTable(results, operations),
    '## Processor time of the gateway, where subgraphs are reached over HTTP',
    cpuTable(results, operations),
    ...operations.flatMap((operation) => [`## ${operation}`, detailTable(results, operation)]),
    '## What is not ranked',
    problems(results),
    '## Versions',
    versions(results),
    '',
  ].join('\n\n');
}

const PINNED = `The gateway is pinned to core 0. Core 1 has the load generator (autocannon) and, where there are any, the five subgraphs: in one process, those of Panorama distributed in five. So each gateway has one core to itself; those over HTTP get most of a second one besides. A database server is not ours to pin: what it takes of core 0 the gateway lacks, in each row on MariaDB alike.`;

function introduction({ commit, dirty, command, settings, machine, mariadb, systems }: Results): string {
  const { rounds, seconds, warmUpSeconds, connections, compared, customers } = settings;
  const foreign = toSpread(
    systems.flatMap(({ operations }) =>
      operations.flatMap(({ samples }) => samples.map((s) => s.foreignShare)),
    ),
  );
  return `\`${command}\` at ${commit}${dirty ? ' with changes' : ''}: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.kernel}, Node ${machine.node}. Besides what was measured, the machine was busy with ${rounded(foreign.median)} cores' work (median; at most ${rounded(foreign.max)}).

One run over the same ${customers.toLocaleString('en')} customers, in SQLite files${mariadb === null ? '' : ' and copied to a server'}, ${connections} connections, variables of its own for each request as far as the data has them. Before anything was timed, the answers of each ranked system to ${compared} requests an operation were equal to ours, the whole body. Rounds: ${rounds}; each visits every system and operation for ${seconds} s after ${warmUpSeconds} s of warm-up, in an order that moves on by one a round; one more round before them only warms up. Figures are medians over rounds, ranges in parentheses; ratios are taken within a round.

${machine.pinned ? PINNED : 'Nothing is pinned: `taskset` is missing.'} CPU is user and system time of a process with all its threads, by \`/proc\`; memory is the peak of its resident set during a visit.`;
}

function throughputTable({ systems }: Results, operations: readonly Operation[]): string {
  const ours = systems.find(({ name }) => name === REFERENCE);
  return table(
    ['requests/s (Panorama in process ÷ it)', ...operations],
    systems
      .filter((system) => wasMeasured(system, operations) || system.problem === NO_SERVER)
      .map((system) => [
        titleOf(system),
        ...operations.map((operation) => {
          const [result, reference] = [findMeasured(system, operation), findMeasured(ours, operation)];
          if (!result) return system.problem === NO_SERVER ? NO_SERVER : '–';
          const rate = rounded(spreadOf(result, 'requestsPerSecond').median);
          if (system === ours) return `**${rate}**`;
          return `${rate} (${times(ratiosOf(reference, result, 'requestsPerSecond'))})`;
        }),
      ]),
  );
}

/** Each database by itself: the product and what a team would write by hand read the same there. */
function databaseTable({ systems }: Results, operations: readonly Operation[]): string {
  return table(
    ['requests/s, Panorama and by hand (Panorama ÷ by hand)', ...operations],
    BY_DATABASE.map(({ title, ...names }) => {
      const product = systems.find(({ name }) => name === names.product);
      const byHand = systems.find(({ name }) => name === names.byHand);
      return [
        title,
        ...operations.map((operation) => {
          if (product?.problem === NO_SERVER) return NO_SERVER;
          const [over, under] = [findMeasured(product, operation), findMeasured(byHand, operation)];
          if (!over || !under) return '–';
          const [rate, rateByHand] = [over, under].map((result) =>
            rounded(spreadOf(result, 'requestsPerSecond').median),
          );
          return `${rate} and ${rateByHand} (**${times(ratiosOf(over, under, 'requestsPerSecond'))}**)`;
        }),
      ];
    }),
  );
}

function cpuTable({ systems }: Results, operations: readonly Operation[]): string {
  const ours = systems.find(({ name }) => name === HTTP_REFERENCE);
  return table(
    ['gateway CPU, ms a request (it ÷ Panorama)', ...operations],
    systems
      .filter((system) => system.subgraphs !== null && wasMeasured(system, operations))
      .map((system) => [
        titleOf(system),
        ...operations.map((operation) => {
          const [result, reference] = [findMeasured(system, operation), findMeasured(ours, operation)];
          if (!result) return '–';
          const cpu = rounded(spreadOf(result, 'gatewayCpuMs').median);
          if (system === ours) return `**${cpu}**`;
          if (!reference) return cpu;
          return `${cpu} (${times(ratiosOf(result, reference, 'gatewayCpuMs'))})`;
        }),
      ]),
  );
}

const RANGED: readonly (readonly [string, Figure])[] = [
  ['requests/s', 'requestsPerSecond'],
  ['p50 ms', 'p50Ms'],
  ['p99 ms', 'p99Ms'],
  ['CPU ms, gateway', 'gatewayCpuMs'],
  ['CPU ms, subgraphs', 'subgraphsCpuMs'],
  ['CPU ms, database server', 'databaseCpuMs'],
  ['peak MB, gateway', 'gatewayPeakMb'],
  ['peak MB, subgraphs', 'subgraphsPeakMb'],
];

/** To judge a figure by: a gateway's is its own where it used its core, and the load generator did not. */
const MEDIANS: readonly (readonly [string, Figure])[] = [
  ['cores: gateway', 'gatewayShare'],
  ['load', 'loadShare'],
  ['all else', 'foreignShare'],
];

function detailTable({ systems }: Results, operation: Operation): string {
  const ours = systems.find(({ name }) => name === REFERENCE);
  return table(
    ['', 'ours ÷ it', ...[...RANGED, ...MEDIANS].map(([title]) => title)],
    systems.flatMap((system) => {
      const result = findMeasured(system, operation);
      if (!result) return [];
      return [
        [
          titleOf(system),
          ranged(ratiosOf(findMeasured(ours, operation), result, 'requestsPerSecond')),
          ...RANGED.map(([, figure]) => ranged(spreadOf(result, figure))),
          ...MEDIANS.map(([, figure]) => rounded(spreadOf(result, figure).median)),
        ],
      ];
    }),
  );
}

function problems({ systems }: Results): string {
  const lines = systems.flatMap(({ name, problem, operations }) => [
    ...(problem === undefined ? [] : [`- ${name}: ${problem}`]),
    ...operations.flatMap((result) =>
      result.problem === undefined ? [] : [`- ${name}, ${result.operation}: ${result.problem}`],
    ),
  ]);
  return lines.length > 0 ? lines.join('\n') : 'All are: every answer was equal, and no request failed.';
}

function versions({ systems, machine, mariadb }: Results): string {
  const packages = new Set(systems.flatMap((system) => system.packages));
  return [`Node ${machine.node}`, ...(mariadb === null ? [] : [mariadb]), ...[...packages].sort()].join(
    ' · ',
  );
}

function titleOf({ name, title, subgraphs }: SystemResult): string {
  const where = subgraphs === null ? title : `${title}, ${HOST_TITLES[subgraphs]}`;
  return name === REFERENCE || name === HTTP_REFERENCE ? `**${where}**` : where;
}

function operationsOf({ systems }: Results): Operation[] {
  return [...new Set(systems.flatMap((system) => system.operations.map(({ operation }) => operation)))];
}

function wasMeasured(system: SystemResult, operations: readonly Operation[]): boolean {
  return operations.some((operation) => findMeasured(system, operation));
}
