/** The vendor's name in catalogs, references and resume tokens. */
export const vendor = 'abeja';
