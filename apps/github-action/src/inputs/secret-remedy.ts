/** What to do about a key that has not come. */
export const secretRemedy =
  'Pass it from secrets, and check that the secret is set where this workflow runs: GitHub gives none to pull requests from forks.';
