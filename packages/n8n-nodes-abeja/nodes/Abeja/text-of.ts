/** A text out of a credential, without the space that copying leaves around it. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
