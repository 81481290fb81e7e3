import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import type { WhoAsks } from './who-asks.ts';
import { useAsking } from './who-asks-bar.tsx';

interface SchemaAgainProps {
  readonly whoAsks: WhoAsks;
}

/** A token pasted in pieces is not tried at each. */
const PAUSE_MS = 400;

/** Asks for the schema again when somebody else asks and nobody could have it before. Shows nothing. */
export function SchemaAgain({ whoAsks }: SchemaAgainProps) {
  const { introspect } = useGraphiQLActions();
  const isMissing = useGraphiQL(({ schema, fetchError }) => !schema && fetchError !== null);
  const { persona, token } = useAsking(whoAsks);

  // biome-ignore lint/correctness/useExhaustiveDependencies: who asks is what it is for; its own failure is not
  useEffect(() => {
    if (!isMissing || !(persona || token)) return;
    const timer = setTimeout(() => void introspect(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [persona, token]);
  return null;
}
