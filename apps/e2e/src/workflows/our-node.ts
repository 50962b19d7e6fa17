type Fields = Readonly<Record<string, unknown>>;

/** A node of one of our packages, and the credential that it takes. */
interface OurNode {
  /** Its name in a workflow, which is also that of its credential. */
  readonly name: string;
  readonly type: string;
  readonly credentialType: string;
}

/** Makes such nodes. @param settings what n8n lets a person set beside the form */
export const ourNode =
  ({ name, type, credentialType }: OurNode) =>
  (parameters: Fields, settings: Fields = {}) => ({
    id: type,
    name,
    type,
    typeVersion: 1,
    position: [440, 0],
    parameters,
    credentials: { [credentialType]: { id: '', name } },
    ...settings,
  });

/** Chosen by its ID, as the editor says it. */
export const byId = (value: string | undefined) => ({ __rl: true, mode: 'id', value });
