import { actionFace, stepsOf, vendors, type ActionFace } from '@modelferry/github-action';

/** A vendor as the generator sees it: what can be done there in CI. */
export interface ActionVendor {
  /** As the vendor writes it: `Sony Prediction One`. */
  readonly title: string;
  readonly faces: readonly ActionFace[];
}

/** Loads every vendor that has steps of CI. */
export const actionVendors = (all = vendors): Promise<readonly ActionVendor[]> =>
  Promise.all(
    all.map(async ({ credentials, load }) => {
      const { catalog } = await load();
      const faces = stepsOf(catalog).map((operation) => actionFace(catalog, credentials, operation));
      return { title: catalog.title, faces };
    }),
  );

/** How a step is called in its path and to the action at the root: `prediction-one/retrain`. */
export const nameOf = ({ vendor, step }: ActionFace): string => `${vendor}/${step}`;
