/** A sentence that goes on after a colon or in brackets. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
