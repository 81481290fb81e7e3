/**
 * What it takes to see the fields of a document, decided once for all requests
 * that are granted the same.
 */
import { type DocumentNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Grants } from '#kit/access/grants';
import { type Demand, type Rule, unmetDemand } from '#kit/access/rules';
import type { Supergraph } from './supergraph.ts';

/** Of a rule, what is not met; undefined where the field may be seen. */
export type Unmet = (rule: Rule) => Demand | undefined;

export interface DocumentRules {
  /**
   * Which fields are refused, and why: equal for all grants that come to the
   * same. Empty where nothing is refused.
   */
  signatureOf(grants: Grants): string;
  /** The same, read back. */
  unmetOf(signature: string): Unmet;
}

/** Signature of everything granted. */
export const NOTHING_REFUSED = '';

/** Grants of so many kinds are remembered for a document; there are as many as roles, times what a request adds. */
const REMEMBERED = 200;

export function readDocumentRules(
  supergraph: Pick<Supergraph, 'apiSchema' | 'rules'>,
  document: DocumentNode,
): DocumentRules {
  const rules = rulesIn(supergraph, document);
  const signatures = new Map<string, string>();

  /** Of each rule the number of its first demand that is not met, from 1; 0 where all are met. */
  function decide(grants: Grants): string {
    const numbers = rules.map((rule) => {
      const unmet = unmetDemand(rule, grants);
      return unmet ? rule.demands.indexOf(unmet) + 1 : 0;
    });
    return numbers.some((number) => number > 0) ? numbers.join('.') : NOTHING_REFUSED;
  }

  return {
    signatureOf(grants) {
      if (rules.length === 0) return NOTHING_REFUSED;
      let signature = signatures.get(grants.key);
      if (signature === undefined) {
        signature = decide(grants);
        if (signatures.size >= REMEMBERED) signatures.clear();
        signatures.set(grants.key, signature);
      }
      return signature;
    },
    unmetOf(signature) {
      if (signature === NOTHING_REFUSED) return () => undefined;
      const numbers = signature.split('.').map(Number);
      const unmet = new Map(rules.map((rule, at) => [rule.key, rule.demands[(numbers[at] ?? 0) - 1]]));
      return (rule) => {
        // What is compiled for a signature must depend on nothing that is not in it.
        if (!unmet.has(rule.key)) throw new Error('A field has a rule that its document was not read for.');
        return unmet.get(rule.key);
      };
    },
  };
}

/** The rules of all fields, each once. */
function rulesIn(
  { apiSchema, rules }: Pick<Supergraph, 'apiSchema' | 'rules'>,
  document: DocumentNode,
): Rule[] {
  const found = new Map<string, Rule>();
  const types = new TypeInfo(apiSchema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        const rule = parent && rules.ofField(parent.name, name.value);
        if (rule && rule.demands.length > 0) found.set(rule.key, rule);
      },
    }),
  );
  return [...found.values()];
}
