/** Who may import whom. ARCHITECTURE.md gives the reasons. */

const TEST = '\\.test\\.ts$';
const SUBGRAPH = '^subgraphs/(?!kit/)[^/]+/';
const COMPOSITION_ROOT = [
  '^gateway/(main|embedded|distributed/main)\\.ts$',
  '^gateway/testing/',
  '^mocks/world/seed\\.ts$',
  '^subgraphs/identity/main\\.ts$',
];
const DRIVER = 'node_modules/(knex|better-sqlite3|mysql2)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or three; types too. Generated types name our models.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { pathNot: '^schema/generated/' } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'kit-knows-no-subgraph',
      severity: 'error',
      from: { path: '^subgraphs/kit/' },
      to: { path: [SUBGRAPH, '^(gateway|schema|widgets)/'] },
    },
    {
      name: 'subgraph-keeps-to-itself',
      comment:
        'A subgraph imports kit, its own folder and its own generated types; its tests may set up the tables of a system that it reads.',
      severity: 'error',
      from: { path: '^subgraphs/(?!kit/)([^/]+)/', pathNot: '/testing/' },
      to: {
        path: '^(gateway|schema|subgraphs|widgets)/',
        pathNot: ['^subgraphs/(kit|$1)/', '^schema/generated/$1\\.ts$'],
      },
    },
    {
      name: 'resolvers-do-no-io',
      comment: 'Resolvers ask loaders; only sources know where data lives.',
      severity: 'error',
      from: { path: `${SUBGRAPH}resolvers`, pathNot: TEST },
      to: { path: [DRIVER, `${SUBGRAPH}sources/`] },
    },
    {
      name: 'sources-know-no-graphql',
      comment: 'A source fails through #kit/errors, which alone knows GraphQLError.',
      severity: 'error',
      from: { path: `${SUBGRAPH}sources/`, pathNot: TEST },
      to: { path: 'node_modules/(graphql|@apollo)/' },
    },
    {
      name: 'gateway-knows-no-subgraph',
      comment: 'Only the composition root knows which subgraphs there are.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: [TEST, ...COMPOSITION_ROOT] },
      to: { path: SUBGRAPH },
    },
    {
      name: 'mocks-are-wired-by-roots-only',
      severity: 'error',
      from: {
        path: '^(gateway|schema|subgraphs|widgets)/',
        pathNot: [TEST, '/testing/', ...COMPOSITION_ROOT],
      },
      to: { path: '^mocks/' },
    },
    {
      name: 'mocks-know-tables-only',
      comment:
        'Made-up systems share migrations and kit with a subgraph, and no other code. Whoever makes an operator has it scored by the job.',
      severity: 'error',
      from: { path: '^mocks/', pathNot: [TEST, '^mocks/world/score-made-up\\.ts$'] },
      to: { path: '^(gateway|schema|subgraphs|widgets)/', pathNot: ['^subgraphs/(kit|[^/]+/migrations)/'] },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(gateway|mocks|schema|subgraphs)/', pathNot: [TEST, '/testing/'] },
      to: { path: '/testing/' },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      comment: 'The service must start after `npm ci --omit=dev`.',
      severity: 'error',
      from: { path: '^(gateway|mocks|subgraphs)/', pathNot: [TEST, '/testing/', '^gateway/explorer/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // What the bench starts needs its own packages, which `npm ci` does not install.
    exclude: {
      path: '^((data|bench/(processes|node_modules)|gateway/explorer/dist|widgets/dist)/|bench/portable/gateway\\.config)',
    },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
