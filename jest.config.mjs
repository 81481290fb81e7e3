/**
 * Native ESM: some packages we test with cannot be loaded as CommonJS. Run through `npm run test:unit`.
 *
 * All tests run on what is embedded. What must hold wherever rows are kept and subgraphs run is tested
 * again there; a project sets what its tests open.
 */
import { mariadbProblem } from './subgraphs/kit/testing/mariadb.ts';

const project = {
  // What other vendors' gateways answer needs the bench's packages: `npm run test:portable`.
  testPathIgnorePatterns: ['/node_modules/', '/data/', '/dist/', '<rootDir>/bench/portable/'],
  modulePathIgnorePatterns: ['<rootDir>/data/', '/dist/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

/**
 * What must hold wherever rows are kept and subgraphs run: who may see what and the record, what is logged, and
 * what fails. `forms.test.ts` compares every answer besides. Others look into the process: they count statements,
 * or call resolvers.
 */
const inForms = (...tests) => `<rootDir>/gateway/e2e/(${tests.join('|')}).test.ts`;

const embedded = {
  ...project,
  displayName: 'embedded',
  testMatch: ['**/*.test.ts'],
  // These ask a server.
  testPathIgnorePatterns: [
    ...project.testPathIgnorePatterns,
    '\\.mariadb\\.test\\.ts$',
    '/(mysql-pool|writable-mysql)\\.test\\.ts$',
  ],
};

const distributed = {
  ...project,
  displayName: 'distributed',
  globals: { panoramaForm: 'distributed' },
  testMatch: [inForms('access', 'honest-failure')],
};

const withBoss = {
  ...project,
  displayName: 'boss',
  globals: { panoramaForm: 'boss' },
  testMatch: [inForms('access', 'canaries', 'honest-failure')],
};

const onMariadb = {
  ...project,
  displayName: 'mariadb',
  globals: { panoramaDialect: 'mysql', panoramaForm: 'mariadb' },
  testMatch: [
    '<rootDir>/subgraphs/{crm,billing,analytics,contacts,identity}/sources/*.test.ts',
    '<rootDir>/subgraphs/{crm,billing,analytics,contacts}/reach.test.ts',
    '<rootDir>/subgraphs/contacts/*.test.ts',
    '<rootDir>/subgraphs/identity/a*.test.ts',
    '<rootDir>/subgraphs/kit/{database,owners,bulk-store,writable-database,writable-mysql,mysql-pool}.test.ts',
    // What there is on a server alone.
    '**/*.mariadb.test.ts',
    inForms('access', 'canaries', 'honest-failure'),
  ],
  // What SQLite does for a statement; and BOSS, which is the same.
  testPathIgnorePatterns: [
    ...project.testPathIgnorePatterns,
    '/(query-)?plans.test.ts',
    '/boss-[a-z]+.test.ts',
  ],
};

export default async () => {
  const problem = await mariadbProblem();
  if (problem !== null) console.warn(`Tests on MariaDB are left out: ${problem}.`);
  return {
    projects: [embedded, distributed, withBoss, ...(problem === null ? [onMariadb] : [])],
    maxWorkers: 2,
    // What a test file has loaded is never forgotten, and a heap of gigabytes takes longer to look through than to fill.
    workerIdleMemoryLimit: '900MB',
    testTimeout: 60_000,
  };
};
