/** What the vendor leaves empty is left out. */
export const present = <T>(value: T | null | undefined): T | undefined => value ?? undefined;
