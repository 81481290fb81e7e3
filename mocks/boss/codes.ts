/**
 * Codes in which this BOSS speaks. All are INVENTED: the instruction set of the
 * 000-era customer-service interface is not public. Shapes of similar lists are.
 */

export const PAY_MODES: Readonly<Record<string, string>> = { PREPAID: '0', POSTPAID: '1' };

export const PAY_METHODS: Readonly<Record<string, string>> = {
  CASH: '01',
  BANK_DEBIT: '02',
  RECHARGE_CARD: '03',
  ONLINE: '04',
  MOBILE_WALLET: '05',
};

export const ACCOUNT_STATES: Readonly<Record<string, string>> = { ACTIVE: '1', IN_ARREARS: '2', CLOSED: '3' };

export const LAYERS: Readonly<Record<string, string>> = {
  GOTONE_VIP: '1',
  GROUP: '2',
  ROAM_IN: '3',
  GOTONE_CONTRACT: '4',
  PREPAID_BRAND: '5',
  EASYOWN: '6',
  LOCAL_BRAND: '7',
};

export const SUBSCRIBER_STATES: Readonly<Record<string, string>> = {
  ACTIVE: '00',
  SUSPENDED_ONE_WAY: '01',
  SUSPENDED: '02',
  PRE_CLOSED: '03',
  CLOSED: '04',
};

export const CUSTOMER_STATES: Readonly<Record<string, string>> = { IN_NET: '1', PROSPECT: '2', LEFT: '3' };

export const CUSTOMER_TYPES: Readonly<Record<string, string>> = {
  PERSONAL: '01',
  ENTERPRISE: '02',
  FAMILY: '03',
};

export const CERTIFICATE_TYPES: Readonly<Record<string, string>> = {
  RESIDENT_ID: '00',
  PASSPORT: '02',
  BUSINESS_LICENCE: '05',
};

export const NET_TYPES: Readonly<Record<string, string>> = {
  G2: '2G',
  G3: '3G',
  G4: '4G',
  G5: '5G',
  FIXED: 'FIXED',
};

/** Customer and VIP levels, higher is better; `0` is ordinary. */
export const VIP_LEVELS: Readonly<Record<string, string>> = {
  SILVER: '1',
  GOLD: '2',
  DIAMOND: '3',
  SUPREME: '4',
};

export const PASSWORD_RESULTS = {
  OK: '00',
  OK_INITIAL: '01',
  WRONG: '02',
  UNREADABLE: '03',
  TOO_WEAK: '04',
} as const;

/** @throws Error where the operator has a word of which this BOSS has never heard. */
export function codeOf(codes: Readonly<Record<string, string>>, word: string): string {
  const code = codes[word];
  if (code === undefined) throw new Error(`No code is invented for ${word}.`);
  return code;
}

/** The word behind a code; undefined where there is none. */
export function wordOf(codes: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.keys(codes).find((word) => codes[word] === code);
}
