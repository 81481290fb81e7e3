/**
 * How fast an answer is needed: a screen pop while the telephone rings, or a
 * section that somebody opened. Sources that may be slow keep to it.
 */
export type Pace = 'POP_UP' | 'SECTION';

/** From the question to a source until its last answer. */
export const TIMEOUT_MS: Readonly<Record<Pace, number>> = { POP_UP: 800, SECTION: 3_000 };
