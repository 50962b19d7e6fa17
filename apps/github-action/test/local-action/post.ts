import { runPost } from '../../src/post.ts';

export const run = (): Promise<void> => runPost();
