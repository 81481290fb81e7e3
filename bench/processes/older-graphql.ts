/**
 * `@mercuriusjs/gateway` prints syntax trees with types where names belong,
 * which graphql 16.15 no longer forgives: its process gets the 16.12 that it
 * asks for at least. To be imported first.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../node_modules/graphql-16-12');

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!/^graphql($|\/)/.test(specifier)) return nextResolve(specifier, context);
    const path = join(folder, specifier.slice('graphql'.length));
    const file = [`${path}.js`, join(path, 'index.js')].find((candidate) => existsSync(candidate));
    return nextResolve(file ?? path, context);
  },
});
