/** The name of the node that {@link dataRobotNode} makes. */
export const dataRobotNodeName = 'DataRobot';

/** One DataRobot node, with what n8n lets a person set beside its form. */
export const dataRobotNode = (
  parameters: Readonly<Record<string, unknown>>,
  settings: Readonly<Record<string, unknown>> = {},
) => ({
  id: 'datarobot',
  name: dataRobotNodeName,
  type: 'n8n-nodes-datarobot.dataRobot',
  typeVersion: 1,
  position: [440, 0],
  parameters,
  credentials: { dataRobotApi: { id: '', name: 'DataRobot' } },
  ...settings,
});

/** Chosen by its ID, as the editor says it. */
export const byId = (value: string | undefined) => ({ __rl: true, mode: 'id', value });
