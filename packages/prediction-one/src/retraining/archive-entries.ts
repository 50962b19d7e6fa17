import type { Source, ZipEntry } from '@modelferry/upload';

const ascii = /^[\x20-\x7e]+$/;

/** Whether other names than ASCII are taken inside the archive is unknown: such a file is renamed (specification, Q12). */
const entryName = ({ name }: Source, fallback: string): string =>
  ascii.test(name) ? name : `${fallback}${/\.[^.]+$/.exec(name)?.[0] ?? ''}`;

/** The two entries that a retraining with evaluation data consists of. Source: specification 3.1. */
export const archiveEntries = (training: Source, evaluation: Source): readonly ZipEntry[] => [
  { path: `train_src/${entryName(training, 'train')}`, source: training },
  { path: `eval_src/${entryName(evaluation, 'eval')}`, source: evaluation },
];
