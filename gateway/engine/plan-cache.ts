/**
 * Compiled operations: those to keep for good, the latest others within
 * bounds, and those being compiled, each only once.
 */
import { LRUCache } from 'lru-cache';
import type { CompiledOperation } from './compiled-operation.ts';

export interface PlanCache {
  get(key: string): CompiledOperation | undefined;
  /** @param size What keeping it costs, in characters of its document. */
  add(key: string, size: number, compile: () => Promise<CompiledOperation>): Promise<CompiledOperation>;
  keep(key: string, compile: () => Promise<CompiledOperation>): Promise<void>;
}

/** Bounds the memory of what is not kept for good: a compiled operation takes some hundred times its text. */
const RECENT_CHARACTERS = 400_000;

export function createPlanCache(): PlanCache {
  const kept = new Map<string, CompiledOperation>();
  const recent = new LRUCache<string, CompiledOperation>({ maxSize: RECENT_CHARACTERS });
  const underWay = new Map<string, Promise<CompiledOperation>>();

  return {
    get: (key) => kept.get(key) ?? recent.get(key),
    add(key, size, compile) {
      let compiling = underWay.get(key);
      if (!compiling) {
        compiling = compile()
          .then((compiled) => {
            recent.set(key, compiled, { size: Math.max(size, 1) });
            return compiled;
          })
          .finally(() => underWay.delete(key));
        underWay.set(key, compiling);
      }
      return compiling;
    },
    async keep(key, compile) {
      kept.set(key, await compile());
    },
  };
}
