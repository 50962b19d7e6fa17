import { ownFolder, ownRef } from '../own-action.ts';
import type { RuleInput } from './rule.ts';

const commit = /^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40}$/;
const image = /^docker:\/\/[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/;
const tag = /^[\w.-]+(\/[\w.-]+)+@v\d+(\.\d+\.\d+)?$/;
const version = /^v\d+\.\d+\.\d+$/;

/**
 * Our workflows name actions of others by full commit with the version as a comment, and images by digest: a tag can be
 * moved to other code by whoever holds the repository. What we show to readers may also name a release by its tag, as
 * people are used to. Our own actions are named as users name them, or in our workflows by their folder.
 */
export const pinned = ({ source, steps }: RuleInput) =>
  steps.flatMap(({ uses, comment, line }) => {
    if (uses === undefined) return [];
    const message = faultOf(uses, comment, source.file.startsWith('.github/'));
    return message === undefined ? [] : [{ line, message }];
  });

function faultOf(uses: string, comment: string, isOurs: boolean): string | undefined {
  if (uses.startsWith('docker://')) {
    return image.test(uses) ? undefined : `${uses} is an image without a tag and its sha256 digest.`;
  }
  if (ownFolder(uses) !== undefined) {
    const [path, ref] = uses.split('@');
    if (path?.startsWith('.')) {
      return isOurs ? undefined : `${uses} works only in this repository: name it as users do.`;
    }
    return ownRef.test(ref ?? '') ? undefined : `${uses}: our releases are action-v1 and action-v1.2.3.`;
  }
  if (!isOurs && tag.test(uses)) return undefined;
  if (!commit.test(uses)) {
    return `${uses} is not pinned: name it by the full commit, with # v1.2.3 behind it.`;
  }
  return version.test(comment) ? undefined : `${uses} needs its version behind it, as # v1.2.3.`;
}
