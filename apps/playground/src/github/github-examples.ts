import type { GithubExample } from './github-example.ts';
import { scoreAFile } from './score-a-file.ts';

/** All of them, in the order of the report. */
export const githubExamples: readonly GithubExample[] = [scoreAFile];
