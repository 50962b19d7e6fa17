/** What a step is given in place of what is usual, and what it says of that. */
export type BadInput = readonly [step: string, given: Readonly<Record<string, string>>, told: RegExp];
