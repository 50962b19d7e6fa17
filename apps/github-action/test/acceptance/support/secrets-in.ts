/** Properties that hold a secret, by their names. */
const secretName = /(?:key|token|secret)$/i;

/** Every secret that the description of a sandbox gives out, of whichever vendor: found by its name, so that none is forgotten. */
export function secretsIn(description: unknown): readonly string[] {
  if (typeof description !== 'object' || description === null) return [];
  return Object.entries(description).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? (secretName.test(name) ? [value] : []) : secretsIn(value),
  );
}
