/** What a person sees of an example in the editor. */
export interface View {
  /** Its file in examples/n8n. */
  readonly file: string;
  /** The node to open. */
  readonly node: string;
  /** What is to be set in the node first, as a person would. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Words that its form must show. */
  readonly labels: readonly string[];
  /** Pictures to keep in the docs: of the canvas, and of the node's form. */
  readonly pictures?: { readonly canvas?: string; readonly form?: string };
}

export const views: readonly View[] = [
  {
    file: 'retrain-and-switch.json',
    node: 'Retrain and switch',
    labels: ['Resource', 'Operation', 'Training Data From', 'Wait for Completion', 'Switch Model'],
    pictures: { canvas: 'editor-workflow.png', form: 'editor-node.png' },
  },
  {
    file: 'score-big-file.json',
    node: 'Score',
    labels: ['Deployment', 'File From', 'File Binary Field', 'Wait for Completion', 'Upload Mode'],
  },
  {
    file: 'score-and-route.json',
    node: 'Predict',
    set: { rows: { mappingMode: 'defineBelow', value: null } },
    labels: ['Prediction Server', 'Deployment', 'Species', 'Island', 'Beak Length (mm)', 'Body Mass (g)'],
    pictures: { form: 'editor-datarobot.png' },
  },
  {
    file: 'upload-retrain-approve-replace.json',
    node: 'Replace model',
    labels: ['Deployment', 'New Model From', 'Model Package ID', 'Reason', 'Wait for Completion'],
  },
  {
    file: 'act-on-ended-jobs.json',
    node: 'DataRobot Trigger',
    labels: ['Poll Times', 'Trigger On', 'Outcome', 'Deployment'],
  },
  {
    file: 'train-and-register.json',
    node: 'Train',
    labels: ['Job Definition', 'Source From', 'Version', 'Instance Type', 'Wait for Completion'],
  },
  {
    file: 'train-gate-switch.json',
    node: 'Switch model',
    labels: ['Deployment', 'Endpoint', 'Model', 'Sample From', 'Stop Previous'],
    pictures: { form: 'editor-abeja.png' },
  },
  {
    file: 'act-on-ended-trainings.json',
    node: 'ABEJA Platform Trigger',
    labels: ['Poll Times', 'Trigger On', 'Job Definition', 'Statuses'],
  },
];
