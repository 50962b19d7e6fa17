/** A credential as a user would enter it. */
export interface Credential {
  readonly type: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}
