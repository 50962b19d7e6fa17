/** The same fields with names as the vendor writes them, one level deep: `instanceType` becomes `instance_type`. */
export const snaked = <Fields extends object>(
  fields: Fields,
): Readonly<Record<string, Fields[keyof Fields]>> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as Fields[keyof Fields],
    ]),
  );
