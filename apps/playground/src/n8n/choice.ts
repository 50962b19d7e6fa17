/** What the editor keeps of an entry that was chosen from a list. */
export interface Choice {
  readonly __rl: true;
  readonly mode: 'list';
  /** Empty in a file: IDs differ from account to account. */
  readonly value: string;
  readonly cachedResultName: string;
}

/** Whether a parameter wants an entry of a list, which the file gives by its name alone. */
export const isOpenChoice = (parameter: unknown): parameter is Choice => {
  const { __rl, mode, value, cachedResultName } = (parameter ?? {}) as Partial<Choice>;
  return __rl === true && mode === 'list' && value === '' && typeof cachedResultName === 'string';
};
