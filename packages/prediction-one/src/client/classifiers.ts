import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import type { CallPort } from './call-port.ts';
import { camelized, type Camelized } from '@modelferry/operation';
import { id, moment } from './decode.ts';

const ruleEntries = { source: v.string(), order: v.string(), priority: v.number() };

const classifierFields = {
  classifier_id: id,
  model_id: v.nullish(id),
  status: v.string(),
  api_key: v.nullish(v.string()),
  version: v.nullish(id),
  url: v.nullish(v.string()),
  active: v.nullish(v.boolean()),
  is_editable: v.nullish(v.boolean()),
  create_datetime: v.nullish(moment),
  update_datetime: v.nullish(moment),
  rules: v.nullish(v.array(v.object(ruleEntries))),
};
const classifier = camelized(classifierFields);

/** Who may score. Which end of `priority` wins is not documented (specification, Q15). */
export interface AccessRule {
  /** IP address or CIDR; `0.0.0.0/0` is everyone. */
  readonly source: string;
  /** `allow` or `deny`. */
  readonly order: string;
  readonly priority: number;
}

/** A published prediction API. `apiKey` is its prediction key, a secret. */
export type Classifier = Camelized<v.InferOutput<v.ObjectSchema<typeof classifierFields, undefined>>>;

/** What Create Classifier answers: no URL yet, and no status. */
export interface NewClassifier {
  readonly classifierId: string;
  /** Its prediction key, a secret. */
  readonly apiKey: string | undefined;
  readonly version: string | undefined;
}

/** What to change; what is left out stays as it is. */
export interface ClassifierChange {
  readonly rules?: readonly AccessRule[];
  /** false stops it, true starts it (specification, Q14). */
  readonly active?: boolean;
  /** Of unknown polarity (specification, Q15). */
  readonly isEditable?: boolean;
}

/** The calls for prediction APIs (docs/vendors/prediction-one.md, 3.14 to 3.17). */
export interface ClassifierCalls {
  /** 3.14 Get Classifier: all of them; there are no pages. */
  getClassifiers(signal: AbortSignal): Promise<readonly Classifier[]>;
  /** 3.15 Create Classifier. Building takes 5 to 20 minutes; its URL comes with 3.14 later. */
  createClassifier(
    request: { readonly modelId: string; readonly rules: readonly AccessRule[] },
    signal: AbortSignal,
  ): Promise<NewClassifier>;
  /** 3.16 Update Classifier. Whether parts may be left out is unknown (specification, Q15): send all three. */
  updateClassifier(
    request: ClassifierChange & { readonly classifierId: string },
    signal: AbortSignal,
  ): Promise<Classifier>;
  /** 3.17 Delete Classifier. Only a stopped one can be deleted on the screen. */
  deleteClassifier(request: { readonly classifierId: string }, signal: AbortSignal): Promise<void>;
}

/** IDs are numbers on the wire as far as a number can hold them. */
const wireId = (text: string): number | string =>
  /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;

export function classifierCalls(port: CallPort, hide: (secret: string) => void): ClassifierCalls {
  const hidden = <T extends { readonly apiKey?: string | null }>(one: T): T => {
    if (one.apiKey) hide(one.apiKey);
    return one;
  };
  return {
    async getClassifiers(signal) {
      const { classifiers } = await port.json(
        {
          doing: 'list the prediction APIs',
          key: 'deploy',
          method: 'GET',
          path: '/classifiers',
          idempotent: true,
          perhapsJapanOnly: true,
          signal,
        },
        v.object({ classifiers: v.array(classifier) }),
      );
      return classifiers.map(hidden);
    },

    async createClassifier({ modelId, rules }, signal) {
      const { classifierId, apiKey, version } = await port.json(
        {
          doing: `create a prediction API for model ${modelId}`,
          key: 'deploy',
          method: 'POST',
          path: '/classifiers',
          body: { model_id: wireId(modelId), rules },
          idempotent: false,
          perhapsJapanOnly: true,
          signal,
        },
        camelized({ classifier_id: id, api_key: v.nullish(v.string()), version: v.nullish(id) }),
      );
      return hidden({ classifierId, apiKey: apiKey ?? undefined, version: version ?? undefined });
    },

    async updateClassifier({ classifierId, rules, active, isEditable }, signal) {
      const answer = await port.json(
        {
          doing: `update prediction API ${classifierId}`,
          key: 'deploy',
          method: 'PATCH',
          path: `/classifiers/${pathSegment(classifierId)}`,
          body: { rules, active, is_editable: isEditable },
          idempotent: false,
          perhapsJapanOnly: true,
          signal,
        },
        v.object({ classifier }),
      );
      return hidden(answer.classifier);
    },

    deleteClassifier: ({ classifierId }, signal) =>
      port.empty({
        doing: `delete prediction API ${classifierId}`,
        key: 'deploy',
        method: 'DELETE',
        path: `/classifiers/${pathSegment(classifierId)}`,
        idempotent: false,
        perhapsJapanOnly: true,
        signal,
      }),
  };
}
