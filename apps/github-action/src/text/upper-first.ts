/** What begins a sentence or a line. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
