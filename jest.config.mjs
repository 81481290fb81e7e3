/**
 * Native ESM: some packages we test with cannot be loaded as CommonJS. Run through `npm run test:unit`.
 *
 * Two projects: everything on the embedded databases, and what reads or keeps rows on MariaDB too.
 */
import { mariadbProblem } from './subgraphs/kit/testing/mariadb.ts';

const ofAll = {
  testPathIgnorePatterns: ['/node_modules/', '/data/', '/dist/'],
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

const embedded = {
  ...ofAll,
  displayName: 'embedded',
  testMatch: ['**/*.test.ts'],
  // These ask a server.
  testPathIgnorePatterns: [...ofAll.testPathIgnorePatterns, '/(mysql-pool|writable-mysql)\\.test\\.ts$'],
};

const onMariadb = {
  ...ofAll,
  displayName: 'mariadb',
  globals: { panoramaDialect: 'mysql' },
  testMatch: [
    '<rootDir>/subgraphs/identity/**/*.test.ts',
    '<rootDir>/subgraphs/kit/{writable-database,writable-mysql,mysql-pool}.test.ts',
  ],
};

export default async () => {
  const problem = await mariadbProblem();
  if (problem !== null) console.warn(`Tests on MariaDB are left out: ${problem}.`);
  return {
    projects: problem === null ? [embedded, onMariadb] : [embedded],
    maxWorkers: 2,
    testTimeout: 30_000,
  };
};
