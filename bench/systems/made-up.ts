/** In production nothing is made up unless somebody says so. */
export const MADE_UP = 'bench/made-up.yaml';
