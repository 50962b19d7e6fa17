/**
 * The five secrets of the product. The Secret Key only serves to get keys of the three kinds after it; a retrain key and a
 * prediction key belong to one model each.
 */
export type KeyKind = 'secret' | 'train' | 'deploy' | 'retrain' | 'prediction';

/** The kinds that Get API Key hands out. */
export type FetchedKind = Exclude<KeyKind, 'secret' | 'prediction'>;

interface KeyWords {
  /** Completes "this needs ...". */
  readonly name: string;
  /** How to give one, when none is set. */
  readonly remedy: string;
}

/** How each kind of key is called in messages, and how to give one. */
export const keyWords: Readonly<Record<KeyKind, KeyWords>> = {
  secret: {
    name: 'the Secret Key',
    remedy: 'Set the Secret Key of the account in the credential.',
  },
  train: {
    name: 'a train key',
    remedy: 'Set a train key in the credential, or the Secret Key, with which one is fetched.',
  },
  deploy: {
    name: 'a deploy key',
    remedy: 'Set a deploy key in the credential, or the Secret Key, with which one is fetched.',
  },
  retrain: {
    name: 'the retrain key of the published model',
    remedy:
      'Set the retrain key in the credential; or, with the Secret Key set, name the Prediction API or the Published Model.',
  },
  prediction: {
    name: 'the prediction key of the model',
    remedy:
      'Set the prediction key that the screen of the prediction API shows, or choose the prediction API by its ID with a deploy key or the Secret Key set.',
  },
};
