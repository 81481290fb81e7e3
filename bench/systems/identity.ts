/** Who is believed, where who asks must show a token. */
export interface Identity {
  readonly issuer: string;
  readonly keysFile: string;
  /** Folder of what lasts, of one system alone. */
  readonly stateDir: string;
}
