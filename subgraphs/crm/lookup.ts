/** Matches shown; beyond them the caller has to ask for something narrower. */
export const MAX_MATCHES = 20;
