/** Variables for the user's code. Numbers and truth values are sent as text (docs/vendors/abeja.md, Q10). */
export type Environment = Readonly<Record<string, string | number | boolean>>;

/** As it is sent: every value a text. */
export const environmentTexts = (environment: Environment | undefined): object | undefined =>
  environment &&
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
